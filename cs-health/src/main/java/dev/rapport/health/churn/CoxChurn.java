package dev.rapport.health.churn;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.observation.Observations;
import dev.rapport.health.observation.Window;
import dev.rapport.health.regression.Coefficient;
import dev.rapport.health.risk.ProgramRisk;
import dev.rapport.health.survival.Baseline;
import dev.rapport.health.survival.CoxModel;
import dev.rapport.health.survival.CoxRegression;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Program;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Problems;
import java.util.List;

/**
 * A Cox regression as a model of churn, on the clock of days since the observation. The censored count for as long as they
 * were watched. Immutable.
 *
 * <p><b>Formula.</b> {@code p = 1 - exp(-(H(horizon) - H(lead)) exp(x b))}: the probability of a loss within the window, for
 * those who are still there when the lead time is over. The reasons are what each column adds to the logarithm of the hazard
 * of the average customer.
 */
public final class CoxChurn extends ProgramRisk implements ChurnModel {

    private final Window window;
    private final Encoding encoding;
    private final CoxModel model;

    private CoxChurn(PolicyRef policy, Window window, Encoding encoding, CoxModel model) {
        super(policy, program(policy, window, encoding, model));
        this.window = window;
        this.encoding = encoding;
        this.model = model;
    }

    private static Program program(PolicyRef policy, Window window, Encoding encoding, CoxModel model) {
        requireNonNull(window, "window");
        requireNonNull(encoding, "encoding");
        List<Coefficient> coefficients = model.coefficients();
        List<String> names = coefficients.stream().map(Coefficient::name).toList();
        if (!names.equals(encoding.names()) || model.baselines().size() != 1) {
            throw new IllegalArgumentException("model must be fitted without strata to the columns " + encoding.names()
                    + ", was to " + names + " with " + model.baselines().size() + " baselines.");
        }
        Baseline baseline = model.baselines().get(0);
        double hazard = baseline.at(window.horizonDays()) - baseline.at(window.leadDays());
        double[] slopes =
                coefficients.stream().mapToDouble(Coefficient::estimate).toArray();
        Node sum = encoding.sum(policy.id() + ".log-hazard", slopes);
        return Program.of(Node.linked(policy.id(), sum, eta -> -StrictMath.expm1(-hazard * StrictMath.exp(eta)))
                .described("probability of a loss " + window));
    }

    /**
     * Fits a regression to observations.
     *
     * @param policy  what the model will be called
     * @param features  what it may read
     * @param regression  how it is fitted
     * @param training  the observations, the censored among them
     * @return the model, for the window of the observations; or why there is none
     */
    public static Checked<CoxChurn> fit(
            PolicyRef policy, List<Feature> features, CoxRegression regression, Observations training) {
        Encoding encoding = Encoding.learn(features, training);
        Problems problems = encoding.check();
        if (problems.hasErrors()) {
            return Checked.invalid(problems);
        }
        return regression
                .fit(training.survival(), encoding.covariates(training))
                .map(model -> new CoxChurn(policy, training.plan().window(), encoding, model));
    }

    /**
     * A model that was fitted before, without strata, on the clock of days since the observation.
     *
     * @param policy  what the model is called
     * @param window  the days ahead that count
     * @param encoding  makes the columns
     * @param model  fitted to these columns
     * @return the model of churn
     */
    public static CoxChurn of(PolicyRef policy, Window window, Encoding encoding, CoxModel model) {
        return new CoxChurn(policy, window, encoding, model);
    }

    /**
     * The regression.
     *
     * @return its coefficients are of centred columns, its errors count customers
     */
    public CoxModel model() {
        return model;
    }

    /**
     * How columns are made.
     *
     * @return the encoding
     */
    public Encoding encoding() {
        return encoding;
    }

    @Override
    public Horizon horizon() {
        return new Horizon.Within(window);
    }
}
