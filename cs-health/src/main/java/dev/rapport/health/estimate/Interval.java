package dev.rapport.health.estimate;

import static java.util.Objects.requireNonNull;

/**
 * The values that the data does not contradict, both ends included.
 *
 * @param low  the lower end
 * @param high  the upper end
 * @param confidence  how surely, and how it was made
 */
public record Interval(double low, double high, Confidence confidence) {

    /**
     * Checks the ends.
     *
     * @param low  the lower end, finite
     * @param high  the upper end, finite, not below the lower
     * @param confidence  how surely, and how it was made
     */
    public Interval {
        if (!(Double.isFinite(low) && Double.isFinite(high) && low <= high)) {
            throw new IllegalArgumentException("low (" + low + ") must not be above high (" + high + "), both finite.");
        }
        requireNonNull(confidence, "confidence");
    }

    /**
     * Says whether a value lies in the interval.
     *
     * @param value  the value
     * @return true from the lower to the upper end, both included
     */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** The interval within two bounds, and wide enough for a value. */
    static Interval within(
            double least, double greatest, double value, double low, double high, Confidence confidence) {
        return new Interval(
                Math.min(value, Math.max(least, low)), Math.max(value, Math.min(greatest, high)), confidence);
    }
}
