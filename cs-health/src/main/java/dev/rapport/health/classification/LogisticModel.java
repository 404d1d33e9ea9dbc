package dev.rapport.health.classification;

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

/** A logistic regression that was fitted: scores a customer or a column of them. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class LogisticModel implements FittedModel {

    LogisticModel() {}

    /**
     * Starts a model from its parts, such as those of a document; {@link LogisticRegression} makes one from data.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The coefficients.
     *
     * @return the intercept, then one for each covariate
     */
    public abstract List<Coefficient> coefficients();

    /**
     * How the errors of the coefficients go together.
     *
     * @return a row for each coefficient, the intercept first
     */
    public abstract Covariance covariance();

    /**
     * The likelihood.
     *
     * @return with the intercept only, and with all
     */
    public abstract LogLikelihood logLikelihood();

    /**
     * What the model was fitted to.
     *
     * @return rows, those with a yes, and steps
     */
    public abstract Fitting fitting();

    @Value.Lazy
    LinearPredictor predictor() {
        return LinearPredictor.withIntercept(coefficients());
    }

    /** Checks that the parts belong together. */
    @Value.Check
    void check() {
        if (coefficients().isEmpty() || covariance().size() != coefficients().size()) {
            throw new IllegalArgumentException("coefficients (" + coefficients().size()
                    + ") must begin with an intercept, and covariance have as many rows, had "
                    + covariance().size() + ".");
        }
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
     * The probability of a yes.
     *
     * @param values  the covariates in the order of the coefficients, without the intercept
     * @return 0 to 1
     */
    public double probability(double... values) {
        return 1 / (1 + StrictMath.exp(-predictor().of(values)));
    }

    /**
     * The probabilities of many, the same to the last bit as those one by one.
     *
     * @param covariates  the columns that were fitted, with other rows
     * @return a probability for each row
     */
    public double[] probabilities(Covariates covariates) {
        double[] probabilities = predictor().of(covariates);
        for (int row = 0; row < probabilities.length; row++) {
            probabilities[row] = 1 / (1 + StrictMath.exp(-probabilities[row]));
        }
        return probabilities;
    }

    /** Fills a model. Not for use by several threads. */
    public static final class Builder extends ImmutableLogisticModel.Builder {
        Builder() {}
    }
}
