package dev.rapport.health.classification;

import dev.rapport.health.internal.BinomialLikelihood.Link;
import dev.rapport.health.internal.Distributions;
import dev.rapport.health.regression.Coefficient;
import dev.rapport.health.regression.Covariates;
import java.util.List;

/** A logistic regression that was fitted: scores a customer or a column of them. Immutable. */
public final class LogisticModel {

    private final List<Coefficient> coefficients;
    private final double[] estimates;
    private final double without;
    private final double fitted;
    private final int size;
    private final int events;
    private final int iterations;

    LogisticModel(List<Coefficient> coefficients, double without, double fitted, int size, int events, int iterations) {
        this.coefficients = List.copyOf(coefficients);
        this.estimates =
                coefficients.stream().mapToDouble(Coefficient::estimate).toArray();
        this.without = without;
        this.fitted = fitted;
        this.size = size;
        this.events = events;
        this.iterations = iterations;
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
     * The log-likelihood with the intercept only.
     *
     * @return at most 0
     */
    public double nullLogLikelihood() {
        return without;
    }

    /**
     * The log-likelihood.
     *
     * @return at most 0, without the penalty of a ridge
     */
    public double logLikelihood() {
        return fitted;
    }

    /**
     * The probability of a likelihood this much higher if the covariates said nothing.
     *
     * @return 0 to 1
     */
    public double likelihoodRatioP() {
        int degrees = coefficients.size() - 1;
        return degrees == 0 ? 1 : Distributions.chiSquaredUpperTail(Math.max(0, 2 * (fitted - without)), degrees);
    }

    /**
     * The number of rows fitted.
     *
     * @return how many
     */
    public int size() {
        return size;
    }

    /**
     * The number of rows with a yes.
     *
     * @return at least 1
     */
    public int events() {
        return events;
    }

    /**
     * How many steps the search took.
     *
     * @return the number
     */
    public int iterations() {
        return iterations;
    }

    /**
     * The probability of a yes.
     *
     * @param values  the covariates in the order of the coefficients, without the intercept
     * @return 0 to 1
     */
    public double probability(double... values) {
        if (values.length != estimates.length - 1) {
            throw new IllegalArgumentException("values must be one for each of the " + (estimates.length - 1)
                    + " covariates, were " + values.length + ".");
        }
        double eta = estimates[0];
        for (int j = 0; j < values.length; j++) {
            eta += estimates[j + 1] * values[j];
        }
        return Link.LOGIT.probability(eta);
    }

    /**
     * The probabilities of many, the same to the last bit as those one by one.
     *
     * @param covariates  the columns that were fitted, with other rows
     * @return a probability for each row
     */
    public double[] probabilities(Covariates covariates) {
        List<String> names =
                coefficients.stream().skip(1).map(Coefficient::name).toList();
        if (!covariates.names().equals(names)) {
            throw new IllegalArgumentException("covariates must be " + names + ", were " + covariates.names() + ".");
        }
        double[] probabilities = new double[covariates.rows()];
        for (int row = 0; row < probabilities.length; row++) {
            double eta = estimates[0];
            for (int j = 0; j < covariates.size(); j++) {
                eta += estimates[j + 1] * covariates.value(row, j);
            }
            probabilities[row] = Link.LOGIT.probability(eta);
        }
        return probabilities;
    }
}
