package dev.rapport.engagement.capacity;

import java.math.BigDecimal;

/**
 * What of the work of a role falls to a segment.
 *
 * @param segment  the id of the segment
 * @param needed  the hours of the year
 * @param hires  how many of those to be hired are for it, by its hours
 */
public record SegmentShare(String segment, BigDecimal needed, int hires) {}
