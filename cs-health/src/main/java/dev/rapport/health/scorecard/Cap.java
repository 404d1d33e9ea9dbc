package dev.rapport.health.scorecard;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.measure.AttributeTest;

/**
 * A bound from above on the score that binds under a condition: "sponsor left: at most yellow". Where the data of the
 * condition is missing the cap does not bind; the health then lists it as missing.
 */
public sealed interface Cap {

    /**
     * The name under which the cap is explained.
     *
     * @return the code, unique in the scorecard
     */
    String code();

    /**
     * The bound.
     *
     * @return how good the score is at most while the cap binds
     */
    Level atMost();

    /**
     * A cap that depends on an attribute.
     *
     * @param code  the name under which it is explained
     * @param atMost  how good the score is at most while it binds
     * @param when  binds while the answer is yes
     */
    record When(String code, Level atMost, AttributeTest when) implements Cap {

        /**
         * Checks that all is there.
         *
         * @param code  the name under which it is explained
         * @param atMost  how good the score is at most
         * @param when  binds while the answer is yes
         */
        public When {
            requireNonNull(code, "code");
            requireNonNull(atMost, "atMost");
            requireNonNull(when, "when");
        }

        /**
         * A cap of points.
         *
         * @param code  the name under which it is explained
         * @param atMost  the highest score while it binds, 0 to 100
         * @param when  binds while the answer is yes
         */
        public When(String code, double atMost, AttributeTest when) {
            this(code, Level.points(atMost), when);
        }
    }

    /**
     * A cap that depends on a measure of the scorecard: one bad measure must not be averaged away.
     *
     * @param code  the name under which it is explained
     * @param atMost  how good the score is at most while it binds
     * @param low  binds while the measure is low
     */
    record WhenLow(String code, Level atMost, Low low) implements Cap {

        /**
         * Checks that all is there.
         *
         * @param code  the name under which it is explained
         * @param atMost  how good the score is at most
         * @param low  binds while the measure is low
         */
        public WhenLow {
            requireNonNull(code, "code");
            requireNonNull(atMost, "atMost");
            requireNonNull(low, "low");
        }

        /**
         * A cap of points.
         *
         * @param code  the name under which it is explained
         * @param atMost  the highest score while it binds, 0 to 100
         * @param low  binds while the measure is low
         */
        public WhenLow(String code, double atMost, Low low) {
            this(code, Level.points(atMost), low);
        }
    }

    /**
     * A measure that is low.
     *
     * @param measure  the code of the measure
     * @param below  the points below which it is low, exclusive
     */
    record Low(String measure, double below) {

        /**
         * Checks the points.
         *
         * @param measure  the code of the measure
         * @param below  the points, 0 to 100
         */
        public Low {
            requireNonNull(measure, "measure");
            Level.requirePoints("below", below);
        }
    }
}
