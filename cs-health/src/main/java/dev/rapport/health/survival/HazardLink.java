package dev.rapport.health.survival;

/** How a linear predictor becomes the probability to leave within a period. */
public enum HazardLink {
    /** {@code h = 1 / (1 + exp(-eta))}: coefficients are logarithms of ratios of odds. */
    LOGIT {
        @Override
        double hazard(double eta) {
            return 1 / (1 + StrictMath.exp(-eta));
        }

        @Override
        double logHazard(double eta) {
            return -(Math.max(-eta, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(eta))));
        }

        @Override
        double logStay(double eta) {
            return logHazard(-eta);
        }

        @Override
        double slopeOfLeaving(double eta) {
            return 1 - hazard(eta);
        }

        @Override
        double slopeOfStaying(double eta) {
            return -hazard(eta);
        }

        @Override
        double information(double eta) {
            double tail = StrictMath.exp(-Math.abs(eta));
            return tail / ((1 + tail) * (1 + tail));
        }

        @Override
        double of(double hazard) {
            return StrictMath.log(hazard / (1 - hazard));
        }
    },
    /**
     * {@code h = 1 - exp(-exp(eta))}, the complementary log-log link: coefficients are those of a proportional hazard in
     * continuous time that is looked at once a period.
     */
    CLOGLOG {
        @Override
        double hazard(double eta) {
            return -StrictMath.expm1(-StrictMath.exp(eta));
        }

        @Override
        double logHazard(double eta) {
            return StrictMath.log(hazard(eta));
        }

        @Override
        double logStay(double eta) {
            return -StrictMath.exp(eta);
        }

        @Override
        double slopeOfLeaving(double eta) {
            double rate = StrictMath.exp(eta);
            return rate > LARGE ? 0 : rate / StrictMath.expm1(rate);
        }

        @Override
        double slopeOfStaying(double eta) {
            return -StrictMath.exp(eta);
        }

        @Override
        double information(double eta) {
            return StrictMath.exp(eta) * slopeOfLeaving(eta);
        }

        @Override
        double of(double hazard) {
            return StrictMath.log(-StrictMath.log1p(-hazard));
        }
    };

    private static final double LARGE = 700;

    abstract double hazard(double eta);

    abstract double logHazard(double eta);

    abstract double logStay(double eta);

    /** The derivative of {@link #logHazard}. */
    abstract double slopeOfLeaving(double eta);

    /** The derivative of {@link #logStay}. */
    abstract double slopeOfStaying(double eta);

    /** The expected information of one period. */
    abstract double information(double eta);

    /** The linear predictor of a hazard above 0 and below 1. */
    abstract double of(double hazard);
}
