/**
 * Tables of observations without leaks: what was known of each customer at past dates, beside what then became of it.
 *
 * <p>The entry point is {@link dev.rapport.health.observation.ObservationPlan}: it takes {@link
 * dev.rapport.health.observation.Snapshots} of a history, each date as known then, and {@link
 * dev.rapport.health.observation.Snapshots#until} puts the outcomes beside them that were known at an instant. The {@link
 * dev.rapport.health.observation.Observations} say what was left out and why, and split by time and by customer.
 */
@NullMarked
package dev.rapport.health.observation;

import org.jspecify.annotations.NullMarked;
