/**
 * Several scorecards, one of which decides about each customer: chosen by attributes such as segment or stage, in a
 * declared order, with the reason of the choice.
 *
 * <p>The entry point is {@link dev.rapport.health.choice.ScorecardChoice}.
 */
@NullMarked
package dev.rapport.health.choice;

import org.jspecify.annotations.NullMarked;
