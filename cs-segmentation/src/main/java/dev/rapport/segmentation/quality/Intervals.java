package dev.rapport.segmentation.quality;

import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** The 95 % intervals of means. */
final class Intervals {

    private static final double ABOVE = 0.025;
    private static final double TEN_DECIMALS = 1e10;
    private static final double Z = rounded(NormalDistribution.of(0, 1));

    private Intervals() {}

    /** Wilson's interval of a share: Journal of the American Statistical Association 22, 1927, doi:10.2307/2276774. */
    static Estimate share(double mean, int n) {
        double square = Z * Z;
        double centre = (mean + square / (2 * n)) / (1 + square / n);
        double margin = Z / (1 + square / n) * Math.sqrt(mean * (1 - mean) / n + square / (4.0 * n * n));
        return new Estimate(
                mean, Math.max(0, Math.min(mean, centre - margin)), Math.min(1, Math.max(mean, centre + margin)));
    }

    static Estimate mean(double mean, double squares, int n) {
        if (n == 1) {
            return new Estimate(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double margin = student(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return new Estimate(mean, mean - margin, mean + margin);
    }

    static double student(int degrees) {
        return rounded(TDistribution.of(degrees));
    }

    /** To ten decimals, so that what is written down does not depend on how a machine computes logarithms. */
    private static double rounded(ContinuousDistribution distribution) {
        return Math.rint(distribution.inverseSurvivalProbability(ABOVE) * TEN_DECIMALS) / TEN_DECIMALS;
    }
}
