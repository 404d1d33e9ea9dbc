package dev.rapport.health.survival;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.internal.FitProblems;
import dev.rapport.health.internal.Newton;
import dev.rapport.health.regression.Coefficient;
import dev.rapport.health.regression.Covariates;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import java.util.List;

/**
 * Cox's regression: how covariates multiply the hazard, whatever the hazard is. Immutable.
 *
 * <p><b>Formula.</b> The hazard of a row is {@code h0(t) exp(x b)}; b maximises the partial likelihood, the product over
 * events of {@code exp(x b)} over its sum among those at risk. Ties after Efron (the default) or Breslow. A ridge adds {@code
 * -lambda / 2 x sum of (b_j s_j)^2} with the standard deviations {@code s_j} of the columns.
 *
 * <p><b>Units.</b> A coefficient is the logarithm of the ratio of hazards for one unit of its covariate.
 *
 * <p><b>Edge results.</b> No event, a covariate that is constant, not finite or depends on others, and covariates that
 * separate those with the event from the others are problems that name the covariate; no NaN comes out.
 *
 * <p><b>Algorithm.</b> Newton's method with step halving on standardised columns, each step one pass over the risk sets: O(n
 * p^2) beside the sorting. Agrees with R's {@code coxph} to 1e-9.
 *
 * <p><b>References.</b> Cox (1972), doi:10.1111/j.2517-6161.1972.tb00899.x; Efron (1977),
 * doi:10.1080/01621459.1977.10480613; Therneau and Grambsch, Modeling Survival Data (2000), chapter 3.
 *
 * <pre>{@code
 * CoxModel model = CoxRegression.efron().fit(data, covariates).orThrow();
 * }</pre>
 */
public final class CoxRegression {

    private final Ties ties;
    private final double ridge;
    private final double[] offset;

    private CoxRegression(Ties ties, double ridge, double[] offset) {
        this.ties = requireNonNull(ties, "ties");
        this.ridge = ridge;
        this.offset = offset;
    }

    /**
     * A regression with ties after Efron.
     *
     * @return the regression
     */
    public static CoxRegression efron() {
        return new CoxRegression(Ties.EFRON, 0, new double[0]);
    }

    /**
     * A regression with ties after Breslow.
     *
     * @return the regression
     */
    public static CoxRegression breslow() {
        return new CoxRegression(Ties.BRESLOW, 0, new double[0]);
    }

    /**
     * This regression with a penalty on large coefficients.
     *
     * @param lambda  the strength, finite and at least 0
     * @return the regression
     */
    public CoxRegression ridge(double lambda) {
        if (!(lambda >= 0 && lambda < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("lambda (" + lambda + ") must be finite and at least 0.");
        }
        return new CoxRegression(ties, lambda, offset);
    }

    /**
     * This regression with a part of the linear predictor that is known.
     *
     * @param values  a value for each row, finite
     * @return the regression
     */
    public CoxRegression offset(double... values) {
        for (int row = 0; row < values.length; row++) {
            if (!Double.isFinite(values[row])) {
                throw new IllegalArgumentException("values[" + row + "] (" + values[row] + ") must be finite.");
            }
        }
        return new CoxRegression(ties, ridge, values.clone());
    }

    /**
     * Fits.
     *
     * @param data  the rows
     * @param covariates  their covariates
     * @return the model; or why there is none
     */
    public Checked<CoxModel> fit(SurvivalData data, Covariates covariates) {
        if (covariates.rows() != data.size()) {
            throw new IllegalArgumentException(
                    "covariates must have the " + data.size() + " rows of the data, had " + covariates.rows() + ".");
        }
        if (offset.length > 0 && offset.length != data.size()) {
            throw new IllegalArgumentException(
                    "offset must have one value for each of the " + data.size() + " rows, had " + offset.length + ".");
        }
        ProblemCollector problems = new ProblemCollector();
        problems.addAll(covariates.check(ridge > 0));
        if (data.events() == 0) {
            problems.add(Problem.error(
                            "no-events",
                            Location.NONE,
                            "data must have at least one event, had none among " + data.size() + " rows")
                    .withAdvice("Maybe watch for longer: without an event nothing says who leaves sooner"));
        }
        if (problems.errorCount() > 0) {
            return Checked.invalid(problems.problems());
        }
        CoxLikelihood likelihood = new CoxLikelihood(data, covariates, offset, ties, ridge);
        Newton newton = Newton.maximise(likelihood, new double[covariates.size()]);
        return newton.ending() == Newton.Ending.CONVERGED
                ? Checked.valid(CoxFit.model(data, covariates, likelihood, newton))
                : Checked.invalid(FitProblems.of(newton, covariates.names()));
    }

    /**
     * What a model does not explain of each row.
     *
     * @param model  a model that was fitted with the ties of this regression, to these rows or to others
     * @param data  the rows
     * @param covariates  their covariates, the columns of the model
     * @return the residuals
     */
    public CoxResiduals residuals(CoxModel model, SurvivalData data, Covariates covariates) {
        List<String> names =
                model.coefficients().stream().map(Coefficient::name).toList();
        if (!covariates.names().equals(names) || covariates.rows() != data.size()) {
            throw new IllegalArgumentException("covariates must be " + names + " with " + data.size() + " rows, were "
                    + covariates.names() + " with " + covariates.rows() + ".");
        }
        CoxLikelihood likelihood = new CoxLikelihood(data, covariates, offset, ties, ridge);
        double[] beta = new double[names.size()];
        for (int j = 0; j < beta.length; j++) {
            beta[j] = model.coefficients().get(j).estimate() * likelihood.scale[j];
        }
        likelihood.predict(beta);
        return CoxResiduals.of(HazardSteps.of(likelihood), data);
    }
}
