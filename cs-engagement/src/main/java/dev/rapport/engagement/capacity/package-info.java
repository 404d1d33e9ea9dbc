/**
 * The coming year month by month: the hours that the engagement models ask of each role, those there are, and who has to be
 * hired by when.
 *
 * <p>The entry point is {@link dev.rapport.engagement.capacity.CapacityYear}. It spreads what {@link
 * dev.rapport.engagement.model.Economics} plans for a year; nothing is lost on the way, to the last digit.
 */
@NullMarked
package dev.rapport.engagement.capacity;

import org.jspecify.annotations.NullMarked;
