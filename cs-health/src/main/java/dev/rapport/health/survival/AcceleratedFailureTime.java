package dev.rapport.health.survival;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.internal.Cholesky;
import dev.rapport.health.internal.FitProblems;
import dev.rapport.health.internal.Newton;
import dev.rapport.health.regression.Coefficient;
import dev.rapport.health.regression.Covariance;
import dev.rapport.health.regression.Covariates;
import dev.rapport.health.regression.Fitting;
import dev.rapport.health.regression.LogLikelihood;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Regression of the logarithm of time: how covariates stretch or shorten the time customers stay. Immutable.
 *
 * <p><b>Formula.</b> {@code log T = b0 + x b + sigma e}, with {@code e} after the distribution; rows that are censored count
 * with the probability to stay longer.
 *
 * <p><b>Units.</b> {@code exp(b)} is the factor by which times grow for one unit of the covariate; sigma has none.
 *
 * <p><b>Edge results.</b> No event, fewer than two distinct times, a covariate that is constant, not finite or follows from
 * others are problems that name it. Rows with a start of their own are refused.
 *
 * <p><b>Algorithm.</b> Newton's method in {@code (b / sigma, 1 / sigma)}, where the likelihood is concave (Olsen), so that
 * there is one maximum; errors by the delta method. Agrees with R's {@code survreg} to 1e-7.
 *
 * <p><b>References.</b> Kalbfleisch and Prentice, The Statistical Analysis of Failure Time Data (2002), chapter 3; Olsen
 * (1978), doi:10.2307/1913082; Burridge (1981), doi:10.1111/j.2517-6161.1981.tb01152.x.
 */
public final class AcceleratedFailureTime {

    private final AftDistribution distribution;

    private AcceleratedFailureTime(AftDistribution distribution) {
        this.distribution = requireNonNull(distribution, "distribution");
    }

    /**
     * A regression.
     *
     * @param distribution  how times spread
     * @return the regression
     */
    public static AcceleratedFailureTime of(AftDistribution distribution) {
        return new AcceleratedFailureTime(distribution);
    }

    /**
     * Fits.
     *
     * @param data  the rows, all watched from time 0; strata and clusters are ignored
     * @param covariates  their covariates, without an intercept
     * @return the model; or why there is none
     */
    public Checked<AftModel> fit(SurvivalData data, Covariates covariates) {
        if (covariates.rows() != data.size()) {
            throw new IllegalArgumentException(
                    "covariates must have the " + data.size() + " rows of the data, had " + covariates.rows() + ".");
        }
        if (data.hasStarts()) {
            throw new IllegalArgumentException(
                    "data must have rows watched from time 0, had starts.\nMaybe use CoxRegression, which knows them.");
        }
        ProblemCollector problems = new ProblemCollector();
        problems.addAll(covariates.check(false));
        if (data.events() == 0) {
            problems.add(Problem.error(
                            "no-events",
                            Location.NONE,
                            "data must have at least one event, had none among " + data.size() + " rows")
                    .withAdvice("Maybe watch for longer: without an event there is no time to explain"));
        }
        if (problems.errorCount() > 0) {
            return Checked.invalid(problems.problems());
        }
        AftLikelihood none = new AftLikelihood(data, Covariates.none(data.size()), distribution);
        Newton without = Newton.maximise(none, none.start());
        AftLikelihood likelihood = new AftLikelihood(data, covariates, distribution);
        Newton newton = Newton.maximise(likelihood, likelihood.start());
        if (newton.ending() != Newton.Ending.CONVERGED || without.ending() != Newton.Ending.CONVERGED) {
            Newton failed = without.ending() == Newton.Ending.CONVERGED ? newton : without;
            return Checked.invalid(FitProblems.of(failed, names(covariates)));
        }
        return Checked.valid(model(data, covariates, likelihood, newton, without.value()));
    }

    private static List<String> names(Covariates covariates) {
        List<String> names = new ArrayList<>();
        names.add("intercept");
        names.addAll(covariates.names());
        names.add("scale");
        return names;
    }

    private AftModel model(
            SurvivalData data, Covariates covariates, AftLikelihood likelihood, Newton newton, double without) {
        int size = likelihood.size;
        double[] parameters = newton.parameters();
        boolean fixed = parameters.length == size;
        double sigma = fixed ? 1 : 1 / parameters[size];
        double[][] inverse = Cholesky.of(newton.information()).inverse();
        double[] estimates = new double[size];
        // Each row times its scale gives the estimate's derivatives by the parameters
        double[][] rows = new double[parameters.length][parameters.length];
        double[] scales = new double[parameters.length];
        Arrays.fill(scales, 1);
        estimates[0] = likelihood.center;
        for (int j = 0; j < size; j++) {
            scales[j] = j == 0 ? 1 : likelihood.scale[j];
            double estimate = parameters[j] * sigma;
            estimates[j] += estimate / scales[j];
            rows[j][j] = sigma;
            if (!fixed) {
                rows[j][size] = -estimate * sigma;
            }
            if (j > 0) {
                double mean = likelihood.mean[j] / scales[j];
                estimates[0] -= estimate * mean;
                for (int k = 0; k < parameters.length; k++) {
                    rows[0][k] -= rows[j][k] * mean;
                }
            }
        }
        if (!fixed) {
            rows[size][size] = -sigma;
        }
        double[][] spread = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                spread[i][j] = product(rows[i], inverse, rows[j]);
            }
        }
        Covariance covariance = Covariance.of(spread, scales);
        return AftModel.builder()
                .distribution(distribution)
                .coefficients(Coefficient.list(names(covariates), estimates, covariance))
                .covariance(covariance)
                .scale(sigma)
                .logLikelihood(new LogLikelihood(without, newton.value()))
                .fitting(new Fitting(data.size(), data.events(), newton.iterations()))
                .build();
    }

    private static double product(double[] left, double[][] matrix, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            for (int j = 0; j < right.length; j++) {
                sum += left[i] * matrix[i][j] * right[j];
            }
        }
        return sum;
    }
}
