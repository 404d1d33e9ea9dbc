package dev.rapport.health.estimate;

import java.util.Optional;

/** A number with its interval, or the reason why the data cannot bear one. Missing is not zero. */
public sealed interface Estimate {

    /**
     * A number with its interval.
     *
     * @param value  the number, within the interval
     * @param interval  what else the data does not contradict
     * @param basis  what it rests on
     */
    record Known(double value, Interval interval, Basis basis) implements Estimate {

        /**
         * Says whether zero lies outside the interval: for changes and trends, whether there is one at the interval's
         * level.
         *
         * @return true if the data contradicts zero
         */
        public boolean excludesZero() {
            return !interval.contains(0);
        }
    }

    /**
     * There is not enough data for a number.
     *
     * @param reason  what is missing, as a clause
     * @param basis  what there is
     */
    record NotEnoughData(String reason, Basis basis) implements Estimate {}

    /**
     * What the estimate rests on, or what there is of it.
     *
     * @return the basis
     */
    Basis basis();

    /**
     * The number, where there is one.
     *
     * @return the number with its interval, or empty
     */
    default Optional<Known> known() {
        return this instanceof Known known ? Optional.of(known) : Optional.empty();
    }

    /**
     * Why there is no number.
     *
     * @return the reason, or empty if there is one
     */
    default Optional<String> whyNot() {
        return this instanceof NotEnoughData none ? Optional.of(none.reason()) : Optional.empty();
    }
}
