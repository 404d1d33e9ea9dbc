/**
 * Why the health of a customer moved between two dates, and what another policy makes of the same data.
 *
 * <p>The entry point is {@link dev.rapport.health.change.HealthChange}; {@link dev.rapport.health.change.MeasureShift}
 * tells policies apart measure by measure.
 */
@NullMarked
package dev.rapport.health.change;

import org.jspecify.annotations.NullMarked;
