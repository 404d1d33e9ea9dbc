/**
 * The gate: a scorecard or a model of churn against what then happened, and a verdict in plain words. It refuses a verdict
 * where there is too little data, and says so where a score does not predict.
 *
 * <p>A {@link dev.rapport.health.validation.BackTest} lets the candidate decide at past dates with what was known then; the
 * entry point is {@link dev.rapport.health.validation.Validation}, which holds these {@link
 * dev.rapport.health.validation.Predictions} against the floors of a {@link
 * dev.rapport.health.validation.ValidationPolicy}. {@link dev.rapport.health.validation.Comparison} holds champion and
 * challenger against each other, {@link dev.rapport.health.validation.Drift} says how far the customers of today are from
 * those of the fit.
 */
@NullMarked
package dev.rapport.health.validation;

import org.jspecify.annotations.NullMarked;
