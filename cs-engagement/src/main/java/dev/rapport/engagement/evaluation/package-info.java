/**
 * Which engagement model each segment should get: the cheapest that holds the retention it is meant to hold within the hours
 * that there are, what each euro of it buys, and how far the margin may be off.
 *
 * <p>The entry point is {@link dev.rapport.engagement.evaluation.ModelEvaluation}. What a model is expected to keep is an
 * input with its source, such as an experiment of {@link dev.rapport.engagement.experiment}; nothing is invented. {@link
 * dev.rapport.engagement.evaluation.MarginForecast} tells the range and what matters most, {@link
 * dev.rapport.engagement.evaluation.LifetimeValues} what customers are still worth beyond the coming year, {@link
 * dev.rapport.engagement.evaluation.RoleDemand} the hours of a role by month.
 */
@NullMarked
package dev.rapport.engagement.evaluation;

import org.jspecify.annotations.NullMarked;
