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
import dev.rapport.model.problem.Problems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The hazard of periods: how covariates move the probability to leave in a month, a quarter or a contract, of those who were
 * there at its beginning. For times that are counted, not measured. Immutable.
 *
 * <p><b>Formula.</b> {@code g(h(t, x)) = a_t + x b} with the link g (logit or complementary log-log) and a level a for each
 * period, or for spans of periods that share one; the likelihood is that of a yes or no in every period in which a row was
 * watched.
 *
 * <p><b>Units.</b> Times are whole periods: a row from start to stop was watched in the periods start + 1 to stop, and left,
 * if at all, in the period stop.
 *
 * <p><b>Edge results.</b> A span of periods in which nobody left, or everybody did, has no level and is a problem that names
 * it; so is a covariate that is constant, not finite, follows from others or separates those who left from the others.
 *
 * <p><b>Algorithm.</b> Fisher scoring with step halving on standardised columns. Rows are not repeated for their periods: a
 * row costs its spans times p and p^2 once. Agrees with R's {@code glm} on the repeated rows to 1e-8.
 *
 * <p><b>References.</b> Allison (1982), doi:10.2307/270718; Prentice and Gloeckler (1978), doi:10.2307/2529588.
 *
 * <pre>{@code
 * DiscreteHazardModel model = DiscreteHazardRegression.cloglog().spans(1, 2, 4).fit(data, covariates).orThrow();
 * double renewal = 1 - model.hazard(3, seats);
 * }</pre>
 */
public final class DiscreteHazardRegression {

    private final HazardLink link;
    private final int[] spans;

    private DiscreteHazardRegression(HazardLink link, int[] spans) {
        this.link = requireNonNull(link, "link");
        this.spans = spans;
    }

    /**
     * A regression of the odds to leave, with a level for each period.
     *
     * @return the regression
     */
    public static DiscreteHazardRegression logit() {
        return new DiscreteHazardRegression(HazardLink.LOGIT, new int[0]);
    }

    /**
     * A regression of a proportional hazard that is looked at once a period, with a level for each period.
     *
     * @return the regression
     */
    public static DiscreteHazardRegression cloglog() {
        return new DiscreteHazardRegression(HazardLink.CLOGLOG, new int[0]);
    }

    /**
     * This regression with one level for a span of periods.
     *
     * @param first  the first period of each span, rising, the first of all 1; the last span does not end
     * @return the regression
     */
    public DiscreteHazardRegression spans(int... first) {
        DiscreteHazardModel.checkSpans(Arrays.stream(first).boxed().toList());
        return new DiscreteHazardRegression(link, first.clone());
    }

    /**
     * Fits.
     *
     * @param data  rows whose times are whole periods; strata and clusters are ignored
     * @param covariates  their covariates
     * @return the model; or why there is none
     * @throws IllegalArgumentException if a time is no whole number
     */
    public Checked<DiscreteHazardModel> fit(SurvivalData data, Covariates covariates) {
        if (covariates.rows() != data.size()) {
            throw new IllegalArgumentException(
                    "covariates must have the " + data.size() + " rows of the data, had " + covariates.rows() + ".");
        }
        int last = lastPeriod(data);
        int[] first = spans.length > 0
                ? Arrays.stream(spans).takeWhile(period -> period <= last).toArray()
                : IntStream.rangeClosed(1, last).toArray();
        List<Integer> starts = Arrays.stream(first).boxed().toList();
        DiscreteHazardLikelihood likelihood = new DiscreteHazardLikelihood(data, covariates, link, first);
        ProblemCollector problems = new ProblemCollector();
        problems.addAll(covariates.check(false));
        problems.addAll(undetermined(likelihood, starts));
        if (problems.errorCount() > 0) {
            return Checked.invalid(problems.problems());
        }
        List<String> names = new ArrayList<>(DiscreteHazardModel.spanNames(starts));
        names.addAll(covariates.names());
        double[] start = likelihood.start();
        Newton newton = Newton.maximise(likelihood, start);
        return newton.ending() == Newton.Ending.CONVERGED
                ? Checked.valid(model(data, starts, likelihood, newton, names))
                : Checked.invalid(FitProblems.of(newton, names));
    }

    private static int lastPeriod(SurvivalData data) {
        double last = 1;
        for (int row = 0; row < data.size(); row++) {
            if (data.start(row) != Math.rint(data.start(row)) || data.stop(row) != Math.rint(data.stop(row))) {
                throw new IllegalArgumentException("times of row " + row + " (" + data.start(row) + " to "
                        + data.stop(row) + ") must be whole periods.\nMaybe count months, or use CoxRegression.");
            }
            last = Math.max(last, data.stop(row));
        }
        if (last > DiscreteHazardModel.LAST_PERIOD) {
            throw new IllegalArgumentException("the last period (" + last + ") must be at most "
                    + DiscreteHazardModel.LAST_PERIOD + ".\nMaybe count in longer periods.");
        }
        return (int) last;
    }

    private static Problems undetermined(DiscreteHazardLikelihood likelihood, List<Integer> starts) {
        ProblemCollector problems = new ProblemCollector();
        for (int span = 0; span < starts.size(); span++) {
            double left = likelihood.left[span];
            double watched = likelihood.watched[span];
            if (left == 0 || left == watched) {
                problems.add(Problem.error(
                                "level-undetermined",
                                Location.NONE,
                                DiscreteHazardModel.spanNames(starts).get(span)
                                        + " must have some who left and some who stayed, "
                                        + (watched == 0 ? "had nobody" : left == 0 ? "nobody left" : "everybody left"))
                        .withAdvice("Maybe join it with its neighbours by spans"));
            }
        }
        return problems.problems();
    }

    private DiscreteHazardModel model(
            SurvivalData data,
            List<Integer> starts,
            DiscreteHazardLikelihood likelihood,
            Newton newton,
            List<String> names) {
        double[] estimates = likelihood.unscaled(newton.parameters());
        Covariance covariance =
                likelihood.covariance(Cholesky.of(newton.information()).inverse());
        return DiscreteHazardModel.builder()
                .link(link)
                .spans(starts)
                .coefficients(Coefficient.list(names, estimates, covariance))
                .covariance(covariance)
                .logLikelihood(new LogLikelihood(newton.start(), newton.value()))
                .fitting(new Fitting(data.size(), data.events(), newton.iterations()))
                .build();
    }
}
