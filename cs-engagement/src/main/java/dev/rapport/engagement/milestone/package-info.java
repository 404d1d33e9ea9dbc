/**
 * Milestones: what falls due for a customer, when it fires, and why it did not.
 *
 * <p>The entry point is {@link dev.rapport.engagement.milestone.MilestonePlanner}, which follows a policy ({@link
 * dev.rapport.engagement.milestone.Milestones}) and keeps what became of each occurrence in a {@link
 * dev.rapport.engagement.milestone.MilestoneLedger}. At the {@link dev.rapport.engagement.milestone.MilestoneDesk} people
 * take note of what fired, or put it off. {@link dev.rapport.engagement.milestone.DecisionsAhead} lists what must be decided
 * soon.
 *
 * <p>An occurrence is identified by customer, milestone, anchor, the anchor's version and the step, never by content: next
 * year's renewal is not a duplicate of this year's.
 */
@NullMarked
package dev.rapport.engagement.milestone;

import org.jspecify.annotations.NullMarked;
