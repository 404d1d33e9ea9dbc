/**
 * The plan on one screen, as values: what a VP of Customer Success shows first, before anything is opened or scrolled.
 *
 * <p>The entry point is {@link dev.rapport.engagement.overview.PlanOverview}. It reads a plan and decides nothing that the
 * plan has not decided, but for the three decisions that come first, by a criterion that {@link
 * dev.rapport.engagement.overview.Proposal} declares.
 */
@NullMarked
package dev.rapport.engagement.overview;

import org.jspecify.annotations.NullMarked;
