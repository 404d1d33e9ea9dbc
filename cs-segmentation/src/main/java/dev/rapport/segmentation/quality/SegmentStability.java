package dev.rapport.segmentation.quality;

/**
 * How surely a segment is found again.
 *
 * @param segment  the id of the segment
 * @param jaccard  the mean, over draws, of how much of it and the segment most like it they have in common; 0 to 1
 * @param draws  in how many draws it had a customer; where it had none, the mean is 0
 */
public record SegmentStability(String segment, double jaccard, int draws) {}
