package dev.rapport.engagement.experiment;

import java.util.Arrays;

/**
 * Takes out of an outcome what a number from before the experiment explains (CUPED). Immutable.
 *
 * <p><strong>Formula.</strong> {@code y' = y - theta (x - mean(x))} with {@code theta = cov(x, y) / var(x)} over both arms, then
 * {@link TwoArms#difference} of {@code y'}.
 *
 * <p><strong>Units.</strong> The outcome {@code y} and the covariate {@code x} in any; {@code theta} is the one's per the
 * other's.
 *
 * <p><strong>Edges.</strong> Refused as the difference itself, and if the covariate never varies. A covariate that explains
 * nothing changes next to nothing.
 *
 * <p><strong>Algorithm.</strong> Two passes. The covariate must be from before the treatment, or it takes out the effect as
 * well; that cannot be seen in the numbers.
 *
 * <p><strong>Reference.</strong> A. Deng, Y. Xu, R. Kohavi, T. Walker, Improving the Sensitivity of Online Controlled
 * Experiments by Utilizing Pre-Experiment Data, WSDM 2013, doi:10.1145/2433396.2433413.
 */
public final class CovariateAdjustment {

    private final double theta;
    private final double correlation;
    private final TwoArms arms;

    private CovariateAdjustment(double theta, double correlation, TwoArms arms) {
        this.theta = theta;
        this.correlation = correlation;
        this.arms = arms;
    }

    /**
     * Adjusts the outcomes.
     *
     * @param isTreated  which customers were treated
     * @param outcomes  the outcome of each, finite
     * @param covariate  a number of each from before the experiment, finite
     * @return the adjustment
     */
    public static CovariateAdjustment of(boolean[] isTreated, double[] outcomes, double[] covariate) {
        int n = outcomes.length;
        if (isTreated.length != n || covariate.length != n) {
            throw new IllegalArgumentException("isTreated (" + isTreated.length + ") and covariate (" + covariate.length
                    + ") must be as many as outcomes (" + n + ").");
        }
        // Also refuses what is not finite
        Sample of = Sample.of(outcomes);
        Sample by = Sample.of(covariate);
        double products = 0;
        double ofSquares = 0;
        double bySquares = 0;
        for (int i = 0; i < n; i++) {
            double x = covariate[i] - by.mean();
            double y = outcomes[i] - of.mean();
            products += x * y;
            ofSquares += y * y;
            bySquares += x * x;
        }
        double theta = by.isConstant() ? Double.NaN : products / bySquares;
        double scale = Math.sqrt(ofSquares) * Math.sqrt(bySquares);
        return new CovariateAdjustment(
                theta,
                by.isConstant() || of.isConstant() ? Double.NaN : products / scale,
                TwoArms.of(
                        adjusted(true, isTreated, outcomes, covariate, theta, by.mean()),
                        adjusted(false, isTreated, outcomes, covariate, theta, by.mean())));
    }

    private static Sample adjusted(
            boolean arm, boolean[] isTreated, double[] outcomes, double[] covariate, double theta, double centre) {
        double[] adjusted = new double[outcomes.length];
        int count = 0;
        for (int i = 0; i < outcomes.length; i++) {
            if (isTreated[i] == arm) {
                double explained = Double.isFinite(theta) ? theta * (covariate[i] - centre) : 0;
                adjusted[count++] = outcomes[i] - explained;
            }
        }
        return Sample.of(Arrays.copyOf(adjusted, count));
    }

    /**
     * The effect on what the covariate does not explain.
     *
     * @param judgement  what is asked
     * @return the effect
     */
    public Effect effect(Judgement judgement) {
        if (!Double.isFinite(theta)) {
            return new Effect.Refused(EffectMethod.CUPED, "the covariate never varies");
        }
        Effect effect = arms.difference(judgement);
        if (effect instanceof Effect.Measured measured) {
            Spread spread = new Spread(measured.value(), measured.standardError(), measured.degreesOfFreedom());
            return Effect.Measured.student(EffectMethod.CUPED, spread, judgement);
        }
        return new Effect.Refused(EffectMethod.CUPED, ((Effect.Refused) effect).reason());
    }

    /**
     * How much of the outcome goes with one unit of the covariate.
     *
     * @return the slope; NaN if the covariate never varies
     */
    public double theta() {
        return theta;
    }

    /**
     * The share of the outcome's variance that the covariate takes out.
     *
     * @return from 0 to 1, the square of the correlation; NaN if one of the two never varies
     */
    public double explained() {
        return correlation * correlation;
    }
}
