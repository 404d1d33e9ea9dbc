/**
 * Models of churn that were fitted to what happened: ours, and any other library's.
 *
 * <p>The entry point is {@link dev.rapport.health.churn.ChurnModel}, which takes the place of rules wherever a {@link
 * dev.rapport.health.risk.ChurnRisk} is asked for. {@link dev.rapport.health.churn.LogisticChurn} and {@link
 * dev.rapport.health.churn.CoxChurn} are fitted here; a model of Tribuo, XGBoost, ONNX or anything else that turns numbers
 * into a probability stands behind {@link dev.rapport.health.churn.HostModel}. An {@link
 * dev.rapport.health.churn.Encoding} makes the numbers from what is known of a customer.
 */
@NullMarked
package dev.rapport.health.churn;

import org.jspecify.annotations.NullMarked;
