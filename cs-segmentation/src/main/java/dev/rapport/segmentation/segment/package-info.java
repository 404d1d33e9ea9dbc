/**
 * Segments and the strategies that assign customers to them.
 *
 * <p>The entry point is {@link dev.rapport.segmentation.segment.Segmentation}: {@code Segmentation.of(strategy, book)}
 * assigns a whole book and reports sizes, overlaps and gaps; {@code Segmentation.decide(strategy, customer)} gives one
 * decision with its reasons. A {@link dev.rapport.segmentation.segment.SegmentationStrategy} is where a new way to split
 * a customer base goes; {@link dev.rapport.segmentation.segment.RuleSegmentation} is the one by conditions.
 */
@NullMarked
package dev.rapport.segmentation.segment;

import org.jspecify.annotations.NullMarked;
