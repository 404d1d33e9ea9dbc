package dev.rapport.model.customer;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.SeriesKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Fills one entry of a series. Not for use by several threads. */
public final class EntryBuilder {

    private final SeriesKey<?> series;
    private final @Nullable Object[] values;
    private @Nullable String id;
    private String source = "api";
    private @Nullable Instant at;
    private @Nullable Instant recordedAt;

    EntryBuilder(SeriesKey<?> series) {
        this.series = series;
        this.values = new @Nullable Object[series.fields().size()];
    }

    /**
     * Says what identifies the entry.
     *
     * @param newId  the id; versions of one record share it
     * @return this builder
     */
    public EntryBuilder id(String newId) {
        id = requireNonNull(newId, "newId");
        return this;
    }

    /**
     * Says when the event occurred, or since when this version of the record is true.
     *
     * @param newAt  the instant
     * @return this builder
     */
    public EntryBuilder at(Instant newAt) {
        at = requireNonNull(newAt, "newAt");
        return this;
    }

    /**
     * Says the day of the event, or since which this version of the record is true.
     *
     * @param date  the day, from its start in UTC
     * @return this builder
     */
    public EntryBuilder at(LocalDate date) {
        return at(date, ZoneOffset.UTC);
    }

    /**
     * Says the day of the event, or since which this version of the record is true.
     *
     * @param date  the day
     * @param zone  the zone in which it begins
     * @return this builder
     */
    public EntryBuilder at(LocalDate date, ZoneId zone) {
        return at(date.atStartOfDay(zone).toInstant());
    }

    /**
     * Says when the entry became known. Without it, it counts as known when it occurred.
     *
     * @param newRecordedAt  the instant
     * @return this builder
     */
    public EntryBuilder recordedAt(Instant newRecordedAt) {
        recordedAt = requireNonNull(newRecordedAt, "newRecordedAt");
        return this;
    }

    /**
     * Says what the entry was read from.
     *
     * @param newSource  a file and line, or whatever names the source
     * @return this builder
     */
    public EntryBuilder source(String newSource) {
        source = requireNonNull(newSource, "newSource");
        return this;
    }

    /**
     * Sets a field.
     *
     * @param field  a field of the series
     * @param value  the value
     * @param <T>  the type of the value
     * @return this builder
     * @throws IllegalArgumentException if the series does not have the field, or the value is a number that is not finite
     */
    public <T> EntryBuilder with(AttributeKey<T> field, T value) {
        int index = series.indexOf(field);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "field (" + field + ") must be one of series " + series + ": " + series.fields() + ".");
        }
        Values.check(field, value);
        values[index] = value;
        return this;
    }

    boolean hasId() {
        return id != null;
    }

    /** The entry; one that has no id yet must be given one. */
    StandardEntry build() {
        Instant start = at;
        if (start == null) {
            throw new IllegalArgumentException(name() + " must say at(...).");
        }
        for (AttributeKey<?> required : series.requiredFields()) {
            if (values[series.indexOf(required)] == null) {
                throw new IllegalArgumentException(name() + " must have field " + required + ".");
            }
        }
        return new StandardEntry(
                series, id == null ? "" : id, start, recordedAt == null ? start : recordedAt, source, values.clone());
    }

    private String name() {
        return (id == null ? "entry" : "entry (" + id + ")") + " of series " + series;
    }
}
