/**
 * Tiers: segments by how much a customer pays, or by any other number.
 *
 * <p>The entry point is {@link dev.rapport.segmentation.tier.ValueTiers}, tiers by fixed thresholds. {@link
 * dev.rapport.segmentation.tier.Breaks} finds thresholds in a book: quantiles, cumulative shares, natural breaks.
 */
@NullMarked
package dev.rapport.segmentation.tier;

import org.jspecify.annotations.NullMarked;
