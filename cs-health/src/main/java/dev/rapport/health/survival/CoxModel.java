package dev.rapport.health.survival;

import dev.rapport.health.regression.Coefficient;
import java.util.List;

/** A Cox regression that was fitted: scores a customer or a column of them. Immutable. */
public final class CoxModel {

    private final List<Coefficient> coefficients;
    private final double[][] covariance;
    private final LogLikelihood logLikelihood;
    private final Tests tests;
    private final Concordance concordance;
    private final List<Baseline> baselines;
    private final int size;
    private final int events;
    private final Ties ties;
    private final int iterations;

    CoxModel(
            List<Coefficient> coefficients,
            double[][] covariance,
            LogLikelihood logLikelihood,
            Tests tests,
            Concordance concordance,
            List<Baseline> baselines,
            int size,
            int events,
            Ties ties,
            int iterations) {
        this.coefficients = List.copyOf(coefficients);
        this.covariance = covariance;
        this.logLikelihood = logLikelihood;
        this.tests = tests;
        this.concordance = concordance;
        this.baselines = List.copyOf(baselines);
        this.size = size;
        this.events = events;
        this.ties = ties;
        this.iterations = iterations;
    }

    /**
     * The logarithm of the partial likelihood.
     *
     * @param none  with all coefficients 0
     * @param fitted  at the estimates, without the penalty of a ridge
     */
    public record LogLikelihood(double none, double fitted) {}

    /**
     * A test that all coefficients are 0.
     *
     * @param statistic  chi-squared; NaN where there is no such test, as Wald's with fewer clusters than covariates
     * @param degreesOfFreedom  the number of coefficients
     * @param p  the probability of a statistic this large
     */
    public record Test(double statistic, int degreesOfFreedom, double p) {}

    /**
     * Three tests that all coefficients are 0, which agree in large samples.
     *
     * @param likelihoodRatio  twice the rise of the log-likelihood
     * @param wald  the coefficients over their variance, the robust one if there is one
     * @param score  the slope at 0 over the information there
     */
    public record Tests(Test likelihoodRatio, Test wald, Test score) {}

    /**
     * The coefficients.
     *
     * @return one for each covariate, in their order
     */
    public List<Coefficient> coefficients() {
        return coefficients;
    }

    /**
     * The covariance of two coefficients; the robust one if the data had clusters.
     *
     * @param i  one
     * @param j  the other
     * @return the covariance
     */
    public double covariance(int i, int j) {
        return covariance[i][j];
    }

    /**
     * The likelihood.
     *
     * @return with and without coefficients
     */
    public LogLikelihood logLikelihood() {
        return logLikelihood;
    }

    /**
     * Whether the covariates say anything.
     *
     * @return three tests
     */
    public Tests tests() {
        return tests;
    }

    /**
     * How often the model puts two rows in the right order.
     *
     * @return the concordance on the rows it was fitted to
     */
    public Concordance concordance() {
        return concordance;
    }

    /**
     * The baselines.
     *
     * @return one for each stratum that had events
     */
    public List<Baseline> baselines() {
        return baselines;
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
     * How ties were counted.
     *
     * @return after whom
     */
    public Ties ties() {
        return ties;
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
     * The logarithm of the ratio of the hazard to that of the baseline.
     *
     * @param values  the covariates in the order of the coefficients
     * @return the linear predictor
     */
    public double linearPredictor(double... values) {
        if (values.length != coefficients.size()) {
            throw new IllegalArgumentException("values must be one for each of the " + coefficients.size()
                    + " covariates, were " + values.length + ".");
        }
        double sum = 0;
        for (int j = 0; j < values.length; j++) {
            sum += coefficients.get(j).estimate() * values[j];
        }
        return sum;
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
        Baseline baseline = baselines.stream()
                .filter(one -> one.stratum().equals(stratum))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("stratum (" + stratum + ") must be one of those fitted: "
                                + baselines.stream().map(Baseline::stratum).toList() + "."));
        return StrictMath.exp(-baseline.at(when) * StrictMath.exp(linearPredictor(values)));
    }
}
