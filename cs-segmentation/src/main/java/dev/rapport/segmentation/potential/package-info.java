/**
 * What customers could pay, estimated from what comparable ones do, and tiers by it.
 *
 * <p>The entry point is {@link dev.rapport.segmentation.potential.ArrPotential}: fitted to a book it is a value that can be
 * kept as part of a document, and {@link dev.rapport.segmentation.potential.PotentialTiers} puts a small payer with large
 * potential on the top tier, each part of the estimate told.
 */
@NullMarked
package dev.rapport.segmentation.potential;

import org.jspecify.annotations.NullMarked;
