package dev.rapport.health.survival;

import dev.rapport.health.fitted.FittedModel;
import dev.rapport.health.regression.ChiSquared;
import dev.rapport.health.regression.Coefficient;
import dev.rapport.health.regression.Covariance;
import dev.rapport.health.regression.Covariates;
import dev.rapport.health.regression.Fitting;
import dev.rapport.health.regression.LinearPredictor;
import dev.rapport.health.regression.LogLikelihood;
import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** A regression of log times that was fitted: scores a customer or a column of them. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class AftModel implements FittedModel {

    AftModel() {}

    /**
     * Starts a model from its parts, such as those of a document; {@link AcceleratedFailureTime} makes one from data.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How times spread.
     *
     * @return the distribution
     */
    public abstract AftDistribution distribution();

    /**
     * The coefficients.
     *
     * @return the intercept, then one for each covariate
     */
    public abstract List<Coefficient> coefficients();

    /**
     * How the errors of the coefficients go together.
     *
     * @return a row for each coefficient, and a last one for the logarithm of the scale unless that is fixed
     */
    public abstract Covariance covariance();

    /**
     * How far log times spread.
     *
     * @return sigma, above 0; 1 for the exponential distribution
     */
    public abstract double scale();

    /**
     * The likelihood.
     *
     * @return of the times, with and without covariates
     */
    public abstract LogLikelihood logLikelihood();

    /**
     * What the model was fitted to.
     *
     * @return rows, events and steps
     */
    public abstract Fitting fitting();

    @Value.Lazy
    LinearPredictor predictor() {
        return LinearPredictor.withIntercept(coefficients());
    }

    /** Checks that the parts belong together. */
    @Value.Check
    void check() {
        int least = coefficients().size();
        if (least == 0 || covariance().size() < least || covariance().size() > least + 1) {
            throw new IllegalArgumentException("coefficients (" + least
                    + ") must begin with an intercept, and covariance have as many rows or one more, had "
                    + covariance().size() + ".");
        }
        if (!(scale() > 0 && scale() < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("scale (" + scale() + ") must be finite and above 0.");
        }
    }

    /**
     * The standard error of the logarithm of the scale.
     *
     * @return at least 0; 0 where the scale is fixed
     */
    public double logScaleStandardError() {
        int last = coefficients().size();
        return covariance().size() == last ? 0 : covariance().error(last);
    }

    /**
     * Whether the covariates say anything.
     *
     * @return the likelihood ratio test
     */
    public ChiSquared likelihoodRatio() {
        return ChiSquared.of(
                2 * (logLikelihood().fitted() - logLikelihood().none()),
                coefficients().size() - 1);
    }

    /**
     * The location of the logarithm of time.
     *
     * @param values  the covariates in the order of the coefficients, without the intercept
     * @return the linear predictor
     */
    public double linearPredictor(double... values) {
        return predictor().of(values);
    }

    /**
     * The locations of many, the same to the last bit as those one by one.
     *
     * @param covariates  the columns that were fitted, with other rows
     * @return one for each row
     */
    public double[] linearPredictors(Covariates covariates) {
        return predictor().of(covariates);
    }

    /**
     * The share of such customers that is still there after a time.
     *
     * @param when  the time, above 0
     * @param values  the covariates in the order of the coefficients, without the intercept
     * @return 0 to 1
     */
    public double survival(double when, double... values) {
        double z = (StrictMath.log(when) - linearPredictor(values)) / scale();
        return StrictMath.exp(distribution().logSurvival(z));
    }

    /**
     * The shares of many that are still there after a time, the same to the last bit as those one by one.
     *
     * @param when  the time, above 0
     * @param covariates  the columns that were fitted, with other rows
     * @return one for each row
     */
    public double[] survivals(double when, Covariates covariates) {
        double[] shares = linearPredictors(covariates);
        double now = StrictMath.log(when);
        for (int row = 0; row < shares.length; row++) {
            shares[row] = StrictMath.exp(distribution().logSurvival((now - shares[row]) / scale()));
        }
        return shares;
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
        return StrictMath.exp(linearPredictor(values) + scale() * distribution().quantile(share));
    }

    /** Fills a model. Not for use by several threads. */
    public static final class Builder extends ImmutableAftModel.Builder {
        Builder() {}
    }
}
