package dev.rapport.health.regression;

import dev.rapport.health.internal.Distributions;

/**
 * A test by a statistic that is chi-squared distributed if there is nothing to find.
 *
 * @param statistic  its value; NaN where there is no such test, as Wald's with fewer clusters than covariates
 * @param degreesOfFreedom  at least 0
 * @param p  the probability of a statistic this large if there is nothing to find
 */
public record ChiSquared(double statistic, int degreesOfFreedom, double p) {

    /**
     * A test with its probability.
     *
     * @param statistic  its value; below 0 only by rounding
     * @param degreesOfFreedom  at least 0; 0 where there is nothing to test
     * @return the test
     */
    public static ChiSquared of(double statistic, int degreesOfFreedom) {
        return new ChiSquared(
                statistic,
                degreesOfFreedom,
                degreesOfFreedom == 0
                        ? 1
                        : Distributions.chiSquaredUpperTail(Math.max(0, statistic), degreesOfFreedom));
    }
}
