package dev.rapport.health.estimate;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.internal.Sorting;
import java.util.Arrays;
import java.util.Optional;

/**
 * The values that the data does not contradict, both ends included.
 *
 * @param low  the lower end
 * @param high  the upper end
 * @param confidence  how surely, and how it was made
 */
public record Interval(double low, double high, Confidence confidence) {

    private static final double LEAST_COUNTED = 0.9;

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

    /**
     * The interval of a figure by the bootstrap: the quantiles of what was found in samples drawn with replacement.
     *
     * @param figures  the figure in each sample that has one; sorted in place
     * @param samples  how many samples were drawn
     * @param confidence  the share of the figures inside, above 0 and below 1
     * @return the interval; empty if more than a tenth of the samples have no figure
     */
    public static Optional<Interval> bootstrap(double[] figures, int samples, double confidence) {
        if (figures.length == 0 || figures.length < LEAST_COUNTED * samples) {
            return Optional.empty();
        }
        Arrays.sort(figures);
        double tail = (1 - confidence) / 2;
        return Optional.of(new Interval(
                Sorting.quantile(figures, tail),
                Sorting.quantile(figures, 1 - tail),
                new Confidence(confidence, IntervalMethod.BOOTSTRAP)));
    }

    /** The interval within two bounds, and wide enough for a value. */
    static Interval within(
            double least, double greatest, double value, double low, double high, Confidence confidence) {
        return new Interval(
                Math.min(value, Math.max(least, low)), Math.max(value, Math.min(greatest, high)), confidence);
    }
}
