package dev.rapport.engagement.experiment;

import java.util.List;

/**
 * Whether the arms of an experiment are as large as was planned. Where they are not, customers were lost on the way, and
 * those who are left cannot be compared.
 *
 * @param statistic  Pearson's chi-squared
 * @param degreesOfFreedom  one less than there are arms
 * @param p  the probability of arms this far off if all is well
 */
public record SampleRatio(double statistic, int degreesOfFreedom, double p) {

    /**
     * Below this probability a mismatch is certain enough to stop: of a thousand sound experiments one is stopped. A.
     * Fabijan and others, Diagnosing Sample Ratio Mismatch in Online Controlled Experiments, KDD 2019,
     * doi:10.1145/3292500.3330722, recommend a limit this low since the check is made on every experiment.
     */
    public static final double LIMIT = 0.001;

    /**
     * Compares sizes with planned shares.
     *
     * <p><strong>Formula.</strong> {@code sum_i (n[i] - N w[i] / W)^2 / (N w[i] / W)} with the sums {@code N} and {@code W}.
     *
     * <p><strong>Units.</strong> Customers {@code n}, weights {@code w} such as 1 and 1.
     *
     * <p><strong>Edges.</strong> Nobody at all is as planned ({@code p = 1}).
     *
     * <p><strong>Algorithm.</strong> As the formula, against the chi-squared distribution.
     *
     * <p><strong>Reference.</strong> K. Pearson, Philosophical Magazine 50 (1900) 157-175, doi:10.1080/14786440009463897.
     *
     * @param sizes  how many customers are in each arm
     * @param weights  how many should be, in any unit, all above 0
     * @return the comparison
     */
    public static SampleRatio of(List<Long> sizes, List<Double> weights) {
        if (sizes.size() != weights.size() || sizes.size() < 2) {
            throw new IllegalArgumentException("weights (" + weights.size() + ") must be as many as sizes ("
                    + sizes.size() + "), and at least 2.");
        }
        double size = 0;
        double weight = 0;
        for (int i = 0; i < sizes.size(); i++) {
            if (sizes.get(i) < 0 || !(weights.get(i) > 0) || !Double.isFinite(weights.get(i))) {
                throw new IllegalArgumentException("arm " + i + " must have at least 0 customers and a weight above 0, had "
                        + sizes.get(i) + " and " + weights.get(i) + ".");
            }
            size += sizes.get(i);
            weight += weights.get(i);
        }
        double statistic = 0;
        for (int i = 0; i < sizes.size(); i++) {
            double expected = size * weights.get(i) / weight;
            statistic += expected > 0 ? (sizes.get(i) - expected) * (sizes.get(i) - expected) / expected : 0;
        }
        int degrees = sizes.size() - 1;
        return new SampleRatio(statistic, degrees, Quantiles.chiSquaredAbove(statistic, degrees));
    }

    /**
     * Says whether the arms are too far off.
     *
     * @return true if the probability is below {@link #LIMIT}
     */
    public boolean isMismatch() {
        return p < LIMIT;
    }
}
