package dev.rapport.health.estimate;

import static java.util.Objects.requireNonNull;

/**
 * How surely an interval holds the true value, and how it was made.
 *
 * @param level  the share of such intervals that hold the true value, such as 0.95
 * @param method  how it was made
 */
public record Confidence(double level, IntervalMethod method) {

    /**
     * Checks the level.
     *
     * @param level  at least 0.5, below 1
     * @param method  how it was made
     */
    public Confidence {
        checkLevel(level);
        requireNonNull(method, "method");
    }

    static double checkLevel(double level) {
        if (!(level >= 0.5 && level < 1)) {
            throw new IllegalArgumentException(
                    "level (" + level + ") must be at least 0.5 and below 1.\n" + "Maybe 0.95 for 95 %.");
        }
        return level;
    }
}
