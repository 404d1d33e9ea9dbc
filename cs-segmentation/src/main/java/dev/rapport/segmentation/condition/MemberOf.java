package dev.rapport.segmentation.condition;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.decision.Node;

/**
 * A customer that meets the condition of another segment, whether or not that segment comes first for it.
 *
 * @param segmentId  the segment, one of those that are defined together
 */
public record MemberOf(String segmentId) implements Condition {

    /**
     * Checks the id.
     *
     * @param segmentId  the segment
     */
    public MemberOf {
        requireNonNull(segmentId, "segmentId");
    }

    @Override
    public Node compile(Scope scope) {
        return scope.memberOf(segmentId);
    }
}
