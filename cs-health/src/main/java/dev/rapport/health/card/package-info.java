/**
 * Model cards: one page on a scorecard or a model of churn, for those who are to trust it. Data, window, method, coefficients
 * with intervals, performance with intervals, calibration, limits, and the verdict of the gate.
 *
 * <p>The entry point is {@link dev.rapport.health.card.ModelCard}; {@link dev.rapport.health.card.ModelCardPage} shows it.
 */
@NullMarked
package dev.rapport.health.card;

import org.jspecify.annotations.NullMarked;
