/**
 * Reviews with customers: which are due by the cadence of their engagement model, and what became of each.
 *
 * <p>The entry point is {@link dev.rapport.engagement.review.ReviewReport}, which judges every customer of a book by a
 * {@link dev.rapport.engagement.review.ReviewPolicy}: scheduled, held, held after the decision date, missed; whether a
 * decision-maker was there; which actions are open. All of it is told by touchpoints.
 */
@NullMarked
package dev.rapport.engagement.review;

import org.jspecify.annotations.NullMarked;
