package dev.rapport.model.customer;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.attribute.SeriesKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An entry of the library's own model: the values of the fields in their order. */
final class StandardEntry implements Entry {

    private static final String ERASED = "erased";

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

    /** This entry without what it says about a person, if it is about that person; the entry itself otherwise. */
    StandardEntry without(String person) {
        boolean isPerson = series.equals(Person.SERIES) && id.equals(person);
        boolean mentions = isPerson;
        for (int i = 0; i < values.length; i++) {
            mentions |= isPersonal(i) && person.equals(values[i]);
        }
        return mentions ? withoutPersonalData() : this;
    }

    /** This entry without any personal field; a person loses the id too, which may be an address. */
    StandardEntry withoutPersonalData() {
        boolean isPerson = series.equals(Person.SERIES);
        @Nullable Object[] kept = values.clone();
        for (int i = 0; i < kept.length; i++) {
            if (isPersonal(i)) {
                kept[i] = null;
            }
        }
        return new StandardEntry(series, isPerson ? ERASED : id, at, recordedAt, source, kept);
    }

    private boolean isPersonal(int field) {
        return series.fields().get(field).sensitivity() == Sensitivity.PERSONAL;
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

    @Override
    public String toString() {
        return series + " " + id + " " + Arrays.toString(values);
    }
}
