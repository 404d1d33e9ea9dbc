/**
 * Segmentations made of others, of any kind and to any depth, and what becomes of their small cells.
 *
 * <p>The entry points are {@link dev.rapport.segmentation.combination.CrossProduct}, {@link
 * dev.rapport.segmentation.combination.FirstMatch}, {@link dev.rapport.segmentation.combination.PriorityOrder} and {@link
 * dev.rapport.segmentation.combination.WeightedVote}; {@link dev.rapport.segmentation.combination.MergedSegments} merges
 * segments of one that are too small to be looked after apart. The reasons are the choice, then the reasons of each
 * strategy that it rests on.
 */
@NullMarked
package dev.rapport.segmentation.combination;

import org.jspecify.annotations.NullMarked;
