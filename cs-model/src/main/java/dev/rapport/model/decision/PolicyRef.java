package dev.rapport.model.decision;

/**
 * Which policy took a decision.
 *
 * @param id  the policy's id
 * @param revision  its author's revision
 */
public record PolicyRef(String id, String revision) {

    /** Id and revision, as in {@code health@3}. */
    @Override
    public String toString() {
        return id + "@" + revision;
    }
}
