/**
 * How are they, and will they stay?
 *
 * <p>The entry point is {@link dev.rapport.health.HealthStrategy}: it decides the {@link dev.rapport.health.Health} of one
 * customer with reasons, or that of a whole book. The strategy that comes with the library is the scorecard in {@code
 * dev.rapport.health.scorecard}; the risk of losing a customer is decided in {@code dev.rapport.health.risk}.
 */
@NullMarked
package dev.rapport.health;

import org.jspecify.annotations.NullMarked;
