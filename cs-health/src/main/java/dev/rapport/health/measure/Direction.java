package dev.rapport.health.measure;

import java.util.List;
import java.util.Optional;

/** Whether more of what is measured is better, as the author of a measure says; its curve must agree. */
public enum Direction {
    /** The more, the more points. */
    HIGHER_IS_BETTER,
    /** The more, the fewer points. */
    LOWER_IS_BETTER;

    private Direction opposite() {
        return this == HIGHER_IS_BETTER ? LOWER_IS_BETTER : HIGHER_IS_BETTER;
    }

    /** Where a curve of numbers leads; empty if it rises and falls, or does neither. */
    static Optional<Direction> of(Curve curve) {
        if (curve instanceof Curve.Inverted inverted) {
            return of(inverted.of()).map(Direction::opposite);
        }
        if (curve instanceof Curve.Days days) {
            return of(days.of());
        }
        if (curve instanceof Curve.Linear linear) {
            return of(linear.points().get(0).points(), linear.points());
        }
        return curve instanceof Curve.Steps steps ? of(steps.below(), steps.steps()) : Optional.empty();
    }

    private static Optional<Direction> of(double first, List<CurvePoint> points) {
        boolean rises = false;
        boolean falls = false;
        double before = first;
        for (CurvePoint point : points) {
            rises |= point.points() > before;
            falls |= point.points() < before;
            before = point.points();
        }
        return rises == falls ? Optional.empty() : Optional.of(rises ? HIGHER_IS_BETTER : LOWER_IS_BETTER);
    }

    /** As it is written in documents. */
    String word() {
        return this == HIGHER_IS_BETTER ? "higher-is-better" : "lower-is-better";
    }
}
