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
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;

/** A regression of the hazard of periods that was fitted. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class DiscreteHazardModel implements FittedModel {

    static final int LAST_PERIOD = 10_000;

    DiscreteHazardModel() {}

    /**
     * Starts a model from its parts, such as those of a document; {@link DiscreteHazardRegression} makes one from data.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * How a linear predictor becomes a hazard.
     *
     * @return the link
     */
    public abstract HazardLink link();

    /**
     * The spans of periods that share a level.
     *
     * @return the first period of each, from 1; the last does not end
     */
    public abstract List<Integer> spans();

    /**
     * The coefficients.
     *
     * @return the level of each span, then one for each covariate
     */
    public abstract List<Coefficient> coefficients();

    /**
     * How the errors of the coefficients go together.
     *
     * @return a row for each coefficient
     */
    public abstract Covariance covariance();

    /**
     * The likelihood.
     *
     * @return with the levels only, and with all
     */
    public abstract LogLikelihood logLikelihood();

    /**
     * What the model was fitted to.
     *
     * @return rows (not periods), events and steps
     */
    public abstract Fitting fitting();

    @Value.Lazy
    LinearPredictor predictor() {
        return LinearPredictor.of(
                coefficients().subList(spans().size(), coefficients().size()), 0);
    }

    /** Checks that the parts belong together. */
    @Value.Check
    void check() {
        checkSpans(spans());
        if (coefficients().size() < spans().size()
                || covariance().size() != coefficients().size()) {
            throw new IllegalArgumentException("coefficients (" + coefficients().size()
                    + ") must begin with a level for each of the " + spans().size()
                    + " spans, and covariance have as many rows, had "
                    + covariance().size() + ".");
        }
    }

    static void checkSpans(List<Integer> first) {
        for (int i = 0; i < first.size(); i++) {
            if (i == 0 ? first.get(0) != 1 : first.get(i) <= first.get(i - 1)) {
                throw new IllegalArgumentException("spans must rise from 1, were " + first + ".");
            }
        }
        if (first.isEmpty() || first.get(first.size() - 1) > LAST_PERIOD) {
            throw new IllegalArgumentException(
                    "spans must begin with 1 and go to at most " + LAST_PERIOD + ", were " + first + ".");
        }
    }

    static List<String> spanNames(List<Integer> first) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            int from = first.get(i);
            boolean open = i + 1 == first.size();
            int to = open ? from : first.get(i + 1) - 1;
            names.add("period " + from + (open ? "+" : to > from ? "-" + to : ""));
        }
        return names;
    }

    /**
     * Whether the covariates say anything.
     *
     * @return the likelihood ratio test
     */
    public ChiSquared likelihoodRatio() {
        return ChiSquared.of(
                2 * (logLikelihood().fitted() - logLikelihood().none()),
                coefficients().size() - spans().size());
    }

    /**
     * The probability to leave within a period of somebody who was there at its beginning.
     *
     * @param period  from 1; the last span holds for all periods behind it, which is a guess behind the last one observed
     * @param values  the covariates in the order of the coefficients, without the levels
     * @return 0 to 1
     */
    public double hazard(int period, double... values) {
        if (period < 1) {
            throw new IllegalArgumentException("period (" + period + ") must be at least 1.");
        }
        return hazard(period, predictor().of(values));
    }

    private double hazard(int period, double predicted) {
        int span = 0;
        while (span + 1 < spans().size() && spans().get(span + 1) <= period) {
            span++;
        }
        return link().hazard(coefficients().get(span).estimate() + predicted);
    }

    /**
     * The share of such customers that is still there after some periods.
     *
     * @param periods  at least 0
     * @param values  the covariates in the order of the coefficients, without the levels
     * @return 0 to 1
     */
    public double survival(int periods, double... values) {
        return stay(periods, predictor().of(values));
    }

    private double stay(int periods, double predicted) {
        double share = 1;
        for (int period = 1; period <= periods; period++) {
            share *= 1 - hazard(period, predicted);
        }
        return share;
    }

    /**
     * The shares of many that are still there after some periods, the same to the last bit as those one by one.
     *
     * @param periods  at least 0
     * @param covariates  the columns that were fitted, with other rows
     * @return one for each row
     */
    public double[] survivals(int periods, Covariates covariates) {
        double[] shares = predictor().of(covariates);
        for (int row = 0; row < shares.length; row++) {
            shares[row] = stay(periods, shares[row]);
        }
        return shares;
    }

    /** Fills a model. Not for use by several threads. */
    public static final class Builder extends ImmutableDiscreteHazardModel.Builder {
        Builder() {}
    }
}
