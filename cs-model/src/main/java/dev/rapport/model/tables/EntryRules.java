package dev.rapport.model.tables;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Play;
import dev.rapport.model.customer.StageEntry;
import dev.rapport.model.customer.SurveyAnswer;
import dev.rapport.model.organisation.TimeEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

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
        if (row.cell(BookDraft.AT) == null && !isAnswer(row)) {
            for (int standIn : row.table().schema().standIns()) {
                if (row.cell(standIn) instanceof LocalDate date) {
                    row.standIn(new Moment(date.atStartOfDay(zone).toInstant(), date));
                    break;
                }
            }
        }
        DraftRow contract = contractOf(row, customer);
        if (row.cell(BookDraft.AT) == null && contract != null) {
            row.standIn(contract.moment(BookDraft.AT));
        }
        if (!(row.cell(BookDraft.AT) instanceof Moment at)) {
            return;
        }
        if (!(row.cell(BookDraft.ENTRY_RECORDED_AT) instanceof Moment recorded)) {
            Moment known = row.timeStandsIn() && contract != null ? contract.moment(BookDraft.ENTRY_RECORDED_AT) : at;
            row.cell(BookDraft.ENTRY_RECORDED_AT, isBefore(at, known) ? known : at);
        } else if (recorded.day() != null && isWithin(at, recorded.day()) && isBefore(recorded, at)) {
            row.cell(BookDraft.ENTRY_RECORDED_AT, at);
        }
    }

    /** An answer was given later than it was asked for, and must not be known before it was given. */
    private static boolean isAnswer(DraftRow row) {
        return SurveyAnswer.SERIES.equals(row.table().schema().series())
                && BookDraft.field(row, SurveyAnswer.SCORE) != null;
    }

    /** The contract of a line, as it was first recorded. */
    private static @Nullable DraftRow contractOf(DraftRow row, CustomerDraft customer) {
        String contract = BookDraft.isLine(row) ? BookDraft.field(row, ContractLine.CONTRACT) : null;
        return contract == null ? null : customer.contracts().get(contract);
    }

    /**
     * Keeps the versions of records in the order of their recording where they do not say since when they are true: such a row
     * tells how the record is, and must not lose against an earlier one because the date that stands in was put back.
     */
    static void keepOrder(List<DraftRow> rows) {
        Map<String, List<DraftRow>> versions = new TreeMap<>();
        for (DraftRow row : rows) {
            if (row.timeStandsIn()) {
                versions.computeIfAbsent(row.text(BookDraft.ENTRY_ID), absent -> new ArrayList<>())
                        .add(row);
            }
        }
        for (List<DraftRow> ofOne : versions.values()) {
            ofOne.sort(Comparator.<DraftRow, Instant>comparing(row -> row.instant(BookDraft.ENTRY_RECORDED_AT))
                    .thenComparing(row -> row.instant(BookDraft.AT)));
            Moment latest = ofOne.get(0).moment(BookDraft.AT);
            for (DraftRow row : ofOne) {
                latest = isBefore(latest, row.moment(BookDraft.AT)) ? row.moment(BookDraft.AT) : latest;
                row.standIn(latest);
            }
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
        Double hours = schema.series().equals(TimeEntry.SERIES) ? BookDraft.field(row, TimeEntry.HOURS) : null;
        if (hours != null && hours <= 0) {
            add(
                    broken,
                    row,
                    schema.indexOf(TimeEntry.HOURS),
                    Refusal.of("not-above-zero", "must be above 0")
                            .advice("Maybe leave the entry out, or correct the earlier one"));
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
