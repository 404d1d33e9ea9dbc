package dev.rapport.model.attribute;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a series: an event, or one record in the version that a cut sees.
 *
 * <p>Entries are read through the fields of their {@link SeriesKey}, whatever class of the host's or of this library's
 * they come from. Immutable.
 */
public interface Entry {

    /**
     * What identifies the entry among those of its series.
     *
     * @return the id; events without one are numbered in their {@link SeriesKey#recordingOrder()}
     */
    String id();

    /**
     * When the event occurred, or since when this version of the record is true.
     *
     * @return the start of its validity
     */
    Instant at();

    /**
     * When the entry became known.
     *
     * @return the recording time; equal to {@link #at()} where the source does not tell
     */
    Instant recordedAt();

    /**
     * What the entry was read from.
     *
     * @return a file and line, or whatever names the source
     */
    String source();

    /**
     * The value of a field, or null: for loops over many entries, which should not allocate.
     *
     * @param field  a field of the series
     * @param <T>  the type of the value
     * @return the value, or null if the entry has none or the series does not have the field
     */
    <T> @Nullable T valueOrNull(AttributeKey<T> field);

    /**
     * The value of a field.
     *
     * @param field  a field of the series
     * @param <T>  the type of the value
     * @return the value, or empty
     */
    default <T> Optional<T> find(AttributeKey<T> field) {
        return Optional.ofNullable(valueOrNull(field));
    }

    /**
     * The value of a field that every entry of the series has.
     *
     * @param field  a required field of the series
     * @param <T>  the type of the value
     * @return the value
     * @throws IllegalStateException if there is none after all
     */
    default <T> T get(AttributeKey<T> field) {
        T value = valueOrNull(field);
        if (value == null) {
            throw new IllegalStateException("field (" + field + ") of entry (" + id() + ") from " + source()
                    + " has no value.\nMaybe the adapter does not bind it.");
        }
        return value;
    }
}
