package dev.rapport.model.decision;

import static java.util.Objects.requireNonNull;

/**
 * A part of a weighted mean.
 *
 * @param node  the part
 * @param weight  its weight, finite and at least 0; weights need not sum to 1, the mean divides by their sum
 */
public record Weighted(Node node, double weight) {

    /**
     * Checks the weight.
     *
     * @param node  the part
     * @param weight  its weight
     * @throws IllegalArgumentException if the weight is negative, infinite or NaN
     */
    public Weighted {
        requireNonNull(node, "node");
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException(
                    "weight (" + weight + ") of " + node.code() + " must be finite and >= 0.\n"
                            + "Maybe the measure should be turned round instead: give it a falling curve.");
        }
    }
}
