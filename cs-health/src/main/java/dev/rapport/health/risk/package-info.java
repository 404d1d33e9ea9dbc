/**
 * Churn risk: the probability that a customer is lost at the next decision, and the list of those where it matters most.
 *
 * <p>The entry points are {@link dev.rapport.health.risk.ChurnRisk}, which rules implement today and fitted models later,
 * and {@link dev.rapport.health.risk.AtRiskList}. {@link dev.rapport.health.risk.RiskPolicy} is a set of rules as it is
 * written down.
 */
@NullMarked
package dev.rapport.health.risk;

import org.jspecify.annotations.NullMarked;
