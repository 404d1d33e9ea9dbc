package dev.rapport.segmentation.condition;

import dev.rapport.model.decision.Node;
import java.util.List;

/**
 * All of some conditions hold. One that fails decides it, whatever is missing elsewhere.
 *
 * @param conditions  the conditions, at least one
 */
public record AllOf(List<Condition> conditions) implements Condition {

    /**
     * Copies the list.
     *
     * @param conditions  the conditions, at least one
     */
    public AllOf {
        conditions = Parts.copyOf(conditions);
    }

    @Override
    public Node compile(Scope scope) {
        return Node.allOf("all-of", Parts.compile(conditions, scope));
    }
}
