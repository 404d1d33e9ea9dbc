/**
 * What the team's time went into.
 *
 * <p>The entry point is {@link dev.rapport.engagement.time.TimeSpent}, which counts the time entries of some days by member,
 * kind of work, segment and customer, and holds them against the hours that there are. What the engagement models ask for
 * in a year is in {@code dev.rapport.engagement.model} and {@code dev.rapport.engagement.coverage}.
 */
@NullMarked
package dev.rapport.engagement.time;

import org.jspecify.annotations.NullMarked;
