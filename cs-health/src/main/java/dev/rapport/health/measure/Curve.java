package dev.rapport.health.measure;

import dev.rapport.model.attribute.AttributeKind;
import java.util.ArrayList;
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
     * This curve upside down: best where it was worst.
     *
     * @return the curve that gives 100 less the points of this one
     */
    default Curve inverted() {
        return new Inverted(this);
    }

    /**
     * A curve that counts numbers, and amounts of money.
     */
    sealed interface OfNumbers extends Curve permits Linear, Steps, Target {

        @Override
        default Set<AttributeKind> kinds() {
            return Set.of(AttributeKind.NUMBER, AttributeKind.MONEY);
        }
    }

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
     * Best at a target, worse the further from it.
     *
     * @param target  the value to be at
     * @param distance  how far from it, on either side, what is still good and what is no good at all
     * @return the curve
     */
    static Target target(double target, Distance distance) {
        return new Target(target, distance, distance);
    }

    /**
     * Counts how long ago a date was.
     *
     * @param of  the curve of the days since then, 0 on the day itself, negative before
     * @return the curve
     */
    static Days daysSince(OfNumbers of) {
        return new Days(Count.SINCE, of);
    }

    /**
     * Counts how far off a date is.
     *
     * @param of  the curve of the days until then, 0 on the day itself, negative after
     * @return the curve
     */
    static Days daysUntil(OfNumbers of) {
        return new Days(Count.UNTIL, of);
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
    record Linear(List<CurvePoint> points) implements OfNumbers {

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
    }

    /**
     * One amount of points from each value on.
     *
     * @param below  the points below the first step
     * @param steps  from which value on, inclusive, how many points
     */
    record Steps(double below, List<CurvePoint> steps) implements OfNumbers {

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
    }

    /**
     * Best at a target, worse the further from it; 100 points within {@code below.good()} and {@code above.good()}, none from
     * {@code below.none()} and {@code above.none()} on, straight lines between.
     *
     * @param target  the value to be at
     * @param below  how far below it what is still good, and what is no good at all
     * @param above  the same above it
     */
    record Target(double target, Distance below, Distance above) implements OfNumbers {

        /**
         * Checks that the distances can be told from the target.
         *
         * @param target  the value to be at, finite
         * @param below  the distances below it
         * @param above  the distances above it
         */
        public Target {
            boolean told = target - below.none() < target - below.good()
                    && target + above.good() < target + above.none()
                    && (below.good() + above.good() == 0 || target - below.good() < target + above.good());
            if (!told || Double.isInfinite(target + above.none()) || Double.isInfinite(target - below.none())) {
                throw new IllegalArgumentException(
                        "target (" + target + ") must be finite, and its distances large enough to be told from it.");
            }
        }

        List<CurvePoint> points() {
            List<CurvePoint> points = new ArrayList<>();
            points.add(new CurvePoint(target - below.none(), 0));
            points.add(new CurvePoint(target - below.good(), 100));
            if (below.good() > 0 || above.good() > 0) {
                points.add(new CurvePoint(target + above.good(), 100));
            }
            points.add(new CurvePoint(target + above.none(), 0));
            return points;
        }
    }

    /**
     * How far a value may be from a target.
     *
     * @param good  up to where it is as good as the target itself
     * @param none  from where on it is no good at all
     */
    record Distance(double good, double none) {

        /**
         * Checks both.
         *
         * @param good  at least 0
         * @param none  more than that, finite
         */
        public Distance {
            if (!(good >= 0 && good < none && Double.isFinite(none))) {
                throw new IllegalArgumentException(
                        "good (" + good + ") must be at least 0 and less than none (" + none
                                + "), which must be finite.\nMaybe they are the wrong way round: good is the nearer of the two.");
            }
        }
    }

    /** Which way days are counted. */
    enum Count {
        /** From the date to the day of the cut. */
        SINCE,
        /** From the day of the cut to the date. */
        UNTIL
    }

    /**
     * What a curve gives for the days between a date and the day of the cut.
     *
     * @param count  which way they are counted
     * @param of  the curve of the days
     */
    record Days(Count count, OfNumbers of) implements Curve {

        @Override
        public Set<AttributeKind> kinds() {
            return Set.of(AttributeKind.DATE);
        }
    }

    /**
     * A curve upside down.
     *
     * @param of  the curve whose points are taken from 100
     */
    record Inverted(Curve of) implements Curve {

        @Override
        public Set<AttributeKind> kinds() {
            return of.kinds();
        }

        @Override
        public Curve inverted() {
            return of;
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
