package dev.rapport.segmentation.quality;

import dev.rapport.segmentation.segment.Segment;
import org.joda.money.Money;

/**
 * How large a segment is.
 *
 * @param segment  the segment
 * @param customers  how many are in it
 * @param revenue  what they bring together; those of whom it is not known count as nothing
 */
public record SegmentSize(Segment segment, int customers, Money revenue) {}
