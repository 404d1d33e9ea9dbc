package dev.rapport.model.tables;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.time.Fact;
import dev.rapport.model.time.TimeRange;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The table of customers: for each customer a row for all that became true together and was recorded together. Columns
 * that no customer needs are left out.
 */
final class CustomerTable {

    private record Times(TimeRange valid, Instant recordedAt) {

        private static final Comparator<Times> ORDER = Comparator.comparing(Times::recordedAt)
                .thenComparing(times -> times.valid().startInclusive().orElse(Instant.MIN))
                .thenComparing(times -> times.valid().endExclusive().orElse(Instant.MAX));

        Instant usualRecording(Instant since) {
            return valid.startInclusive().orElse(since);
        }
    }

    private final ZoneId zone;
    private final List<AttributeKey<?>> attributes;
    private boolean hasValidFrom;
    private boolean hasValidUntil;
    private boolean hasRecordedAt;

    CustomerTable(ZoneId zone, List<AttributeKey<?>> attributes) {
        this.zone = zone;
        this.attributes = attributes;
    }

    /** Finds out which columns are needed; before anything is written. */
    void look(Customer customer) {
        for (Times times : rows(customer).keySet()) {
            hasValidFrom |= !times.valid().startInclusive().equals(Optional.of(customer.since()));
            hasValidUntil |= times.valid().endExclusive().isPresent();
            hasRecordedAt |= !times.recordedAt().equals(times.usualRecording(customer.since()));
        }
    }

    List<String> header() {
        List<String> header = new ArrayList<>(List.of(TableSchema.ID, TableSchema.SINCE));
        if (hasValidFrom) {
            header.add(TableSchema.VALID_FROM);
        }
        if (hasValidUntil) {
            header.add(TableSchema.VALID_UNTIL);
        }
        if (hasRecordedAt) {
            header.add(TableSchema.RECORDED_AT);
        }
        attributes.forEach(key -> header.add(key.name()));
        return header;
    }

    void write(Customer customer, TableOut target) {
        rows(customer).forEach((times, values) -> {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(customer.id());
            row.add(CellText.of(customer.since(), zone));
            if (hasValidFrom) {
                row.add(validFrom(times, customer.since()));
            }
            if (hasValidUntil) {
                row.add(times.valid()
                        .endExclusive()
                        .map(until -> CellText.of(until, zone))
                        .orElse(null));
            }
            if (hasRecordedAt) {
                boolean isUsual = times.recordedAt().equals(times.usualRecording(customer.since()));
                row.add(isUsual ? null : CellText.of(times.recordedAt(), zone));
            }
            attributes.forEach(key -> row.add(values.get(key)));
            target.row(row);
        });
    }

    private @Nullable String validFrom(Times times, Instant since) {
        Optional<Instant> from = times.valid().startInclusive();
        if (from.isEmpty()) {
            return "..";
        }
        return from.get().equals(since) ? null : CellText.of(from.get(), zone);
    }

    /** What was stated at which times; a row without values where nothing tells when the customer became known. */
    private Map<Times, Map<AttributeKey<?>, Object>> rows(Customer customer) {
        Map<Times, Map<AttributeKey<?>, Object>> rows = new TreeMap<>(Times.ORDER);
        for (AttributeKey<?> key : customer.holds().attributes()) {
            for (Fact<?> fact : customer.timeline(key).facts()) {
                Instant recordedAt = fact.recorded().startInclusive().orElse(customer.since());
                rows.computeIfAbsent(new Times(fact.valid(), recordedAt), absent -> new HashMap<>())
                        .put(key, fact.value());
            }
        }
        boolean isToldByRows =
                rows.keySet().stream().anyMatch(times -> times.recordedAt().equals(customer.recordedAt()));
        if (!isToldByRows) {
            rows.put(new Times(TimeRange.startingAt(customer.since()), customer.recordedAt()), Map.of());
        }
        return rows;
    }
}
