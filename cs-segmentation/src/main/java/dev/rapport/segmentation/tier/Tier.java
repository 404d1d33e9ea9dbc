package dev.rapport.segmentation.tier;

import static java.util.Objects.requireNonNull;

import dev.rapport.segmentation.segment.Segment;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A segment that begins at a threshold, which is included, and ends where the next tier begins.
 *
 * @param segment  the segment
 * @param from  the threshold, of money in major units; empty for a lowest tier that has no end downwards
 */
public record Tier(Segment segment, Optional<BigDecimal> from) {

    /**
     * Drops zeros at the end of the threshold, so that equal thresholds make equal tiers.
     *
     * @param segment  the segment
     * @param from  the threshold
     */
    public Tier {
        requireNonNull(segment, "segment");
        from = from.map(threshold -> {
            if (Double.isInfinite(threshold.doubleValue())) {
                throw new IllegalArgumentException(
                        "threshold of tier (" + segment.id() + ") must be finite, was " + threshold + ".");
            }
            BigDecimal stripped = threshold.stripTrailingZeros();
            return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
        });
    }

    /**
     * A tier that begins at a threshold.
     *
     * @param id  the id of its segment, which is also its name
     * @param threshold  the least that is in it, of money in major units
     * @return the tier
     */
    public static Tier from(String id, double threshold) {
        return new Tier(Segment.of(id), Optional.of(BigDecimal.valueOf(threshold)));
    }

    /**
     * The lowest tier, in which everything below the next one is.
     *
     * @param id  the id of its segment, which is also its name
     * @return the tier
     */
    public static Tier lowest(String id) {
        return new Tier(Segment.of(id), Optional.empty());
    }
}
