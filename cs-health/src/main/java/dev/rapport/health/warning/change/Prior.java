package dev.rapport.health.warning.change;

/** What is believed of the observations of a run before the first of them is seen. */
public sealed interface Prior {

    /**
     * What the observations of a run have told, beyond how many there are: two numbers.
     *
     * @return the numbers of a run without observations
     */
    double[] start();

    /**
     * How probable an observation is in a run, as a logarithm.
     *
     * @param length  how many observations the run has
     * @param first  the first number that they have told
     * @param second  the second number
     * @param value  the observation
     * @param exposure  what it covers
     * @return the logarithm of its predictive density or probability
     */
    double logPredictive(int length, double first, double second, double value, double exposure);

    /**
     * What a run tells with a further observation: its first number.
     *
     * @param length  how many observations the run had
     * @param first  the first number so far
     * @param value  the observation
     * @return the first number
     */
    double nextFirst(int length, double first, double value);

    /**
     * What a run tells with a further observation: its second number.
     *
     * @param length  how many observations the run had
     * @param first  the first number so far
     * @param second  the second number so far
     * @param value  the observation
     * @param exposure  what it covers
     * @return the second number
     */
    double nextSecond(int length, double first, double second, double value, double exposure);

    /**
     * The level of a run, as far as it is known.
     *
     * @param first  the first number
     * @param second  the second number
     * @return the mean of its posterior
     */
    double level(double first, double second);

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
     * <p><strong>Edges.</strong> All but m above 0.
     *
     * <p><strong>Algorithm.</strong> The closed form, with {@link LogGamma}.
     *
     * <p><strong>Reference.</strong> K. P. Murphy, Machine Learning: A Probabilistic Perspective, MIT Press 2012, 4.6.3.
     */
    final class NormalGamma implements Prior {

        private static final int TABLE = 512;

        private final double mean;
        private final double weight;
        private final double shape;
        private final double rate;
        private final double[] constants = new double[TABLE];

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
            for (int length = 0; length < TABLE; length++) {
                constants[length] = constant(length);
            }
        }

        /** What the density owes to the number of observations alone. */
        private double constant(int length) {
            double a = shape + 0.5 * length;
            double k = weight + length;
            return LogGamma.of(a + 0.5) - LogGamma.of(a) - 0.5 * StrictMath.log(2 * StrictMath.PI * (k + 1) / k);
        }

        @Override
        public double[] start() {
            return new double[] {mean, rate};
        }

        @Override
        public double logPredictive(int length, double first, double second, double value, double exposure) {
            double a = shape + 0.5 * length;
            double k = weight + length;
            double distance = value - first;
            double constant = length < TABLE ? constants[length] : constant(length);
            return constant
                    - 0.5 * StrictMath.log(second)
                    - (a + 0.5) * StrictMath.log1p(distance * distance * k / (2 * second * (k + 1)));
        }

        @Override
        public double nextFirst(int length, double first, double value) {
            return first + (value - first) / (weight + length + 1);
        }

        @Override
        public double nextSecond(int length, double first, double second, double value, double exposure) {
            double k = weight + length;
            return second + k * (value - first) * (value - first) / (2 * (k + 1));
        }

        @Override
        public double level(double first, double second) {
            return first;
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
     * <p><strong>Algorithm.</strong> The closed form, with {@link LogGamma}.
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

        @Override
        public double[] start() {
            return new double[] {events, exposure};
        }

        @Override
        public double logPredictive(int length, double first, double second, double value, double covered) {
            double total = second + covered;
            return LogGamma.of(first + value)
                    - LogGamma.of(first)
                    - LogGamma.of(value + 1)
                    + first * StrictMath.log(second / total)
                    + value * StrictMath.log(covered / total);
        }

        @Override
        public double nextFirst(int length, double first, double value) {
            return first + value;
        }

        @Override
        public double nextSecond(int length, double first, double second, double value, double covered) {
            return second + covered;
        }

        @Override
        public double level(double first, double second) {
            return first / second;
        }
    }
}
