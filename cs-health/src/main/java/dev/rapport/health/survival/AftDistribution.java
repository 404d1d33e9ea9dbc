package dev.rapport.health.survival;

import dev.rapport.health.internal.Distributions;

/** How the logarithms of times spread around their location. All are log-concave, which makes the likelihood concave. */
public enum AftDistribution {
    /** Times are Weibull: the hazard rises or falls with a power of time. Logarithms follow the extreme value distribution. */
    WEIBULL {
        @Override
        double logDensity(double z) {
            return z - StrictMath.exp(z);
        }

        @Override
        double logSurvival(double z) {
            return -StrictMath.exp(z);
        }

        @Override
        double slope(double z, boolean event) {
            return (event ? 1 : 0) - StrictMath.exp(z);
        }

        @Override
        double curvature(double z, boolean event) {
            return StrictMath.exp(z);
        }

        @Override
        double quantile(double share) {
            return StrictMath.log(-StrictMath.log1p(-share));
        }
    },
    /** Times are exponential: the hazard is constant. Weibull with scale 1. */
    EXPONENTIAL {
        @Override
        double logDensity(double z) {
            return WEIBULL.logDensity(z);
        }

        @Override
        double logSurvival(double z) {
            return WEIBULL.logSurvival(z);
        }

        @Override
        double slope(double z, boolean event) {
            return WEIBULL.slope(z, event);
        }

        @Override
        double curvature(double z, boolean event) {
            return WEIBULL.curvature(z, event);
        }

        @Override
        double quantile(double share) {
            return WEIBULL.quantile(share);
        }
    },
    /** Times are lognormal: the hazard rises, then falls. Logarithms are normal. */
    LOGNORMAL {
        @Override
        double logDensity(double z) {
            return -z * z / 2 - HALF_LOG_TWO_PI;
        }

        @Override
        double logSurvival(double z) {
            return StrictMath.log(Distributions.normalUpperTail(z));
        }

        @Override
        double slope(double z, boolean event) {
            return event ? -z : -hazard(z);
        }

        @Override
        double curvature(double z, boolean event) {
            double hazard = hazard(z);
            return event ? 1 : hazard * (hazard - z);
        }

        @Override
        double quantile(double share) {
            return Distributions.normalQuantile(share);
        }

        private double hazard(double z) {
            // Beyond 30 the tail underflows in time; the expansion is exact to a double there
            return z > 30
                    ? z / (1 - 1 / (z * z) + 3 / (z * z * z * z))
                    : StrictMath.exp(logDensity(z)) / Distributions.normalUpperTail(z);
        }
    },
    /** Times are log-logistic: the odds to have left grow with a power of time. Logarithms are logistic. */
    LOGLOGISTIC {
        @Override
        double logDensity(double z) {
            return z + 2 * logSurvival(z);
        }

        @Override
        double logSurvival(double z) {
            return z > 0 ? -z - StrictMath.log1p(StrictMath.exp(-z)) : -StrictMath.log1p(StrictMath.exp(z));
        }

        @Override
        double slope(double z, boolean event) {
            return event ? 1 - 2 * share(z) : -share(z);
        }

        @Override
        double curvature(double z, boolean event) {
            double share = share(z);
            return (event ? 2 : 1) * share * (1 - share);
        }

        @Override
        double quantile(double share) {
            return StrictMath.log(share / (1 - share));
        }

        private double share(double z) {
            return 1 / (1 + StrictMath.exp(-z));
        }
    };

    private static final double HALF_LOG_TWO_PI = StrictMath.log(2 * Math.PI) / 2;

    abstract double logDensity(double z);

    abstract double logSurvival(double z);

    /** The derivative of the logarithm of the density, or of the survival for a censored row. */
    abstract double slope(double z, boolean event);

    /** The negative second derivative. */
    abstract double curvature(double z, boolean event);

    /** Where a share lies below. */
    abstract double quantile(double share);
}
