package dev.rapport.health.warning;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/** Where the watch over one series stands. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class SeriesState {

    SeriesState() {}

    /**
     * Starts a state.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Which series this is.
     *
     * @return customer, code and part
     */
    public abstract Alarm.Where where();

    /**
     * The first day that was looked at.
     *
     * @return the first day of the first period
     */
    public abstract LocalDate firstDay();

    /**
     * A fingerprint of everything that was observed: another one says that something came late.
     *
     * @return 16 hexadecimal digits
     */
    public abstract String digest();

    /**
     * What the watch keeps.
     *
     * @return its numbers
     */
    public abstract Values numbers();

    /**
     * What the watch for sparse series keeps.
     *
     * @return its numbers, none while the series has a level
     */
    public abstract Values sparse();

    /**
     * The alarms that are still fresh.
     *
     * @return the alarms in the order of time
     */
    public abstract List<Alarm> alarms();

    /** Some numbers, equal if their bits are. Immutable. */
    public static final class Values {

        private final double[] values;

        private Values(double[] values) {
            this.values = values;
        }

        /**
         * Some numbers.
         *
         * @param values  finite numbers
         * @return the numbers
         */
        public static Values of(double... values) {
            return new Values(requireNonNull(values, "values").clone());
        }

        /**
         * The numbers.
         *
         * @return a copy
         */
        public double[] toArray() {
            return values.clone();
        }

        @Override
        public boolean equals(@Nullable Object object) {
            return object instanceof Values other && Arrays.equals(values, other.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }

        @Override
        public String toString() {
            return Arrays.toString(values);
        }
    }

    /** Fills a state. Not for use by several threads. */
    public static final class Builder extends ImmutableSeriesState.Builder {
        Builder() {}
    }
}
