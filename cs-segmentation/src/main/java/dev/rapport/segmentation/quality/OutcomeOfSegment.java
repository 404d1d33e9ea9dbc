package dev.rapport.segmentation.quality;

import dev.rapport.segmentation.segment.Segment;
import java.util.Optional;

/**
 * What became of the customers of a segment.
 *
 * @param segment  the segment
 * @param customers  how many of them the outcome is known of
 * @param outcome  its mean; empty where it is known of nobody, with infinite ends where one customer says nothing of the
 *     others
 */
public record OutcomeOfSegment(Segment segment, int customers, Optional<Estimate> outcome) {}
