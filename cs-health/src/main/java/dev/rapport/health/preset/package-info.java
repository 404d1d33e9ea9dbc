/**
 * Weights, thresholds and edges that others published, each with its source. Nothing here is a default: whoever takes one
 * names it.
 *
 * <p>The entry points are {@link dev.rapport.health.preset.ScorecardPreset} for the weights of a whole scorecard, {@link
 * dev.rapport.health.preset.MeasurePresets} for the thresholds of a measure, and {@link
 * dev.rapport.health.preset.BandPresets} for band edges.
 */
@NullMarked
package dev.rapport.health.preset;

import org.jspecify.annotations.NullMarked;
