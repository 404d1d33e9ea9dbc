package dev.rapport.health.measure;

import dev.rapport.model.attribute.AttributeKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a value becomes points: 0 is worst, 100 best. An attribute of which less is better has a falling curve.
 *
 * <p>Which kinds of attribute fit is part of the curve; a measure whose curve does not fit its attribute is refused when
 * the scorecard is resolved.
 */
public sealed interface Curve {

    /**
     * The kinds of attribute that this curve can read.
     *
     * @return the kinds, at least one
     */
    Set<AttributeKind> kinds();

    /**
     * Straight lines between points; level before the first and behind the last.
     *
     * @param points  at least two
     * @return the curve
     * @throws IllegalArgumentException if the values do not rise or points leave 0 to 100
     */
    static Linear linear(CurvePoint... points) {
        return new Linear(List.of(points));
    }

    /**
     * One amount of points from each value on.
     *
     * @param below  the points below the first step
     * @param steps  from which value on (inclusive) how many points; at least one
     * @return the curve
     * @throws IllegalArgumentException if the values do not rise or points leave 0 to 100
     */
    static Steps steps(double below, CurvePoint... steps) {
        return new Steps(below, List.of(steps));
    }

    /**
     * Points for each text.
     *
     * @param points  the points of each text; any other text has none and counts as missing
     * @return the curve
     * @throws IllegalArgumentException if points leave 0 to 100
     */
    static Categories categories(Map<String, Double> points) {
        return new Categories(points, Optional.empty());
    }

    /**
     * Points for yes and for no.
     *
     * @param yes  the points of yes
     * @param no  the points of no
     * @return the curve
     * @throws IllegalArgumentException if points leave 0 to 100
     */
    static YesNo yesNo(double yes, double no) {
        return new YesNo(yes, no);
    }

    /** Refuses points that are not on the scale. */
    private static void requireOnScale(String name, double points) {
        if (!(points >= 0 && points <= 100)) {
            throw new IllegalArgumentException(name + " (" + points + ") must be between 0 and 100.");
        }
    }

    private static void requireOnScale(List<CurvePoint> points) {
        for (int i = 0; i < points.size(); i++) {
            requireOnScale("points of points[" + i + "]", points.get(i).points());
        }
    }

    /**
     * Straight lines between points.
     *
     * @param points  at least two, each further right than the one before
     */
    record Linear(List<CurvePoint> points) implements Curve {

        /**
         * Checks the points.
         *
         * @param points  at least two
         */
        public Linear {
            points = List.copyOf(points);
            if (points.size() < 2) {
                throw new IllegalArgumentException("points must be at least 2, was " + points.size() + ".");
            }
            Line.requireRising(points);
            requireOnScale(points);
        }

        @Override
        public Set<AttributeKind> kinds() {
            return Set.of(AttributeKind.NUMBER, AttributeKind.MONEY);
        }
    }

    /**
     * One amount of points from each value on.
     *
     * @param below  the points below the first step
     * @param steps  from which value on, inclusive, how many points
     */
    record Steps(double below, List<CurvePoint> steps) implements Curve {

        /**
         * Checks the steps.
         *
         * @param below  the points below the first step
         * @param steps  at least one, each further right than the one before
         */
        public Steps {
            steps = List.copyOf(steps);
            if (steps.isEmpty()) {
                throw new IllegalArgumentException("steps must not be empty.");
            }
            requireOnScale("below", below);
            Line.requireRising(steps);
            requireOnScale(steps);
        }

        @Override
        public Set<AttributeKind> kinds() {
            return Set.of(AttributeKind.NUMBER, AttributeKind.MONEY);
        }

        double pointsAt(double value) {
            double points = below;
            for (int i = 0; i < steps.size() && value >= steps.get(i).at(); i++) {
                points = steps.get(i).points();
            }
            return Double.isNaN(value) ? Double.NaN : points;
        }
    }

    /**
     * Points for each text.
     *
     * @param points  the points of each text, in the order of the document
     * @param otherwise  the points of any other text; without them such a text counts as missing
     */
    record Categories(Map<String, Double> points, Optional<Double> otherwise) implements Curve {

        /**
         * Checks the points.
         *
         * @param points  the points of each text
         * @param otherwise  the points of any other text
         */
        public Categories {
            points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
            if (points.isEmpty()) {
                throw new IllegalArgumentException("points must not be empty.");
            }
            points.forEach((text, worth) -> requireOnScale("points of " + text, worth));
            otherwise.ifPresent(worth -> requireOnScale("otherwise", worth));
        }

        @Override
        public Set<AttributeKind> kinds() {
            return Set.of(AttributeKind.TEXT);
        }

        double pointsOf(String text) {
            Double own = points.get(text);
            return own != null ? own : otherwise.orElse(Double.NaN);
        }
    }

    /**
     * Points for yes and for no.
     *
     * @param yes  the points of yes
     * @param no  the points of no
     */
    record YesNo(double yes, double no) implements Curve {

        /**
         * Checks the points.
         *
         * @param yes  the points of yes
         * @param no  the points of no
         */
        public YesNo {
            requireOnScale("yes", yes);
            requireOnScale("no", no);
        }

        @Override
        public Set<AttributeKind> kinds() {
            return Set.of(AttributeKind.BOOLEAN);
        }
    }
}
