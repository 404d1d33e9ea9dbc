package dev.rapport.health.band;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Bands that a customer must not be above or below, whatever hysteresis, stay and confirmation would have. Where the two
 * contradict each other, the upper limit holds: bad news is not to be covered up.
 *
 * @param atMost  the highest band
 * @param atLeast  the lowest band
 */
public record BandLimits(Optional<String> atMost, Optional<String> atLeast) {

    private static final BandLimits NONE = new BandLimits(Optional.empty(), Optional.empty());

    /**
     * Checks that both are said.
     *
     * @param atMost  the highest band
     * @param atLeast  the lowest band
     */
    public BandLimits {
        requireNonNull(atMost, "atMost");
        requireNonNull(atLeast, "atLeast");
    }

    /**
     * Any band.
     *
     * @return no limits
     */
    public static BandLimits none() {
        return NONE;
    }
}
