/**
 * Bands: what a score from 0 to 100 is called, without gaps, overlaps or flapping.
 *
 * <p>The entry point is {@link dev.rapport.health.band.Bands}.
 */
@NullMarked
package dev.rapport.health.band;

import org.jspecify.annotations.NullMarked;
