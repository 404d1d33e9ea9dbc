package dev.rapport.health.warning;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.warning.change.Change;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A change that was found in a series of one customer. Immutable. */
public final class Alarm {

    /**
     * Which series it was found in.
     *
     * @param customerId  the customer
     * @param code  the code of the watched series
     * @param part  which part of it, where the series is split; else empty text
     */
    public record Where(String customerId, String code, String part) implements Comparable<Where> {

        /** Compares by customer, then code, then part. */
        @Override
        public int compareTo(Where other) {
            int order = customerId.compareTo(other.customerId);
            order = order != 0 ? order : code.compareTo(other.code);
            return order != 0 ? order : part.compareTo(other.part);
        }
    }

    private final Where where;
    private final Grain grain;
    private final int period;
    private final Change change;

    Alarm(Where where, Grain grain, int period, Change change) {
        this.where = requireNonNull(where, "where");
        this.grain = requireNonNull(grain, "grain");
        this.period = period;
        this.change = requireNonNull(change, "change");
    }

    /**
     * An alarm as it was kept.
     *
     * @param where  which series it was found in
     * @param grain  the length of the periods
     * @param on  the last day of the period that raised it
     * @param change  what has changed, in periods of the grain
     * @return the alarm
     */
    public static Alarm of(Where where, Grain grain, LocalDate on, Change change) {
        return new Alarm(where, grain, grain.periodOf(on), change);
    }

    /**
     * Which series it was found in.
     *
     * @return customer, code and part
     */
    public Where where() {
        return where;
    }

    /**
     * Who this is about.
     *
     * @return the customer's id
     */
    public String customerId() {
        return where.customerId();
    }

    /**
     * The length of the periods.
     *
     * @return days or weeks
     */
    public Grain grain() {
        return grain;
    }

    /**
     * When it was raised.
     *
     * @return the last day of the period that raised it
     */
    public LocalDate on() {
        return grain.lastDay(period);
    }

    /**
     * Since when it has changed, as far as can be told.
     *
     * @return the first day after the change
     */
    public LocalDate since() {
        return grain.firstDay(change.since());
    }

    /**
     * What has changed.
     *
     * @return direction, size and sureness
     */
    public Change change() {
        return change;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Alarm other
                && where.equals(other.where)
                && grain == other.grain
                && period == other.period
                && change.equals(other.change);
    }

    @Override
    public int hashCode() {
        return Objects.hash(where, period);
    }

    /** Where, when and what; for readers of logs. */
    @Override
    public String toString() {
        return where.customerId() + " " + where.code() + where.part() + " on " + on() + ": " + change;
    }
}
