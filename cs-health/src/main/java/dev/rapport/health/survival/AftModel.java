package dev.rapport.health.survival;

import dev.rapport.health.internal.Distributions;
import dev.rapport.health.regression.Coefficient;
import java.util.List;

/** A regression of log times that was fitted: scores a customer or a column of them. Immutable. */
public final class AftModel {

    private final AftDistribution distribution;
    private final List<Coefficient> coefficients;
    private final double scale;
    private final double logScaleError;
    private final CoxModel.LogLikelihood logLikelihood;
    private final int size;
    private final int events;

    AftModel(
            AftDistribution distribution,
            List<Coefficient> coefficients,
            double scale,
            double logScaleError,
            CoxModel.LogLikelihood logLikelihood,
            int size,
            int events) {
        this.distribution = distribution;
        this.coefficients = List.copyOf(coefficients);
        this.scale = scale;
        this.logScaleError = logScaleError;
        this.logLikelihood = logLikelihood;
        this.size = size;
        this.events = events;
    }

    /**
     * How times spread.
     *
     * @return the distribution
     */
    public AftDistribution distribution() {
        return distribution;
    }

    /**
     * The coefficients.
     *
     * @return the intercept, then one for each covariate
     */
    public List<Coefficient> coefficients() {
        return coefficients;
    }

    /**
     * How far log times spread.
     *
     * @return sigma, above 0; 1 for the exponential distribution
     */
    public double scale() {
        return scale;
    }

    /**
     * The standard error of the logarithm of the scale.
     *
     * @return at least 0; 0 where the scale is fixed
     */
    public double logScaleStandardError() {
        return logScaleError;
    }

    /**
     * The likelihood.
     *
     * @return of the times, with and without covariates
     */
    public CoxModel.LogLikelihood logLikelihood() {
        return logLikelihood;
    }

    /**
     * Whether the covariates say anything.
     *
     * @return the likelihood ratio test
     */
    public CoxModel.Test likelihoodRatio() {
        double statistic = 2 * (logLikelihood.fitted() - logLikelihood.none());
        int degrees = coefficients.size() - 1;
        return new CoxModel.Test(
                statistic,
                degrees,
                degrees == 0 ? 1 : Distributions.chiSquaredUpperTail(Math.max(0, statistic), degrees));
    }

    /**
     * The number of rows fitted.
     *
     * @return how many rows the data had
     */
    public int size() {
        return size;
    }

    /**
     * The number of events fitted.
     *
     * @return at least 1
     */
    public int events() {
        return events;
    }

    /**
     * The location of the logarithm of time.
     *
     * @param values  the covariates in the order of the coefficients, without the intercept
     * @return the linear predictor
     */
    public double linearPredictor(double... values) {
        if (values.length != coefficients.size() - 1) {
            throw new IllegalArgumentException("values must be one for each of the " + (coefficients.size() - 1)
                    + " covariates, were " + values.length + ".");
        }
        double sum = coefficients.get(0).estimate();
        for (int j = 0; j < values.length; j++) {
            sum += coefficients.get(j + 1).estimate() * values[j];
        }
        return sum;
    }

    /**
     * The share of such customers that is still there after a time.
     *
     * @param when  the time, above 0
     * @param values  the covariates in the order of the coefficients, without the intercept
     * @return 0 to 1
     */
    public double survival(double when, double... values) {
        double z = (StrictMath.log(when) - linearPredictor(values)) / scale;
        return StrictMath.exp(distribution.logSurvival(z));
    }

    /**
     * When a share of such customers has left.
     *
     * @param share  above 0 and below 1
     * @param values  the covariates in the order of the coefficients, without the intercept
     * @return the time
     */
    public double quantile(double share, double... values) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("share (" + share + ") must be above 0 and below 1.");
        }
        return StrictMath.exp(linearPredictor(values) + scale * distribution.quantile(share));
    }
}
