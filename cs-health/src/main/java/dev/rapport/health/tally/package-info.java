/**
 * Counting customers and what they pay, without taking what is not known for nothing.
 *
 * <p>The entry point is {@link dev.rapport.health.tally.Tallies}.
 */
@NullMarked
package dev.rapport.health.tally;

import org.jspecify.annotations.NullMarked;
