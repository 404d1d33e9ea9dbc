package dev.rapport.segmentation.condition;

import dev.rapport.model.decision.Node;
import java.util.List;

/**
 * At least one of some conditions holds. One that holds decides it, whatever is missing elsewhere.
 *
 * @param conditions  the conditions, at least one
 */
public record AnyOf(List<Condition> conditions) implements Condition {

    /**
     * Copies the list.
     *
     * @param conditions  the conditions, at least one
     */
    public AnyOf {
        conditions = Parts.copyOf(conditions);
    }

    @Override
    public Node compile(Scope scope) {
        return Node.anyOf("any-of", Parts.compile(conditions, scope));
    }
}
