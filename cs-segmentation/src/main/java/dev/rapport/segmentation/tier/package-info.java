/**
 * Tiers: segments by how much a customer pays, or by any other number.
 *
 * <p>The entry point is {@link dev.rapport.segmentation.tier.ValueTiers}, tiers by fixed thresholds. Whatever finds
 * thresholds in a book, such as quantiles, makes one of these.
 */
@NullMarked
package dev.rapport.segmentation.tier;

import org.jspecify.annotations.NullMarked;
