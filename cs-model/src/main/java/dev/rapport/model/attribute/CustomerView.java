package dev.rapport.model.attribute;

import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One customer as of one instant: what every strategy reads.
 *
 * <p>A view shows only what was true and known at its {@link #asOf()}. It is immutable and may be shared between
 * threads.
 */
public interface CustomerView {

    /**
     * Who this is.
     *
     * @return the customer's id, unique in a book
     */
    String customerId();

    /**
     * The cut that this view is a part of.
     *
     * @return the instant everything here is as of
     */
    AsOf asOf();

    /**
     * The zone in which this book's days begin.
     *
     * @return the declared zone, never the machine's
     */
    ZoneId zone();

    /**
     * Reads an attribute with its provenance or the reason why there is none.
     *
     * @param key  the attribute
     * @param <T>  the type of the value
     * @return the reading; missing if nothing is bound to the key
     */
    <T> Reading<T> read(AttributeKey<T> key);

    /**
     * The entries of a series that this cut sees.
     *
     * @param key  the series
     * @return the entries by time, then id; empty if nothing is bound to the key
     * @throws IllegalStateException if a host's getter fails; the message names customer, series and getter
     */
    List<Entry> entries(SeriesKey<?> key);

    /**
     * Says whether a series is fed. Where it is, a customer without entries had none; where it is not, nobody knows.
     *
     * @param key  the series
     * @return true if entries of it can be there
     */
    boolean provides(SeriesKey<?> key);

    /**
     * The same customer so many days earlier, as far as is known now: what was corrected since is seen corrected, what was
     * laid over the book is not there.
     *
     * @param days  how many days; 0 for this day without what was laid over the book
     * @return the earlier view; empty if it was no customer then, or if this view cannot tell
     */
    Optional<CustomerView> daysBefore(int days);

    /**
     * The value of an attribute.
     *
     * @param key  the attribute
     * @param <T>  the type of the value
     * @return the value, or empty
     */
    default <T> Optional<T> find(AttributeKey<T> key) {
        return read(key).value();
    }

    /**
     * The value of an attribute that must be there.
     *
     * @param key  the attribute
     * @param <T>  the type of the value
     * @return the value
     * @throws MissingAttributeException if there is none
     */
    default <T> T get(AttributeKey<T> key) {
        Reading<T> reading = read(key);
        T value = reading.valueOrNull();
        if (value == null) {
            throw new MissingAttributeException(
                    customerId(), key, asOf(), reading.reason().orElse("no value"));
        }
        return value;
    }

    /**
     * The typed readings of a series.
     *
     * @param key  the series
     * @param <T>  the typed reading
     * @return the entries by time, then id; empty if nothing is bound to the key
     */
    default <T> List<T> series(SeriesKey<T> key) {
        return entries(key).stream().map(key::read).toList();
    }

    /**
     * The last day of which anything is seen, from which days are counted.
     *
     * @return the date of {@link #asOf()} in {@link #zone()}
     */
    default LocalDate date() {
        return asOf().date(zone());
    }

    /**
     * When a day begins.
     *
     * @param day  the day
     * @return its start in {@link #zone()}
     */
    default Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
    }
}
