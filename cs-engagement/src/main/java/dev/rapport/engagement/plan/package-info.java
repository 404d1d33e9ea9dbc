/**
 * The plan: what a VP of Customer Success needs to know and decide, as one value as of a date.
 *
 * <p>The entry point is {@link dev.rapport.engagement.plan.Planner}: policies in, and a plan for any book. Sections whose
 * data is not fed say what is missing; nothing is invented.
 */
@NullMarked
package dev.rapport.engagement.plan;

import org.jspecify.annotations.NullMarked;
