package dev.rapport.health.measure;

/**
 * A point of a curve.
 *
 * @param at  the value of the attribute, finite
 * @param points  what it is worth, 0 to 100; in a curve of probabilities 0 to 1
 */
public record CurvePoint(double at, double points) {

    /**
     * Checks both numbers.
     *
     * @param at  the value of the attribute
     * @param points  what it is worth
     * @throws IllegalArgumentException if one is not finite
     */
    public CurvePoint {
        if (!Double.isFinite(at) || !Double.isFinite(points)) {
            throw new IllegalArgumentException("point [" + at + ", " + points + "] must be finite.");
        }
    }
}
