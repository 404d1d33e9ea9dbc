package dev.rapport.segmentation.combination;

import static java.util.Objects.requireNonNull;

import dev.rapport.segmentation.segment.SegmentationStrategy;

/**
 * A strategy that has a say in a vote.
 *
 * @param strategy  the strategy
 * @param weight  what its vote counts, finite and above 0
 */
public record Vote(SegmentationStrategy strategy, double weight) {

    /**
     * Checks the weight.
     *
     * @param strategy  the strategy
     * @param weight  what its vote counts
     * @throws IllegalArgumentException if the weight is not finite and above 0
     */
    public Vote {
        requireNonNull(strategy, "strategy");
        if (!(weight > 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("weight (" + weight + ") must be finite and > 0.");
        }
    }
}
