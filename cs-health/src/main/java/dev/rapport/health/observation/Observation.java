package dev.rapport.health.observation;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Reading;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalDouble;

/** A customer at a date: what was known of it then, and what became of it. Immutable. */
public final class Observation {

    private final Snapshots.Row row;
    private final int episode;
    private final double days;
    private final boolean event;
    private final Fate fate;

    Observation(Snapshots.Row row, int episode, double days, boolean event, Fate fate) {
        this.row = row;
        this.episode = episode;
        this.days = days;
        this.event = event;
        this.fate = fate;
    }

    /**
     * Who was observed.
     *
     * @return the customer's id
     */
    public String customerId() {
        return row.customerId();
    }

    /**
     * When.
     *
     * @return the last day that was seen
     */
    public LocalDate date() {
        return row.date();
    }

    /**
     * Which of the customer's relations this is: one who was lost and came back begins another.
     *
     * @return 1 for the first
     */
    public int episode() {
        return episode;
    }

    /**
     * A feature as it was known then.
     *
     * @param key  one of the features of the plan
     * @param <T>  the type of the value
     * @return the value, or why there was none
     * @throws IllegalArgumentException if the plan does not name the feature
     */
    @SuppressWarnings("unchecked") // a reading is stored under the key that it was read by
    public <T> Reading<T> read(AttributeKey<T> key) {
        Reading<?> reading = row.readings().get(requireNonNull(key, "key"));
        if (reading == null) {
            throw new IllegalArgumentException("feature (" + key + ") must be one of the plan: "
                    + row.readings().keySet() + ".");
        }
        return (Reading<T>) reading;
    }

    Map<AttributeKey<?>, Reading<?>> readings() {
        return row.readings();
    }

    /**
     * What the customer paid then.
     *
     * @return the recurring revenue of a year in the currency of the book; empty if it was not known
     */
    public OptionalDouble arr() {
        return row.arr();
    }

    /**
     * How long it was watched from the date on.
     *
     * @return days to the loss, or to where the outcomes end; above 0, not cut at the horizon
     */
    public double days() {
        return days;
    }

    /**
     * Says whether the watching ended with the loss, within the horizon or behind it.
     *
     * @return false if the customer was still there when the outcomes ended
     */
    public boolean lostAfterDays() {
        return event;
    }

    /**
     * What became of the customer within the horizon.
     *
     * @return its fate
     */
    public Fate fate() {
        return fate;
    }

    /** Customer, date and fate. */
    @Override
    public String toString() {
        return customerId() + " at " + date() + ": " + fate;
    }
}
