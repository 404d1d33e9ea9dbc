package dev.rapport.health.band;

import static java.util.Objects.requireNonNull;

/**
 * A band of scores, lower bound inclusive, upper exclusive; the top band includes 100.
 *
 * @param code  what the band is called
 * @param from  the lowest score in it
 * @param to  the first score above it
 */
public record Band(String code, double from, double to) {

    /** What customers are in whose score is not known. No band may have this name. */
    public static final String UNKNOWN = "UNKNOWN";

    /**
     * Checks name and bounds.
     *
     * @param code  what the band is called
     * @param from  the lowest score in it, at least 0
     * @param to  the first score above it, at most 100
     * @throws IllegalArgumentException if the name is blank or {@link #UNKNOWN}, or the bounds are not on the scale
     */
    public Band {
        if (requireNonNull(code, "code").isBlank() || code.equalsIgnoreCase(UNKNOWN)) {
            throw new IllegalArgumentException("code (" + code + ") must not be blank or " + UNKNOWN
                    + ", which is for customers without a score.");
        }
        if (!(from >= 0 && from < to && to <= 100)) {
            throw new IllegalArgumentException("band " + code + " (" + from + " to " + to
                    + ") must begin at 0 or above and end behind its beginning, at 100 or below.");
        }
    }
}
