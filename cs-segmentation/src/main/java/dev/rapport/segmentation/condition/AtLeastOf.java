package dev.rapport.segmentation.condition;

import dev.rapport.model.decision.Node;
import java.util.List;

/**
 * At least so many of some conditions hold. Missing data leaves it open only where it could decide.
 *
 * @param count  how many must hold, at least 1 and at most all
 * @param conditions  the conditions, at least one
 */
public record AtLeastOf(int count, List<Condition> conditions) implements Condition {

    /**
     * Checks the count.
     *
     * @param count  how many must hold
     * @param conditions  the conditions, at least one
     * @throws IllegalArgumentException if that many cannot hold
     */
    public AtLeastOf {
        conditions = Parts.copyOf(conditions);
        if (count < 1 || count > conditions.size()) {
            throw new IllegalArgumentException("count (" + count + ") must be between 1 and the number of conditions ("
                    + conditions.size() + ").");
        }
    }

    @Override
    public Node compile(Scope scope) {
        return Node.atLeast("at-least-" + count + "-of", count, Parts.compile(conditions, scope));
    }
}
