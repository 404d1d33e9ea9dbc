/**
 * Bands: what a score from 0 to 100 is called, without gaps, overlaps or flapping.
 *
 * <p>The entry point is {@link dev.rapport.health.band.Bands}, which also says what keeps customers from changing bands back
 * and forth; {@link dev.rapport.health.band.EvaluationDates} are when it is decided.
 */
@NullMarked
package dev.rapport.health.band;

import org.jspecify.annotations.NullMarked;
