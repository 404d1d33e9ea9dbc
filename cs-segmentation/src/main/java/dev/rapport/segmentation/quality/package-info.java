/**
 * Whether a segmentation is any good: who is left out or in twice, how revenue is spread, how far two segmentations agree,
 * and whether segments differ in what matters.
 *
 * <p>The entry point is {@link dev.rapport.segmentation.quality.SegmentationQuality}, whose findings are plain words with
 * their numbers; {@link dev.rapport.segmentation.quality.Agreement} compares two segmentations of the same customers, {@link
 * dev.rapport.segmentation.quality.Stability} says whether segments that were found in data would be found again.
 */
@NullMarked
package dev.rapport.segmentation.quality;

import org.jspecify.annotations.NullMarked;
