package dev.rapport.health.churn;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.classification.LogisticModel;
import dev.rapport.health.classification.LogisticRegression;
import dev.rapport.health.classification.PlattCalibration;
import dev.rapport.health.observation.Observations;
import dev.rapport.health.regression.Coefficient;
import dev.rapport.health.regression.Covariates;
import dev.rapport.health.risk.ProgramRisk;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.decision.Program;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Problems;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * A logistic regression as a model of churn. Immutable.
 *
 * <p>The reasons of a probability are what each column adds to the log-odds of the average customer; without a value it adds
 * nothing.
 *
 * <pre>{@code
 * ChurnModel model = LogisticChurn.fit(new PolicyRef("churn", "1"), features, LogisticRegression.plain(), table)
 *         .orThrow();
 * AtRiskRanking.by(model, 365);
 * }</pre>
 */
public final class LogisticChurn extends ProgramRisk implements ChurnModel {

    private final Horizon horizon;
    private final Encoding encoding;
    private final LogisticModel model;

    private LogisticChurn(
            PolicyRef policy, Horizon horizon, Encoding encoding, LogisticModel model, DoubleUnaryOperator link) {
        super(policy, program(policy, horizon, encoding, model, link));
        this.horizon = horizon;
        this.encoding = encoding;
        this.model = model;
    }

    private static Program program(
            PolicyRef policy, Horizon horizon, Encoding encoding, LogisticModel model, DoubleUnaryOperator link) {
        requireNonNull(horizon, "horizon");
        requireNonNull(encoding, "encoding");
        List<Coefficient> coefficients = model.coefficients();
        double[] slopes =
                coefficients.stream().skip(1).mapToDouble(Coefficient::estimate).toArray();
        List<String> names =
                coefficients.stream().skip(1).map(Coefficient::name).toList();
        if (!names.equals(encoding.names())) {
            throw new IllegalArgumentException(
                    "model must be fitted to the columns " + encoding.names() + ", was to " + names + ".");
        }
        double intercept = coefficients.get(0).estimate();
        Node sum = encoding.sum(policy.id() + ".log-odds", slopes);
        return Program.of(Node.linked(policy.id(), sum, eta -> link.applyAsDouble(intercept + eta))
                .described("probability of a loss " + horizon));
    }

    /**
     * Fits a regression to observations whose outcome is known.
     *
     * @param policy  what the model will be called
     * @param features  what it may read
     * @param regression  how it is fitted
     * @param training  the observations; the censored are left out
     * @return the model, for the horizon of the observations; or why there is none
     */
    public static Checked<LogisticChurn> fit(
            PolicyRef policy, List<Feature> features, LogisticRegression regression, Observations training) {
        Observations decided = training.decided();
        Encoding encoding = Encoding.learn(features, decided);
        Problems problems = encoding.check();
        if (problems.hasErrors()) {
            return Checked.invalid(problems);
        }
        Horizon horizon = new Horizon.Within(training.plan().window());
        Covariates covariates = encoding.covariates(decided);
        return regression
                .fit(covariates, decided.lost())
                .map(model -> of(policy, horizon, encoding, CustomerErrors.robust(model, covariates, decided)));
    }

    /**
     * A model that was fitted before.
     *
     * @param policy  what the model is called
     * @param horizon  what a yes meant
     * @param encoding  makes the columns
     * @param model  fitted to these columns
     * @return the model of churn
     */
    public static LogisticChurn of(PolicyRef policy, Horizon horizon, Encoding encoding, LogisticModel model) {
        return new LogisticChurn(policy, horizon, encoding, model, eta -> 1 / (1 + StrictMath.exp(-eta)));
    }

    /**
     * This model with probabilities that were put right on observations it was not fitted to.
     *
     * @param newPolicy  what the model will be called
     * @param calibration  of its log-odds
     * @return the model of churn
     */
    public LogisticChurn calibratedBy(PolicyRef newPolicy, PlattCalibration calibration) {
        return new LogisticChurn(newPolicy, horizon, encoding, model, calibration::probability);
    }

    /**
     * The regression.
     *
     * @return its coefficients are of centred columns, its robust errors count customers
     */
    public LogisticModel model() {
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
        return horizon;
    }
}
