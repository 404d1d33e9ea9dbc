package dev.rapport.engagement.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * How many points of retention a model must add over the next cheaper one to pay for itself within a year.
 *
 * <p>Formula: {@code points = (C - C') / (A g / 100)}, where {@code C} and {@code C'} are the yearly costs of the model and
 * of the next cheaper one for the same customers, {@code A} their ARR and {@code g} the gross margin, 0 to 1. One point is
 * one per cent of ARR that would have been lost and is kept; it is worth {@code A g / 100} a year. Unit: percentage points
 * of gross revenue retention; above 100 it cannot be reached.
 *
 * <p>Edges: without ARR, or at a gross margin of 0, a point is worth nothing and there is no break-even. Retention that
 * lasts longer than a year makes the model pay sooner; that is left out here. The quotient has 34 digits; {@link
 * #gain(BigDecimal)} is its inverse, exact wherever the quotient is.
 *
 * @param cheaperModel  the id of the next cheaper model
 * @param extraCost  what this model costs more in a year, in major units, above 0
 * @param marginPerPoint  what one point of retention is worth in a year, in major units, at least 0
 */
public record BreakEven(String cheaperModel, BigDecimal extraCost, BigDecimal marginPerPoint) {

    /**
     * The points that the model must add.
     *
     * @return the points, above 0; empty if a point is worth nothing
     */
    public Optional<BigDecimal> points() {
        return marginPerPoint.signum() == 0
                ? Optional.empty()
                : Optional.of(extraCost.divide(marginPerPoint, MathContext.DECIMAL128));
    }

    /**
     * What points of retention are worth: the inverse of {@link #points()}.
     *
     * @param points  percentage points of retention
     * @return the margin they keep in a year, in major units
     */
    public BigDecimal gain(BigDecimal points) {
        return points.multiply(marginPerPoint);
    }

    /**
     * Says whether the model pays for itself if it adds so many points.
     *
     * @param points  percentage points of retention
     * @return true if they are worth at least what the model costs more
     */
    public boolean isReachedBy(BigDecimal points) {
        return gain(points).compareTo(extraCost) >= 0;
    }
}
