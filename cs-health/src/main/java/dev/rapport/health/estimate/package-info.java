/**
 * Numbers with their intervals: shares, net scores, means, changes, trends and associations of samples that are small and
 * whose observations are not independent, because several come from one customer.
 *
 * <p>The entry point is {@link dev.rapport.health.estimate.Estimator}. Where the data cannot bear a number there is none:
 * an {@link dev.rapport.health.estimate.Estimate} is either known, with its interval, or says why not. {@link
 * dev.rapport.health.estimate.Proportion} and {@link dev.rapport.health.estimate.NetScore} are the textbook intervals by
 * themselves.
 */
@NullMarked
package dev.rapport.health.estimate;

import org.jspecify.annotations.NullMarked;
