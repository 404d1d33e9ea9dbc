package dev.rapport.engagement.model;

import static java.util.Objects.requireNonNull;

/**
 * Which share of its ARR a segment is expected to keep in a year under a model.
 *
 * @param of  the segment and the model
 * @param share  the gross revenue retention, from 0 to 1
 * @param source  where it comes from: an experiment, the last years; there is no default
 */
public record RetentionExpectation(SegmentModel of, Triangle share, String source) {

    /**
     * Checks the share.
     *
     * @param of  the segment and the model
     * @param share  the gross revenue retention, from 0 to 1
     * @param source  where it comes from
     */
    public RetentionExpectation {
        requireNonNull(of, "of");
        requireNonNull(source, "source");
        if (share.low() < 0 || share.high() > 1) {
            throw new IllegalArgumentException("share (" + share.low() + " to " + share.high() + ") of segment ("
                    + of.segment() + ") under " + of.model() + " must be from 0 to 1.\nMaybe 0.9 for 90 %.");
        }
    }
}
