/**
 * Scorecards: weighted measures in groups, caps, floors, bands, and what becomes of missing data.
 *
 * <p>The entry point is {@link dev.rapport.health.scorecard.Scorecard}, the policy as it is written down; {@code
 * scorecard.resolve(attributes)} checks it against the attributes that can be read and gives the {@link
 * dev.rapport.health.scorecard.ScorecardStrategy} that decides.
 */
@NullMarked
package dev.rapport.health.scorecard;

import org.jspecify.annotations.NullMarked;
