package dev.rapport.health.atrisk;

import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.measure.Line;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** The share of what would be lost that a play can still save. */
public sealed interface Saveability {

    /**
     * The share by the days that are left to the last safe day.
     *
     * @return a function of days, at least 0, or NaN where there is no decision date; the share, 0 to 1, is NaN where it
     *     depends on days and there are none
     */
    DoubleUnaryOperator byDaysLeft();

    private static void requireShare(String name, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " (" + share + ") must be between 0 and 1.");
        }
    }

    /**
     * The same share, however many days are left.
     *
     * @param share  the share, 0 to 1
     */
    record Share(double share) implements Saveability {

        /**
         * Checks the share.
         *
         * @param share  the share
         */
        public Share {
            requireShare("share", share);
        }

        @Override
        public DoubleUnaryOperator byDaysLeft() {
            return daysLeft -> share;
        }
    }

    /**
     * A share along a line over the days that are left; level before the first and behind the last point.
     *
     * @param points  days (at least 0) and shares (0 to 1), at least one
     */
    record ByDays(List<CurvePoint> points) implements Saveability {

        /**
         * Checks the points.
         *
         * @param points  days and shares
         */
        public ByDays {
            points = List.copyOf(points);
            Line.through(points);
            for (int i = 0; i < points.size(); i++) {
                if (!(points.get(i).at() >= 0)) {
                    throw new IllegalArgumentException(
                            "points[" + i + "] (at " + points.get(i).at() + ") must lie at 0 days or above.");
                }
                requireShare("points[" + i + "]", points.get(i).points());
            }
        }

        @Override
        public DoubleUnaryOperator byDaysLeft() {
            return Line.through(points)::valueAt;
        }
    }
}
