package dev.rapport.health.classification;

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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Logistic regression: how covariates move the odds of a yes. Immutable.
 *
 * <p><b>Formula.</b> {@code log(p / (1 - p)) = b0 + x b}; b maximises the likelihood. A ridge adds {@code -lambda / 2 x sum of
 * (b_j s_j)^2} with the standard deviations {@code s_j} of the columns, and leaves the intercept alone.
 *
 * <p><b>Units.</b> A coefficient is the logarithm of the ratio of odds for one unit of its covariate.
 *
 * <p><b>Edge results.</b> Only yes or only no, a covariate that is constant, not finite, follows from others or separates yes
 * from no are problems that name it; no NaN comes out.
 *
 * <p><b>Algorithm.</b> Newton's method with step halving on standardised columns, O(n p^2) a step; columns are read in
 * blocks, without a second copy. Of many rows the search begins near the maximum, which is found by way of shares of them,
 * O(n p) a step. Agrees with R's {@code glm} to 1e-9.
 *
 * <p><b>References.</b> McCullagh and Nelder, Generalized Linear Models (1989), chapter 4; Albert and Anderson (1984) on
 * separation, doi:10.1093/biomet/71.1.1.
 *
 * <pre>{@code
 * LogisticModel model = LogisticRegression.plain().fit(covariates, churned).orThrow();
 * double probability = model.probability(12, 79.85);
 * }</pre>
 */
public final class LogisticRegression {

    private final double ridge;
    private final double @Nullable [] weights;

    private LogisticRegression(double ridge, double @Nullable [] weights) {
        this.ridge = ridge;
        this.weights = weights;
    }

    /**
     * A regression without a penalty.
     *
     * @return the regression
     */
    public static LogisticRegression plain() {
        return new LogisticRegression(0, null);
    }

    /**
     * This regression with a penalty on large coefficients.
     *
     * @param lambda  the strength, finite and at least 0
     * @return the regression
     */
    public LogisticRegression ridge(double lambda) {
        if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("lambda (" + lambda + ") must be finite and at least 0.");
        }
        return new LogisticRegression(lambda, weights);
    }

    /**
     * This regression with rows that count more or less than once.
     *
     * @param values  a weight for each row, finite and at least 0
     * @return the regression
     */
    public LogisticRegression weights(double... values) {
        for (int row = 0; row < values.length; row++) {
            if (!(values[row] >= 0 && values[row] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "values[" + row + "] (" + values[row] + ") must be finite and at least 0.");
            }
        }
        return new LogisticRegression(ridge, values.clone());
    }

    /**
     * Fits.
     *
     * @param covariates  the columns, without an intercept
     * @param yes  the outcome of each row
     * @return the model; or why there is none
     */
    public Checked<LogisticModel> fit(Covariates covariates, boolean... yes) {
        if (yes.length != covariates.rows()) {
            throw new IllegalArgumentException(
                    "yes must have one value for each of the " + covariates.rows() + " rows, had " + yes.length + ".");
        }
        if (weights != null && weights.length != yes.length) {
            throw new IllegalArgumentException(
                    "weights must be one for each of the " + yes.length + " rows, were " + weights.length + ".");
        }
        ProblemCollector problems = new ProblemCollector();
        problems.addAll(covariates.check(ridge > 0));
        LogisticLikelihood likelihood = new LogisticLikelihood(covariates, yes, weights, ridge);
        int events = likelihood.events();
        if (events == 0 || events == yes.length) {
            problems.add(Problem.error(
                            "one-outcome",
                            Location.NONE,
                            "the outcome must be yes for some rows and no for others, was "
                                    + (events == 0 ? "no" : "yes") + " for all " + yes.length)
                    .withAdvice("Maybe the rows were chosen by the outcome, or the period is too short"));
        }
        if (problems.errorCount() > 0) {
            return Checked.invalid(problems.problems());
        }
        Newton newton = Newton.maximise(likelihood, LogisticStart.of(likelihood));
        List<String> names = new ArrayList<>();
        names.add("intercept");
        names.addAll(covariates.names());
        return newton.ending() == Newton.Ending.CONVERGED
                ? Checked.valid(model(
                        likelihood,
                        newton,
                        names,
                        likelihood.without(),
                        new Fitting(yes.length, events, newton.iterations())))
                : Checked.invalid(FitProblems.of(newton, names));
    }

    private static LogisticModel model(
            LogisticLikelihood likelihood, Newton newton, List<String> names, double none, Fitting fitting) {
        double[] estimates = likelihood.unscaled(newton.parameters());
        Covariance covariance =
                likelihood.covariance(Cholesky.of(newton.information()).inverse());
        return LogisticModel.builder()
                .coefficients(Coefficient.list(names, estimates, covariance))
                .covariance(covariance)
                .logLikelihood(new LogLikelihood(none, likelihood.unpenalised(newton.value(), newton.parameters())))
                .fitting(fitting)
                .build();
    }
}
