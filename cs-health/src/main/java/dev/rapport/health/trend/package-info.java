/**
 * Health over time: replayed at earlier dates as it would have been decided then, with trends that are no noise and bands
 * that flap.
 *
 * <p>The entry point is {@link dev.rapport.health.trend.HealthHistory}.
 */
@NullMarked
package dev.rapport.health.trend;

import org.jspecify.annotations.NullMarked;
