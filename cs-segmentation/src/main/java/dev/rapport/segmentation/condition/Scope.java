package dev.rapport.segmentation.condition;

import dev.rapport.model.decision.Node;

/** What a condition can refer to while it is compiled: the conditions of the segments around it. */
@FunctionalInterface
public interface Scope {

    /**
     * The condition of a segment.
     *
     * @param segmentId  the segment
     * @return its node, the same one for everybody who asks
     * @throws IllegalArgumentException if there is no such segment, or if it cannot be referred to from here
     */
    Node memberOf(String segmentId);

    /**
     * The scope of a condition that stands alone.
     *
     * @return a scope without segments
     */
    static Scope none() {
        return segmentId -> {
            throw new IllegalArgumentException("segment (" + segmentId
                    + ") must be one of those that are defined together with the condition, of which there are none here.\n"
                    + "Maybe compare the attribute that carries the segment: oneOf(SEGMENT, \"" + segmentId + "\").");
        };
    }
}
