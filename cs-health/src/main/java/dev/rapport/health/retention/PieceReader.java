package dev.rapport.health.retention;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/** Reads what one customer pays as of its cut, line by line, and which contracts follow each other. */
final class PieceReader {

    /** The product of a contract without lines. */
    static final String WHOLE = "whole";

    private static final String CHURNED = "churned";

    private final CustomerView view;
    private final LocalDate date;
    private final RetentionDefinition definition;
    private final List<ContractTerms> contracts;
    private final Map<String, String> predecessors = new HashMap<>();
    private final Set<String> renewed = new HashSet<>();
    private final List<Piece> pieces = new ArrayList<>();

    private PieceReader(CustomerView view, RetentionDefinition definition) {
        this.view = view;
        this.date = view.date();
        this.definition = definition;
        this.contracts = ContractTerms.of(view).stream()
                .filter(terms -> !terms.isTrial())
                .toList();
        link();
    }

    static PieceReader of(CustomerView view, RetentionDefinition definition) {
        PieceReader reader = new PieceReader(view, definition);
        reader.contracts.forEach(reader::read);
        return reader;
    }

    /** The lines with an amount that counts, or is pending. */
    List<Piece> pieces() {
        return pieces;
    }

    /** Since when each unit was ever to be paid for, as far as the cut sees. */
    Map<RevenueUnit, LocalDate> firstDays(Level level) {
        Map<RevenueUnit, LocalDate> first = new HashMap<>();
        for (ContractTerms terms : contracts) {
            if (terms.lines().isEmpty() && paid(terms.contract().arr())) {
                note(first, level, terms.contract(), WHOLE, terms.contract().start());
            }
            for (ContractLine line : terms.lines()) {
                if (line.arr().isPositive()) {
                    note(
                            first,
                            level,
                            terms.contract(),
                            line.product(),
                            line.start().orElse(terms.contract().start()));
                }
            }
        }
        return first;
    }

    private static boolean paid(Optional<Money> arr) {
        return arr.map(Money::isPositive).orElse(false);
    }

    private void note(
            Map<RevenueUnit, LocalDate> first, Level level, Contract contract, String product, LocalDate day) {
        RevenueUnit unit = RevenueUnit.at(level, view.customerId(), root(contract.id()), product);
        first.merge(unit, day, (a, b) -> a.isBefore(b) ? a : b);
    }

    /** A contract that names no predecessor follows the one that ends on the day on which it starts, if only one does. */
    private void link() {
        Set<String> ids = new HashSet<>();
        contracts.forEach(terms -> ids.add(terms.contract().id()));
        for (ContractTerms terms : contracts) {
            terms.contract()
                    .predecessor()
                    .filter(ids::contains)
                    .filter(predecessor -> !predecessor.equals(terms.contract().id()))
                    .ifPresent(predecessor -> {
                        predecessors.put(terms.contract().id(), predecessor);
                        renewed.add(predecessor);
                    });
        }
        for (ContractTerms terms : contracts) {
            if (terms.contract().predecessor().isEmpty()) {
                List<String> ending = contracts.stream()
                        .filter(before -> !before.equals(terms) && !before.autoRenews())
                        .filter(before -> before.contract()
                                .end()
                                .map(terms.contract().start()::equals)
                                .orElse(false))
                        .map(before -> before.contract().id())
                        .filter(id -> !renewed.contains(id))
                        .toList();
                if (ending.size() == 1) {
                    predecessors.put(terms.contract().id(), ending.get(0));
                    renewed.add(ending.get(0));
                }
            }
        }
    }

    private String root(String contract) {
        Set<String> seen = new HashSet<>();
        String root = contract;
        for (String before = predecessors.get(root);
                before != null && seen.add(root);
                before = predecessors.get(root)) {
            root = before;
        }
        return root;
    }

    private void read(ContractTerms terms) {
        if (terms.isInForceOn(date)) {
            boolean noticed = terms.contract()
                    .noticeGivenOn()
                    .map(day -> !day.isAfter(date))
                    .orElse(false);
            boolean follows = renewed.contains(terms.contract().id());
            add(terms, date, noticed && !follows ? Piece.State.UNDER_NOTICE : Piece.State.IN_FORCE);
        } else if (isOverdue(terms)) {
            LocalDate end = terms.contract().end().orElseThrow();
            add(terms, end.minusDays(1), Piece.State.PENDING);
        }
    }

    /** Whether the term ran out lately, and nobody said what becomes of it. */
    private boolean isOverdue(ContractTerms terms) {
        Contract contract = terms.contract();
        Optional<LocalDate> end = contract.end();
        return definition.unsigned() != UnsignedRenewal.LOST
                && view.find(CustomerAttributes.MERGED_INTO).isEmpty()
                && end.isPresent()
                && contract.start().isBefore(end.get())
                && !end.get().isAfter(date)
                && end.get().plusDays(definition.graceDays()).isAfter(date)
                && !terms.autoRenews()
                && contract.endedOn().map(day -> day.isAfter(date)).orElse(true)
                && contract.noticeGivenOn().map(day -> day.isAfter(date)).orElse(true)
                && !renewed.contains(contract.id())
                && !isSaidToBeLost(contract);
    }

    private boolean isSaidToBeLost(Contract contract) {
        for (Outcome outcome : view.series(Outcome.SERIES)) {
            boolean isAboutIt = outcome.contract()
                    .map(contract.id()::equals)
                    .orElse(!LocalDate.ofInstant(outcome.entry().at(), view.zone())
                            .isBefore(contract.start()));
            if (isAboutIt && outcome.kind().equals(CHURNED)) {
                return true;
            }
        }
        return false;
    }

    private void add(ContractTerms terms, LocalDate day, Piece.State state) {
        String chain = root(terms.contract().id());
        Optional<LocalDate> termEnd = terms.termEndOn(day).filter(end -> !endsBefore(terms, end));
        if (terms.lines().isEmpty()) {
            Money arr = terms.contract()
                    .arr()
                    .orElseThrow(() -> new IllegalStateException(
                            "contract " + terms.contract().id() + " does not tell its recurring revenue."));
            pieces.add(new Piece(chain, WHOLE, arr, state, termEnd));
        }
        for (ContractLine line : terms.linesOn(day)) {
            pieces.add(new Piece(chain, line.product(), line.arr(), state, termEnd));
        }
    }

    private static boolean endsBefore(ContractTerms terms, LocalDate termEnd) {
        return terms.contract().endedOn().map(ended -> ended.isBefore(termEnd)).orElse(false);
    }
}
