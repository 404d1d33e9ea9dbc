package dev.rapport.model.tables;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.EntryBuilder;
import dev.rapport.model.time.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows about one customer, while a book is read. */
final class CustomerDraft {

    private final String id;
    private final ZoneId zone;
    private List<DraftRow> statements = new ArrayList<>();
    private final Map<String, List<DraftRow>> series = new LinkedHashMap<>();
    private final Map<String, DraftRow> contracts = new HashMap<>();
    private Instant since = Instant.MIN;

    CustomerDraft(String id, ZoneId zone) {
        this.id = id;
        this.zone = zone;
    }

    String id() {
        return id;
    }

    List<DraftRow> statements() {
        return statements;
    }

    void statements(List<DraftRow> settled, Instant firstDay) {
        statements = settled;
        since = firstDay;
    }

    void add(DraftRow entry) {
        series.computeIfAbsent(entry.table().schema().name(), absent -> new ArrayList<>())
                .add(entry);
    }

    List<DraftRow> entries(String name) {
        return series.getOrDefault(name, List.of());
    }

    void entries(String name, List<DraftRow> settled) {
        series.put(name, settled);
    }

    /** The row of each contract that was recorded first, by id; filled when the contracts are settled. */
    Map<String, DraftRow> contracts() {
        return contracts;
    }

    /** When the statements of a settled row begin to be true; a row says so itself or means since ever. */
    @Nullable
    Instant validFrom(DraftRow row) {
        Object from = row.cell(BookDraft.VALID_FROM);
        if (from == null) {
            return since;
        }
        return from.equals(Moment.ALWAYS) ? null : ((Moment) from).instant();
    }

    @Nullable
    Instant validUntil(DraftRow row) {
        return row.cell(BookDraft.VALID_UNTIL) == null ? null : row.instant(BookDraft.VALID_UNTIL);
    }

    Instant recordedAt(DraftRow row) {
        if (row.cell(BookDraft.RECORDED_AT) != null) {
            return row.instant(BookDraft.RECORDED_AT);
        }
        Instant from = validFrom(row);
        return from == null ? since : from;
    }

    /** When an attribute of a settled row became known. */
    Instant recordedAt(DraftRow row, int target) {
        return row.knownAt(target, recordedAt(row), zone);
    }

    TimeRange valid(DraftRow row) {
        Instant from = validFrom(row);
        Instant until = validUntil(row);
        if (from == null) {
            return until == null ? TimeRange.always() : TimeRange.endingAt(until);
        }
        return until == null ? TimeRange.startingAt(from) : TimeRange.between(from, until);
    }

    /** The customer; the draft is of no use afterwards, so that rows and entries need not both be in memory. */
    Customer build(List<SeriesKey<?>> keys) {
        Customer.Builder builder = Customer.builder(id, since)
                .recordedAt(statements.stream()
                        .map(this::recordedAt)
                        .min(Comparator.naturalOrder())
                        .orElse(since))
                .source(statements.stream()
                        .map(row -> row.table().name())
                        .distinct()
                        .collect(Collectors.joining(", ")));
        for (DraftRow row : statements) {
            List<AttributeKey<?>> attributes = row.table().schema().keys();
            for (int i = 0; i < attributes.size(); i++) {
                int target = TableSchema.ATTRIBUTES + i;
                Object value = row.cell(target);
                if (value != null) {
                    builder.set(this.<Object>typed(attributes.get(i)), value, valid(row), recordedAt(row, target));
                }
            }
        }
        for (SeriesKey<?> key : keys) {
            List<DraftRow> rows = series.remove(key.name());
            if (rows != null) {
                Map<String, DraftRow> next = new HashMap<>();
                for (int i = rows.size() - 1; i >= 0; i--) {
                    add(builder, key, rows.get(i), next.put(rows.get(i).text(BookDraft.ENTRY_ID), rows.get(i)));
                }
            }
        }
        return builder.build();
    }

    /**
     * The entry of a row; and what the row tells later than the rest as further versions of it, until the next row tells how
     * the record is.
     */
    private void add(Customer.Builder builder, SeriesKey<?> key, DraftRow row, @Nullable DraftRow next) {
        Instant recordedAt = row.instant(BookDraft.ENTRY_RECORDED_AT);
        builder.add(key, entry -> fill(entry, key, row, recordedAt));
        SortedSet<Instant> later = new TreeSet<>();
        for (int i = 0; i < key.fields().size(); i++) {
            int target = TableSchema.FIELDS + i;
            if (row.cell(target) != null) {
                later.add(row.knownAt(target, recordedAt, zone));
            }
        }
        later.remove(recordedAt);
        SortedSet<Instant> versions = later;
        if (next != null && next.instant(BookDraft.AT).equals(row.instant(BookDraft.AT))) {
            versions = later.headSet(next.instant(BookDraft.ENTRY_RECORDED_AT));
        }
        versions.forEach(known -> builder.add(key, entry -> fill(entry, key, row, known)));
    }

    private void fill(EntryBuilder entry, SeriesKey<?> key, DraftRow row, Instant known) {
        if (row.cell(BookDraft.ENTRY_ID) != null) {
            entry.id(row.text(BookDraft.ENTRY_ID));
        }
        entry.at(row.instant(BookDraft.AT)).recordedAt(known).source(row.source());
        Instant recordedAt = row.instant(BookDraft.ENTRY_RECORDED_AT);
        for (int i = 0; i < key.fields().size(); i++) {
            int target = TableSchema.FIELDS + i;
            Object value = row.cell(target);
            if (value != null && !row.knownAt(target, recordedAt, zone).isAfter(known)) {
                entry.with(this.<Object>typed(key.fields().get(i)), value);
            }
        }
    }

    /** Cells were read as the kind of their key, and the builder checks it again. */
    @SuppressWarnings("unchecked")
    private <T> AttributeKey<T> typed(AttributeKey<?> key) {
        return (AttributeKey<T>) key;
    }
}
