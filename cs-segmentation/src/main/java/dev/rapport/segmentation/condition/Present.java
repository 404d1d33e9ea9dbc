package dev.rapport.segmentation.condition;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Node;

/**
 * An attribute that has a value. The answer is never open.
 *
 * @param key  the attribute
 */
public record Present(AttributeKey<?> key) implements Condition {

    /**
     * Checks the key.
     *
     * @param key  the attribute
     */
    public Present {
        requireNonNull(key, "key");
    }

    @Override
    public Node compile(Scope scope) {
        return Wording.said(Node.present(key.name() + ".present", key), "present");
    }
}
