package dev.rapport.segmentation.condition;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Node;
import java.util.List;

/**
 * An attribute that has no value: missing, not applicable, or failed. The answer is never open.
 *
 * @param key  the attribute
 */
public record Missing(AttributeKey<?> key) implements Condition {

    /**
     * Checks the key.
     *
     * @param key  the attribute
     */
    public Missing {
        requireNonNull(key, "key");
    }

    @Override
    public Node compile(Scope scope) {
        Node present = new Present(key).compile(scope);
        return Wording.said(Node.noneOf(key.name() + ".missing", List.of(present)), "missing");
    }
}
