/**
 * Overrides: what people state a customer's health to be, kept apart from what is computed, and who was right.
 *
 * <p>The entry point is {@link dev.rapport.health.override.OverriddenHealth}; {@link
 * dev.rapport.health.override.OverrideReport} compares overrides with what then happened. The fact itself is {@link
 * dev.rapport.health.HealthOverride}.
 */
@NullMarked
package dev.rapport.health.override;

import org.jspecify.annotations.NullMarked;
