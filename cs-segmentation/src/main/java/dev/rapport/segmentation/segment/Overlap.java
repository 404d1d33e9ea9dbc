package dev.rapport.segmentation.segment;

/**
 * Customers that meet the conditions of two segments.
 *
 * @param first  the segment with priority
 * @param second  the other one
 * @param customers  how many customers meet both
 */
public record Overlap(Segment first, Segment second, int customers) {}
