package dev.rapport.model.book;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Provenance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** All customers of one day, a row each, sorted by id. */
final class ColumnsOfDay {

    private final List<String> customerIds;
    private final Map<AttributeKey<?>, Column> columns;
    private final Provenance provenance;

    ColumnsOfDay(List<String> customerIds, Map<AttributeKey<?>, Column> columns, String source) {
        this.provenance = Provenance.of(source);
        if (isSorted(customerIds)) {
            this.customerIds = customerIds;
            this.columns = columns;
        } else {
            int[] rows = IntStream.range(0, customerIds.size())
                    .boxed()
                    .sorted(Comparator.comparing(customerIds::get))
                    .mapToInt(row -> row)
                    .toArray();
            this.customerIds = Arrays.stream(rows).mapToObj(customerIds::get).toList();
            this.columns = new LinkedHashMap<>();
            columns.forEach((key, column) -> this.columns.put(key, column.rows(rows)));
        }
        for (int row = 1; row < this.customerIds.size(); row++) {
            if (this.customerIds.get(row).equals(this.customerIds.get(row - 1))) {
                throw new IllegalArgumentException("customer id (" + this.customerIds.get(row)
                        + ") must be unique in a book.\n"
                        + "Maybe merge the duplicates in the source, or key them by a further field.");
            }
        }
    }

    private static boolean isSorted(List<String> ids) {
        for (int row = 1; row < ids.size(); row++) {
            if (ids.get(row).compareTo(ids.get(row - 1)) < 0) {
                return false;
            }
        }
        return true;
    }

    List<String> customerIds() {
        return customerIds;
    }

    /** Where a customer stands; negative if nowhere. */
    int row(String customerId) {
        return Collections.binarySearch(customerIds, customerId);
    }

    Set<AttributeKey<?>> keys() {
        return columns.keySet();
    }

    Optional<Column> find(AttributeKey<?> key) {
        return Optional.ofNullable(columns.get(key));
    }

    /** Where a value comes from and, where its column says so, since when it holds. */
    Provenance provenance(Column column, int row, Cut cut) {
        int day = column.isDated() ? column.heldSince(row) : Column.UNTOLD;
        if (day == Column.UNTOLD) {
            return provenance;
        }
        Optional<Instant> since = Optional.of(cut.instantOf(LocalDate.ofEpochDay(day)));
        return new Provenance(since, since, provenance.source());
    }
}
