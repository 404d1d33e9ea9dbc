package dev.rapport.health.warning.change;

/** What is believed of the observations of a run before the first of them is seen. */
public sealed interface Prior {

    /**
     * Levels: normal observations whose mean and precision are unknown. Observations cover 1.
     *
     * <p><strong>Formula.</strong> The precision is Gamma(a, b), the mean normal around m with k times the precision; the
     * predictive is Student's t with 2a degrees of freedom around m with squared scale {@code b (k + 1) / (a k)}. After x:
     * {@code m + (x - m) / (k + 1)}, k + 1, a + 1/2, {@code b + k (x - m)^2 / (2 (k + 1))}.
     *
     * <p><strong>Units.</strong> m in the unit of the observations, b in its square; k and a count observations and half
     * observations that the prior is worth.
     *
     * <p><strong>Edges.</strong> All but m above 0. Observations beyond 1e150 count as that.
     *
     * <p><strong>Algorithm.</strong> The closed form, without gamma functions.
     *
     * <p><strong>Reference.</strong> K. P. Murphy, Machine Learning: A Probabilistic Perspective, MIT Press 2012, 4.6.3.
     */
    final class NormalGamma implements Prior {

        private final double mean;
        private final double weight;
        private final double shape;
        private final double rate;

        /**
         * A prior of levels.
         *
         * @param mean  m
         * @param weight  k, how many observations the mean is worth
         * @param shape  a, of the precision
         * @param rate  b, of the precision
         */
        public NormalGamma(double mean, double weight, double shape, double rate) {
            if (!Double.isFinite(mean) || !(weight > 0 && shape > 0 && rate > 0)) {
                throw new IllegalArgumentException("mean (" + mean + ") must be finite, weight (" + weight
                        + "), shape (" + shape + ") and rate (" + rate + ") must be above 0.");
            }
            this.mean = mean;
            this.weight = weight;
            this.shape = shape;
            this.rate = rate;
        }

        double mean() {
            return mean;
        }

        double weight() {
            return weight;
        }

        double shape() {
            return shape;
        }

        double rate() {
            return rate;
        }
    }

    /**
     * Rates: counts of what happens independently of each other, so many on average in a unit of exposure.
     *
     * <p><strong>Formula.</strong> The rate is Gamma(a, b); the predictive is the negative binomial {@code Gamma(a + x) /
     * (Gamma(a) x!) (b / (b + e))^a (e / (b + e))^x}. After x over exposure e: a + x, b + e.
     *
     * <p><strong>Units.</strong> x in events, e and b in units of exposure such as usual weeks, a in events.
     *
     * <p><strong>Edges.</strong> a and b above 0; x a whole number of at least 0; e above 0.
     *
     * <p><strong>Algorithm.</strong> The closed form; as a product where x is at most 64.
     *
     * <p><strong>Reference.</strong> A. Gelman et al., Bayesian Data Analysis, 3rd edition, CRC Press 2013, 2.6,
     * doi:10.1201/b16018.
     *
     * @param events  a, the events that the prior is worth
     * @param exposure  b, the exposure that it is worth
     */
    record GammaPoisson(double events, double exposure) implements Prior {

        /**
         * Checks the numbers.
         *
         * @param events  a, above 0
         * @param exposure  b, above 0
         */
        public GammaPoisson {
            if (!(events > 0 && exposure > 0)) {
                throw new IllegalArgumentException(
                        "events (" + events + ") and exposure (" + exposure + ") must be above 0.");
            }
        }
    }
}
