package dev.rapport.health.estimate;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How many standard errors an interval reaches to each side. Rounded to ten decimals, so that what is written down does not
 * depend on how a machine computes logarithms.
 */
final class Quantiles {

    private static final double TEN_DECIMALS = 1e10;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Quantiles() {}

    static double normal(double level) {
        return round(NORMAL.inverseSurvivalProbability((1 - level) / 2));
    }

    static double student(double level, double degreesOfFreedom) {
        return round(TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - level) / 2));
    }

    private static double round(double quantile) {
        return Math.rint(quantile * TEN_DECIMALS) / TEN_DECIMALS;
    }
}
