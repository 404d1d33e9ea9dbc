package dev.rapport.model.csv;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Play;
import dev.rapport.model.customer.StageEntry;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/** The rules that one row of a series keeps, its cells taken together. */
final class EntryRules {

    private record Term(AttributeKey<LocalDate> start, AttributeKey<LocalDate> end) {}

    private static final Map<SeriesKey<?>, Term> TERMS = Map.of(
            Contract.SERIES, new Term(Contract.START, Contract.END),
            ContractLine.SERIES, new Term(ContractLine.START, ContractLine.END),
            Ownership.SERIES, new Term(Ownership.FROM, Ownership.TO),
            StageEntry.SERIES, new Term(StageEntry.ENTERED_ON, StageEntry.LEFT_ON),
            Play.SERIES, new Term(Play.STARTED_ON, Play.EXPIRES_ON));

    private static final Map<SeriesKey<?>, AttributeKey<Money>> RECURRING_REVENUE =
            Map.of(Contract.SERIES, Contract.ARR, ContractLine.SERIES, ContractLine.ARR);

    private final ZoneId zone;

    EntryRules(ZoneId zone) {
        this.zone = zone;
    }

    /** Fills in when it was, from another date where the row does not say, and when it became known. */
    void fillTimes(DraftRow row, CustomerDraft customer) {
        if (row.cell(BookDraft.AT) == null) {
            for (int standIn : row.table().schema().standIns()) {
                if (row.cell(standIn) instanceof LocalDate date) {
                    row.cell(BookDraft.AT, new Moment(date.atStartOfDay(zone).toInstant(), date));
                    break;
                }
            }
        }
        if (row.cell(BookDraft.AT) == null && BookDraft.isLine(row)) {
            String contract = BookDraft.field(row, ContractLine.CONTRACT);
            row.cell(
                    BookDraft.AT, contract == null ? null : customer.contracts().get(contract));
        }
        if (!(row.cell(BookDraft.AT) instanceof Moment at)) {
            return;
        }
        if (!(row.cell(BookDraft.ENTRY_RECORDED_AT) instanceof Moment recorded)
                || (recorded.day() != null && isWithin(at, recorded.day()) && isBefore(recorded, at))) {
            row.cell(BookDraft.ENTRY_RECORDED_AT, at);
        }
    }

    private boolean isWithin(Moment at, LocalDate day) {
        return LocalDate.ofInstant(at.instant(), zone).equals(day);
    }

    private static boolean isBefore(Moment a, Moment b) {
        return a.instant().isBefore(b.instant());
    }

    /** What is wrong with a row whose times are filled in as far as they can be. */
    List<Rejection> broken(DraftRow row, CustomerDraft customer) {
        List<Rejection> broken = new ArrayList<>(0);
        TableSchema schema = row.table().schema();
        checkContract(row, customer, broken);
        if (row.cell(BookDraft.AT) == null) {
            if (broken.isEmpty()) {
                add(broken, row, BookDraft.AT, Refusal.of("missing-value", "must have a value"));
            }
        } else if (schema.series().nature() == SeriesKey.Nature.EVENTS
                && row.instant(BookDraft.ENTRY_RECORDED_AT).isBefore(row.instant(BookDraft.AT))) {
            add(
                    broken,
                    row,
                    BookDraft.ENTRY_RECORDED_AT,
                    Refusal.of(
                            "recorded-before-occurred",
                            "must not be before the event occurred, " + CellText.of(row.instant(BookDraft.AT), zone)));
        }
        Term term = TERMS.get(schema.series());
        if (term != null) {
            LocalDate start = BookDraft.field(row, term.start());
            LocalDate end = BookDraft.field(row, term.end());
            if (start != null && end != null && end.isBefore(start)) {
                add(
                        broken,
                        row,
                        schema.indexOf(term.end()),
                        Refusal.of("end-before-start", "must not be before the start, " + start));
            }
        }
        AttributeKey<Money> arr = RECURRING_REVENUE.get(schema.series());
        Money amount = arr == null ? null : BookDraft.field(row, arr);
        if (arr != null && amount != null && amount.isNegative()) {
            add(broken, row, schema.indexOf(arr), Refusal.of("negative-arr", "must not be negative"));
        }
        return broken;
    }

    private static void checkContract(DraftRow row, CustomerDraft customer, List<Rejection> broken) {
        String contract = BookDraft.isLine(row) ? BookDraft.field(row, ContractLine.CONTRACT) : null;
        if (contract != null && !customer.contracts().containsKey(contract)) {
            add(
                    broken,
                    row,
                    row.table().schema().indexOf(ContractLine.CONTRACT),
                    Refusal.of("unknown-contract", "must be a contract of the customer that was not rejected"));
        }
    }

    private static void add(List<Rejection> broken, DraftRow row, int target, Refusal refusal) {
        broken.add(new Rejection(
                row.table().name(), row.line(), row.table().columnOf(target), CellText.of(row.cell(target)), refusal));
    }
}
