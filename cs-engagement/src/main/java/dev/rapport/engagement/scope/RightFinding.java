package dev.rapport.engagement.scope;

/**
 * Something about who may decide what that does not fit together.
 *
 * @param kind  what it is
 * @param decision  the kind of decision
 * @param text  what was found, in a sentence
 */
public record RightFinding(Kind kind, String decision, String text) {

    /** What does not fit together. */
    public enum Kind {
        /** Nobody who is there may decide it, or not up to the largest amount. */
        GAP,
        /** Who may decide it is not there. */
        NOBODY_THERE,
        /** One role has two limits, or two peers have different ones, or one may decide more than a role above it. */
        CLASH,
        /** Of those who are there only the leader of the area and those above may decide it: nothing is pushed down. */
        NOT_PUSHED_DOWN
    }
}
