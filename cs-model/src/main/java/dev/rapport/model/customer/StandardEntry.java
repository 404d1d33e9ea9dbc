package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** An entry of the library's own model: the values of the fields in their order. */
final class StandardEntry implements Entry {

    private final SeriesKey<?> series;
    private final String id;
    private final Instant at;
    private final Instant recordedAt;
    private final String source;
    private final @Nullable Object[] values;

    StandardEntry(
            SeriesKey<?> series, String id, Instant at, Instant recordedAt, String source, @Nullable Object[] values) {
        this.series = series;
        this.id = id;
        this.at = at;
        this.recordedAt = recordedAt;
        this.source = source;
        this.values = values;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Instant at() {
        return at;
    }

    @Override
    public Instant recordedAt() {
        return recordedAt;
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    @SuppressWarnings("unchecked") // the builder puts only values of the field's type here
    public <T> @Nullable T valueOrNull(AttributeKey<T> field) {
        int index = series.indexOf(field);
        return index < 0 ? null : (T) values[index];
    }

    /** The value of the field at a position of the series, or null. */
    @Nullable
    Object value(int index) {
        return values[index];
    }

    /** This entry with another id. */
    StandardEntry with(String newId) {
        return with(newId, values);
    }

    /** This entry with another id and other values. */
    StandardEntry with(String newId, @Nullable Object[] newValues) {
        return new StandardEntry(series, newId, at, recordedAt, source, newValues);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof StandardEntry other
                && series.equals(other.series)
                && id.equals(other.id)
                && at.equals(other.at)
                && recordedAt.equals(other.recordedAt)
                && Arrays.equals(values, other.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(series, id, at);
    }

    /** The id and the fields that have a value, without what is personal. */
    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ", series + " " + id + " {", "}");
        for (int i = 0; i < values.length; i++) {
            AttributeKey<?> field = series.fields().get(i);
            if (values[i] != null) {
                text.add(field + "=" + (Erasure.isPersonal(field) ? "(personal)" : values[i]));
            }
        }
        return text.toString();
    }
}
