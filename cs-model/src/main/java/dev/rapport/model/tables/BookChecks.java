package dev.rapport.model.tables;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Invoice;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.problem.Quote;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks at a whole book, its rows settled, for what does not fit together. Rows stay; somebody should look at them. */
final class BookChecks {

    private static final List<AttributeKey<String>> RELATED_CUSTOMERS =
            List.of(CustomerAttributes.PARENT, CustomerAttributes.MERGED_INTO, CustomerAttributes.SPLIT_FROM);

    private static final Map<SeriesKey<?>, AttributeKey<String>> CONTRACTS_OF =
            Map.of(Invoice.SERIES, Invoice.CONTRACT, Outcome.SERIES, Outcome.CONTRACT);

    private final BookDraft book;
    private final Remarks remarks;

    BookChecks(BookDraft book, Remarks remarks) {
        this.book = book;
        this.remarks = remarks;
    }

    void checkCustomers() {
        for (CustomerDraft customer : book.customers()) {
            for (DraftRow row : customer.statements()) {
                for (AttributeKey<String> relation : RELATED_CUSTOMERS) {
                    String other = BookDraft.field(row, relation);
                    if (other != null && book.customer(other) == null) {
                        String code =
                                relation.equals(CustomerAttributes.PARENT) ? "unknown-parent" : "unknown-reference";
                        remarks.add(row, code, relation + " " + Quote.text(other) + " is no customer of the book", "");
                    }
                }
            }
        }
        new ParentCycles(book, remarks).dissolve();
    }

    void checkContracts() {
        for (CustomerDraft customer : book.customers()) {
            for (DraftRow row : customer.entries(Contract.SERIES.name())) {
                String predecessor = BookDraft.field(row, Contract.PREDECESSOR);
                if (predecessor != null && !customer.contracts().containsKey(predecessor)) {
                    remarks.add(
                            row,
                            "unknown-predecessor",
                            "predecessor " + Quote.text(predecessor) + " is no contract of the customer",
                            "");
                }
                if (predecessor != null && predecessor.equals(row.text(BookDraft.ENTRY_ID))) {
                    remarks.add(
                            row,
                            "own-predecessor",
                            "contract names itself as its predecessor, and so has none",
                            "Maybe the predecessor is the contract before: leave it out if there is none");
                }
                checkCustomer(row, Contract.PAYING_CUSTOMER);
                checkCustomer(row, Contract.USING_CUSTOMER);
                LocalDate start = BookDraft.field(row, Contract.START);
                if (start != null && start.equals(BookDraft.field(row, Contract.END))) {
                    remarks.add(
                            row,
                            "empty-term",
                            "contract ends on the day it starts, and so is never in force",
                            "Maybe the end is the last day of the term: name it in book.json under \"lastDays\"");
                }
            }
            warnOfOverlaps(customer);
        }
    }

    private void checkCustomer(DraftRow row, AttributeKey<String> field) {
        String other = BookDraft.field(row, field);
        if (other != null && book.customer(other) == null) {
            remarks.add(row, "unknown-reference", field + " " + Quote.text(other) + " is no customer of the book", "");
        }
    }

    void checkSeries(SeriesKey<?> key) {
        AttributeKey<String> field = CONTRACTS_OF.get(key);
        if (field == null) {
            return;
        }
        for (CustomerDraft customer : book.customers()) {
            for (DraftRow row : customer.entries(key.name())) {
                String contract = BookDraft.field(row, field);
                if (contract != null && !customer.contracts().containsKey(contract)) {
                    remarks.add(
                            row,
                            "unknown-reference",
                            field + " " + Quote.text(contract) + " is no contract of the customer",
                            "");
                }
            }
        }
    }

    // ---------------------------------------------------------------- overlapping terms

    private record Term(
            String contract, LocalDate start, @Nullable LocalDate end, DraftRow row) {

        boolean isEmpty() {
            return end != null && !start.isBefore(end);
        }
    }

    private void warnOfOverlaps(CustomerDraft customer) {
        Map<String, List<Term>> terms = new TreeMap<>();
        Map<String, DraftRow> contracts = latest(customer.entries(Contract.SERIES.name()));
        Map<String, List<DraftRow>> lines = new HashMap<>();
        for (DraftRow line :
                latest(customer.entries(ContractLine.SERIES.name())).values()) {
            String contract = BookDraft.field(line, ContractLine.CONTRACT);
            lines.computeIfAbsent(contract == null ? "" : contract, absent -> new ArrayList<>())
                    .add(line);
        }
        contracts.forEach((id, contract) -> {
            if (Boolean.TRUE.equals(BookDraft.field(contract, Contract.TRIAL))) {
                return;
            }
            Term whole = termOf(id, contract);
            List<DraftRow> ofContract = lines.getOrDefault(id, List.of());
            for (DraftRow line : ofContract) {
                add(terms, BookDraft.field(line, ContractLine.PRODUCT), lineTerm(whole, line));
            }
            if (ofContract.isEmpty()) {
                add(terms, BookDraft.field(contract, Contract.OFFERING), whole);
            }
        });
        terms.forEach(this::warnOfOverlaps);
    }

    private static void add(Map<String, List<Term>> terms, @Nullable String product, Term term) {
        if (product != null && !term.isEmpty()) {
            terms.computeIfAbsent(product, absent -> new ArrayList<>()).add(term);
        }
    }

    private static Term termOf(String id, DraftRow row) {
        LocalDate start = BookDraft.field(row, Contract.START);
        return new Term(
                id,
                start == null ? LocalDate.MIN : start,
                earlier(BookDraft.field(row, Contract.END), BookDraft.field(row, Contract.ENDED_ON)),
                row);
    }

    private static Term lineTerm(Term contract, DraftRow line) {
        LocalDate start = BookDraft.field(line, ContractLine.START);
        return new Term(
                contract.contract(),
                start == null ? contract.start() : start,
                earlier(BookDraft.field(line, ContractLine.END), contract.end()),
                contract.row());
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate a, @Nullable LocalDate b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }

    private void warnOfOverlaps(String product, List<Term> terms) {
        terms.sort(Comparator.comparing(Term::start).thenComparing(Term::contract));
        Term reaching = terms.get(0);
        for (Term term : terms.subList(1, terms.size())) {
            LocalDate end = reaching.end();
            boolean overlaps = end == null || term.start().isBefore(end);
            if (overlaps && !term.contract().equals(reaching.contract())) {
                remarks.add(
                        term.row(),
                        "overlapping-terms",
                        "contract " + Quote.text(term.contract()) + " begins on " + term.start() + " while "
                                + Quote.text(reaching.contract()) + " runs "
                                + (end == null ? "on" : "until " + end) + " for the same product, "
                                + Quote.text(product),
                        "");
            }
            if (end != null && (term.end() == null || term.end().isAfter(end))) {
                reaching = term;
            }
        }
    }

    /** Of each record the version that stands in the end. */
    private static Map<String, DraftRow> latest(Collection<DraftRow> rows) {
        Comparator<DraftRow> order = Comparator.<DraftRow, java.time.Instant>comparing(row -> row.instant(BookDraft.AT))
                .thenComparing(row -> row.instant(BookDraft.ENTRY_RECORDED_AT));
        Map<String, DraftRow> latest = new TreeMap<>();
        for (DraftRow row : rows) {
            latest.merge(row.text(BookDraft.ENTRY_ID), row, (a, b) -> order.compare(a, b) <= 0 ? b : a);
        }
        return latest;
    }
}
