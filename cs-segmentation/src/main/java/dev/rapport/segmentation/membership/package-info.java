/**
 * Who is in which segment over time: as of any instant, who entered, left and moved between two and why, moves that do not
 * flap, and what a changed definition would do.
 *
 * <p>The entry points are {@link dev.rapport.segmentation.membership.Membership}, which segments a book, {@link
 * dev.rapport.segmentation.membership.Movement} between two of them, {@link
 * dev.rapport.segmentation.membership.StickyMoves} with its memory, and {@link
 * dev.rapport.segmentation.membership.SegmentationSimulation}.
 */
@NullMarked
package dev.rapport.segmentation.membership;

import org.jspecify.annotations.NullMarked;
