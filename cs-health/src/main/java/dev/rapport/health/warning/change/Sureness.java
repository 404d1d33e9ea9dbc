package dev.rapport.health.warning.change;

/** How surely something has changed. */
public sealed interface Sureness {

    /**
     * As rare as this, while nothing changes: a chart whose threshold is where the statistic stands.
     *
     * @param periods  the average run length of that chart; 1e12 stands for that and more
     */
    record RunLength(double periods) implements Sureness {

        /** Run lengths beyond lose their digits. */
        static final double LONGEST = 1e12;

        /**
         * Bounds the number.
         *
         * @param periods  the average run length
         */
        public RunLength {
            periods = Math.min(periods, LONGEST);
        }
    }

    /**
     * As probable as this, after what was seen.
     *
     * @param probability  the posterior probability, 0 to 1
     */
    record Posterior(double probability) implements Sureness {}
}
