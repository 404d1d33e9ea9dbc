package dev.rapport.health.internal;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The few probabilities that tests and intervals need.
 *
 * <p>This class is internal to Rapport and may change in any release.
 */
public final class Distributions {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Distributions() {}

    /**
     * The probability that a standard normal variable is larger.
     *
     * @param z  any number
     * @return 0 to 1
     */
    public static double normalUpperTail(double z) {
        return NORMAL.survivalProbability(z);
    }

    /**
     * Where a share of standard normal variables lies below.
     *
     * @param share  above 0 and below 1
     * @return the quantile
     */
    public static double normalQuantile(double share) {
        return NORMAL.inverseCumulativeProbability(share);
    }

    /**
     * The half width of a two-sided interval in standard errors.
     *
     * @param confidence  the share covered, above 0 and below 1
     * @return the quantile, such as 1.96 for 0.95
     */
    public static double normalHalfWidth(double confidence) {
        return NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
    }

    /**
     * The probability that a chi-squared variable is larger.
     *
     * @param value  at least 0
     * @param degrees  degrees of freedom, at least 1
     * @return 0 to 1
     */
    public static double chiSquaredUpperTail(double value, int degrees) {
        return ChiSquaredDistribution.of(degrees).survivalProbability(value);
    }
}
