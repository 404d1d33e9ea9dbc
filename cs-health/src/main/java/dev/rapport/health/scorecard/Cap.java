package dev.rapport.health.scorecard;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.measure.AttributeTest;

/**
 * A bound on the score that binds under a condition: "sponsor left: at most 60". Where the data of the condition is
 * missing the cap does not bind; the health then lists it as missing.
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
     * @return the highest score while the cap binds, 0 to 100
     */
    double atMost();

    private static void requirePoints(String name, double points) {
        if (!(points >= 0 && points <= 100)) {
            throw new IllegalArgumentException(name + " (" + points + ") must be between 0 and 100.");
        }
    }

    /**
     * A cap that depends on an attribute.
     *
     * @param code  the name under which it is explained
     * @param atMost  the highest score while it binds
     * @param when  binds while the answer is yes
     */
    record When(String code, double atMost, AttributeTest when) implements Cap {

        /**
         * Checks the bound.
         *
         * @param code  the name under which it is explained
         * @param atMost  the highest score while it binds
         * @param when  binds while the answer is yes
         */
        public When {
            requireNonNull(code, "code");
            requireNonNull(when, "when");
            requirePoints("atMost", atMost);
        }
    }

    /**
     * A cap that depends on a measure of the scorecard: one bad measure must not be averaged away.
     *
     * @param code  the name under which it is explained
     * @param atMost  the highest score while it binds
     * @param low  binds while the measure is low
     */
    record WhenLow(String code, double atMost, Low low) implements Cap {

        /**
         * Checks the bound.
         *
         * @param code  the name under which it is explained
         * @param atMost  the highest score while it binds
         * @param low  binds while the measure is low
         */
        public WhenLow {
            requireNonNull(code, "code");
            requireNonNull(low, "low");
            requirePoints("atMost", atMost);
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
            requirePoints("below", below);
        }
    }
}
