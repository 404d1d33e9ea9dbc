/**
 * Changes in one series of numbers: when to believe that something has changed, and since when.
 *
 * <p>{@link dev.rapport.health.warning.change.Chart} is for standardised observations, with a threshold that follows from
 * the wanted average run length.
 */
@NullMarked
package dev.rapport.health.warning.change;

import org.jspecify.annotations.NullMarked;
