package dev.rapport.segmentation.condition;

import dev.rapport.model.decision.Node;
import java.util.List;

/**
 * None of some conditions holds. One that holds decides it, whatever is missing elsewhere.
 *
 * @param conditions  the conditions, at least one
 */
public record NoneOf(List<Condition> conditions) implements Condition {

    /**
     * Copies the list.
     *
     * @param conditions  the conditions, at least one
     */
    public NoneOf {
        conditions = Parts.copyOf(conditions);
    }

    @Override
    public Node compile(Scope scope) {
        return Node.noneOf("none-of", Parts.compile(conditions, scope));
    }
}
