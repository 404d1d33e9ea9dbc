/**
 * Segmentations as documents of the format {@code rapport/segmentation}.
 *
 * <p>The entry point is {@link dev.rapport.segmentation.json.SegmentationDocument}: {@code
 * SegmentationDocument.kind(attributes).read(input)} gives the strategy or everything that is wrong with the document.
 * Types of conditions and of strategies are open: {@link dev.rapport.segmentation.json.ConditionShapes} and {@link
 * dev.rapport.segmentation.json.StrategyShapes} give the standard ones, to which a host adds its own.
 *
 * <p>{@link dev.rapport.segmentation.json.SegmentationSimulationJson} writes what a changed definition would do.
 */
@NullMarked
package dev.rapport.segmentation.json;

import org.jspecify.annotations.NullMarked;
