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

/** A Cox regression that was fitted: scores a customer or a column of them. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class CoxModel implements FittedModel {

    CoxModel() {}

    /**
     * Starts a model from its parts, such as those of a document; {@link CoxRegression} makes one from data.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Three tests that all coefficients are 0, which agree in large samples.
     *
     * @param likelihoodRatio  twice the rise of the log-likelihood
     * @param wald  the coefficients over their variance, the robust one if there is one
     * @param score  the slope at 0 over the information there
     */
    public record Tests(ChiSquared likelihoodRatio, ChiSquared wald, ChiSquared score) {}

    /**
     * The coefficients.
     *
     * @return one for each covariate, in their order
     */
    public abstract List<Coefficient> coefficients();

    /**
     * How the errors of the coefficients go together; robust if the data had clusters.
     *
     * @return a row for each coefficient
     */
    public abstract Covariance covariance();

    /**
     * The likelihood.
     *
     * @return the partial one, with and without coefficients
     */
    public abstract LogLikelihood logLikelihood();

    /**
     * Whether the covariates say anything.
     *
     * @return three tests
     */
    public abstract Tests tests();

    /**
     * How often the model puts two rows in the right order.
     *
     * @return the concordance on the rows it was fitted to
     */
    public abstract Concordance concordance();

    /**
     * The baselines.
     *
     * @return one for each stratum that had events
     */
    public abstract List<Baseline> baselines();

    /**
     * How ties were counted.
     *
     * @return after whom
     */
    public abstract Ties ties();

    /**
     * What the model was fitted to.
     *
     * @return rows, events and steps
     */
    public abstract Fitting fitting();

    @Value.Lazy
    LinearPredictor predictor() {
        return LinearPredictor.of(coefficients(), 0);
    }

    /** Checks that the parts belong together. */
    @Value.Check
    void check() {
        if (covariance().size() != coefficients().size()) {
            throw new IllegalArgumentException("covariance must have a row for each of the "
                    + coefficients().size() + " coefficients, had "
                    + covariance().size() + ".");
        }
    }

    /**
     * The logarithm of the ratio of the hazard to that of the baseline.
     *
     * @param values  the covariates in the order of the coefficients
     * @return the linear predictor
     */
    public double linearPredictor(double... values) {
        return predictor().of(values);
    }

    /**
     * The linear predictors of many, the same to the last bit as those one by one.
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
     * @param stratum  the stratum; empty if there are none
     * @param when  the time; behind the last event the curve is level
     * @param values  the covariates in the order of the coefficients
     * @return 0 to 1
     * @throws IllegalArgumentException if the stratum had no events
     */
    public double survival(String stratum, double when, double... values) {
        return StrictMath.exp(-baseline(stratum).at(when) * StrictMath.exp(linearPredictor(values)));
    }

    /**
     * The shares of many that are still there after a time, the same to the last bit as those one by one.
     *
     * @param stratum  the stratum of all of them; empty if there are none
     * @param when  the time; behind the last event the curve is level
     * @param covariates  the columns that were fitted, with other rows
     * @return one for each row
     * @throws IllegalArgumentException if the stratum had no events
     */
    public double[] survivals(String stratum, double when, Covariates covariates) {
        double hazard = -baseline(stratum).at(when);
        double[] shares = linearPredictors(covariates);
        for (int row = 0; row < shares.length; row++) {
            shares[row] = StrictMath.exp(hazard * StrictMath.exp(shares[row]));
        }
        return shares;
    }

    private Baseline baseline(String stratum) {
        return baselines().stream()
                .filter(one -> one.stratum().equals(stratum))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("stratum (" + stratum + ") must be one of those fitted: "
                                + baselines().stream().map(Baseline::stratum).toList() + "."));
    }

    /** Fills a model. Not for use by several threads. */
    public static final class Builder extends ImmutableCoxModel.Builder {
        Builder() {}
    }
}
