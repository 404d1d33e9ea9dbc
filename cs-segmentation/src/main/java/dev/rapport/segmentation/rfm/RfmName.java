package dev.rapport.segmentation.rfm;

import static java.util.Objects.requireNonNull;

import dev.rapport.segmentation.segment.Segment;

/**
 * A segment of cells: from some to some score of recency, and from some to some of frequency and monetary value together.
 *
 * @param segment  the segment
 * @param recency  the scores of recency, ends included
 * @param value  the scores of frequency and monetary value: their mean, a half rounded up; ends included
 */
public record RfmName(Segment segment, Range recency, Range value) {

    /**
     * Scores from one to another.
     *
     * @param from  the lowest
     * @param to  the highest
     */
    public record Range(int from, int to) {

        /**
         * Checks the order.
         *
         * @param from  the lowest
         * @param to  the highest
         * @throws IllegalArgumentException if it is empty or begins below 1
         */
        public Range {
            if (from < 1 || to < from) {
                throw new IllegalArgumentException(
                        "scores from " + from + " to " + to + " must rise, from at least 1.");
            }
        }

        boolean has(int score) {
            return score >= from && score <= to;
        }
    }

    /**
     * Checks that all are there.
     *
     * @param segment  the segment
     * @param recency  the scores of recency
     * @param value  the scores of frequency and monetary value
     */
    public RfmName {
        requireNonNull(segment, "segment");
        requireNonNull(recency, "recency");
        requireNonNull(value, "value");
    }

    /**
     * Says whether a cell belongs to it.
     *
     * @param recencyScore  the score of recency
     * @param frequencyScore  that of frequency
     * @param monetaryScore  that of monetary value
     * @return true if both are in range
     */
    public boolean has(int recencyScore, int frequencyScore, int monetaryScore) {
        return recency.has(recencyScore) && value.has((frequencyScore + monetaryScore + 1) / 2);
    }
}
