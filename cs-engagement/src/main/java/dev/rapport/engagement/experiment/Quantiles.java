package dev.rapport.engagement.experiment;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles and tails, rounded to ten decimals so that nothing written down depends on how a machine computes logarithms. */
final class Quantiles {

    private static final double TEN_DECIMALS = 1e10;
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Quantiles() {}

    /** How many standard errors an interval reaches to each side. */
    static double normal(double level) {
        return normalAbove((1 - level) / 2);
    }

    /** What a share of standard normal numbers lies above. */
    static double normalAbove(double share) {
        return round(NORMAL.inverseSurvivalProbability(share));
    }

    static double normalBelow(double x) {
        return NORMAL.cumulativeProbability(x);
    }

    static double student(double level, double degreesOfFreedom) {
        return Double.isInfinite(degreesOfFreedom)
                ? normal(level)
                : round(TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - level) / 2));
    }

    /** How much of Student's t lies as far from 0 on either side. */
    static double beyond(double t, double degreesOfFreedom) {
        double above = Double.isInfinite(degreesOfFreedom)
                ? NORMAL.survivalProbability(Math.abs(t))
                : TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t));
        return round(2 * above);
    }

    static double chiSquaredAbove(double value, int degrees) {
        return ChiSquaredDistribution.of(degrees).survivalProbability(value);
    }

    private static double round(double quantile) {
        return Math.rint(quantile * TEN_DECIMALS) / TEN_DECIMALS;
    }
}
