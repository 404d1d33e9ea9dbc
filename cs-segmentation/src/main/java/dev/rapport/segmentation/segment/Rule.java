package dev.rapport.segmentation.segment;

import static java.util.Objects.requireNonNull;

import dev.rapport.segmentation.condition.Condition;

/**
 * A segment and the condition on which a customer belongs to it.
 *
 * @param segment  the segment
 * @param condition  the condition
 */
public record Rule(Segment segment, Condition condition) {

    /**
     * Checks that both are there.
     *
     * @param segment  the segment
     * @param condition  the condition
     */
    public Rule {
        requireNonNull(segment, "segment");
        requireNonNull(condition, "condition");
    }

    /**
     * A rule for a segment that is called by its id.
     *
     * @param segmentId  the segment
     * @param condition  the condition
     * @return the rule
     */
    public static Rule of(String segmentId, Condition condition) {
        return new Rule(Segment.of(segmentId), condition);
    }
}
