package dev.rapport.segmentation.quality;

import dev.rapport.segmentation.segment.Segment;

/**
 * How effective a segment is.
 *
 * @param segment  the segment
 * @param value  by how much, a share of the whole
 * @param criterion  a share of what, in words
 */
public record Effectiveness(Segment segment, double value, String criterion) {}
