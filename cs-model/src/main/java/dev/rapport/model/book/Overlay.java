package dev.rapport.model.book;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An attribute that was computed for a whole book and laid over its views. */
sealed interface Overlay {

    AttributeKey<?> key();

    /** The reading of a customer; the caller has compared the keys, and equal keys have one kind. */
    <R> Reading<R> read(int row, String customerId, AttributeKey<R> asked);

    /** All readings as a column. */
    Column column(List<String> customerIds);

    /** The same of some of the rows, which rise. */
    Overlay rows(int[] rows);

    /** Values by the ids of customers, who need not all be in the book. */
    record ByCustomer<T>(AttributeKey<T> key, Map<String, T> values, Provenance provenance) implements Overlay {

        @Override
        @SuppressWarnings("unchecked") // the caller compares the keys, and equal keys have one kind
        public <R> Reading<R> read(int row, String customerId, AttributeKey<R> asked) {
            R value = (R) values.get(customerId);
            return value == null
                    ? Reading.missing("no " + asked + " from " + provenance.source())
                    : Readings.usable(asked, Reading.present(value, provenance));
        }

        @Override
        public Column column(List<String> customerIds) {
            ColumnBuilder column = new ColumnBuilder(key, customerIds.size());
            for (int row = 0; row < customerIds.size(); row++) {
                column.set(row, read(row, customerIds.get(row), key));
            }
            return column.build();
        }

        @Override
        public Overlay rows(int[] rows) {
            return this;
        }
    }

    /** Values by the rows of the book, or of one of which it has some. */
    final class ByRow implements Overlay {

        private final Column whole;
        private final int @Nullable [] rows;
        private final Provenance provenance;

        ByRow(Column whole, int @Nullable [] rows, Provenance provenance) {
            this.whole = whole;
            this.rows = rows;
            this.provenance = provenance;
        }

        @Override
        public AttributeKey<?> key() {
            return whole.key();
        }

        @Override
        public <R> Reading<R> read(int row, String customerId, AttributeKey<R> asked) {
            int at = rows == null ? row : rows[row];
            return whole.isPresent(at)
                    ? whole.reading(at, asked, provenance)
                    : Reading.missing("no " + asked + " from " + provenance.source());
        }

        @Override
        public Column column(List<String> customerIds) {
            return rows == null ? whole : whole.rows(rows);
        }

        /** Nothing is copied before somebody asks for the column: of some customers few attributes are. */
        @Override
        public Overlay rows(int[] some) {
            int @Nullable [] before = rows;
            return new ByRow(
                    whole,
                    before == null
                            ? some
                            : Arrays.stream(some).map(row -> before[row]).toArray(),
                    provenance);
        }
    }
}
