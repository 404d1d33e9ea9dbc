package dev.rapport.health.validation;

import dev.rapport.health.churn.ChurnModel;
import dev.rapport.health.observation.Observations;
import dev.rapport.model.problem.Checked;

/**
 * Fits a model to observations. Pure: the same observations give the same model.
 *
 * <pre>{@code
 * Trainer trainer = training -> LogisticChurn.fit(policy, features, LogisticRegression.plain().ridge(1), training);
 * }</pre>
 */
@FunctionalInterface
public interface Trainer {

    /**
     * Fits.
     *
     * @param training  all that may be learnt from; the censored are among them
     * @return the model; or why there is none, as where nobody was lost yet
     */
    Checked<? extends ChurnModel> fit(Observations training);
}
