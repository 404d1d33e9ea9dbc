package dev.rapport.segmentation.clustering;

import static java.util.Objects.requireNonNull;

/**
 * An attribute in a fitted model, and what its differences are divided by.
 *
 * @param feature  the attribute
 * @param scale  its standard deviation, its range, or 1; above 0
 */
public record ComparedAttribute(Feature feature, double scale) {

    /**
     * Checks the scale.
     *
     * @param feature  the attribute
     * @param scale  the scale
     * @throws IllegalArgumentException if the scale is not a finite number above 0
     */
    public ComparedAttribute {
        requireNonNull(feature, "feature");
        if (!(scale > 0) || Double.isInfinite(scale)) {
            throw new IllegalArgumentException(
                    "scale of " + feature + " must be a finite number above 0, was " + scale + ".");
        }
    }
}
