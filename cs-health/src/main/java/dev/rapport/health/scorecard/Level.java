package dev.rapport.health.scorecard;

import static java.util.Objects.requireNonNull;

/** How good a score may be at most, or is at least: so many points, or a band. */
public sealed interface Level {

    /**
     * A level of points.
     *
     * @param points  0 to 100
     * @return the level
     */
    static Level points(double points) {
        return new Points(points);
    }

    /**
     * A level of a band, whatever its edges are.
     *
     * @param code  what the band is called
     * @return the level
     */
    static Level band(String code) {
        return new InBand(code);
    }

    /**
     * So many points.
     *
     * @param points  0 to 100
     */
    record Points(double points) implements Level {

        /**
         * Checks the points.
         *
         * @param points  0 to 100
         */
        public Points {
            requirePoints("points", points);
        }
    }

    /**
     * A band. The score is bounded by the edge of it, and the band of the customer by the band, whatever hysteresis would
     * have.
     *
     * @param code  what the band is called
     */
    record InBand(String code) implements Level {

        /**
         * Checks that there is a name.
         *
         * @param code  what the band is called
         */
        public InBand {
            requireNonNull(code, "code");
        }
    }

    /**
     * Refuses points that are not on the scale.
     *
     * @param name  what they are
     * @param points  how many
     */
    static void requirePoints(String name, double points) {
        if (!(points >= 0 && points <= 100)) {
            throw new IllegalArgumentException(name + " (" + points + ") must be between 0 and 100.");
        }
    }
}
