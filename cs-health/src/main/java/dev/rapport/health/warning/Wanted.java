package dev.rapport.health.warning;

/** How rare false alarms are to be. */
public sealed interface Wanted {

    /**
     * The average run length of each series of a policy.
     *
     * @param grain  how long a period is
     * @param series  how many series the policy has for a customer
     * @return the length in periods
     */
    double runLength(Grain grain, int series);

    /**
     * A multiple of the false alarms.
     *
     * @param multiple  how many times as many, above 0
     * @return the other rarity
     */
    Wanted times(double multiple);

    /**
     * By series: how long one in which nothing changes stays silent on average.
     *
     * @param periods  the average run length, in the periods of the series
     */
    record RunLength(double periods) implements Wanted {

        /**
         * Checks the number.
         *
         * @param periods  2 to 1e9
         */
        public RunLength {
            if (!(periods >= 2 && periods <= 1e9)) {
                throw new IllegalArgumentException("periods (" + periods + ") must be between 2 and 1e9.");
            }
        }

        @Override
        public double runLength(Grain grain, int series) {
            return periods;
        }

        @Override
        public RunLength times(double multiple) {
            return new RunLength(Math.max(2, periods / multiple));
        }
    }

    /**
     * By owner: how many false alerts they get in a month, while nothing changes. They are shared out evenly among the
     * series of the policy.
     *
     * @param perOwnerAndMonth  the expected number
     * @param customersPerOwner  how many customers an owner has
     */
    record FalseAlerts(double perOwnerAndMonth, double customersPerOwner) implements Wanted {

        private static final double LEAST = 2;
        private static final double MOST = 1e9;

        /**
         * Checks the numbers.
         *
         * @param perOwnerAndMonth  above 0, at most 1,000
         * @param customersPerOwner  above 0, at most 1e6
         */
        public FalseAlerts {
            require("perOwnerAndMonth", perOwnerAndMonth, 1_000);
            require("customersPerOwner", customersPerOwner, 1e6);
        }

        private static void require(String name, double value, double most) {
            if (!(value > 0 && value <= most)) {
                throw new IllegalArgumentException(name + " (" + value + ") must be above 0 and at most " + most + ".");
            }
        }

        @Override
        public double runLength(Grain grain, int series) {
            double length = customersPerOwner * series * grain.periodsOfMonth() / perOwnerAndMonth;
            return Math.max(LEAST, Math.min(MOST, length));
        }

        @Override
        public FalseAlerts times(double multiple) {
            return new FalseAlerts(perOwnerAndMonth * multiple, customersPerOwner);
        }
    }
}
