/**
 * Churn risk: the probability that a customer is lost at the next decision.
 *
 * <p>The entry point is {@link dev.rapport.health.risk.ChurnRisk}, which rules implement here and fitted models in {@code dev.rapport.health.churn}.
 * {@link dev.rapport.health.risk.RiskPolicy} is a set of rules as it is written down.
 */
@NullMarked
package dev.rapport.health.risk;

import org.jspecify.annotations.NullMarked;
