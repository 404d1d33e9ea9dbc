package dev.rapport.segmentation.condition;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Node;
import java.util.Set;

/**
 * A text that is one of some, letter by letter.
 *
 * @param key  the attribute
 * @param values  the texts, at least one
 */
public record OneOf(AttributeKey<String> key, Set<String> values) implements Condition {

    /**
     * Sorts the texts.
     *
     * @param key  the attribute
     * @param values  the texts, at least one
     */
    public OneOf {
        requireNonNull(key, "key");
        values = Wording.sorted(values);
    }

    @Override
    public Node compile(Scope scope) {
        Set<String> wanted = Set.copyOf(values);
        Node node = Node.text(key.name() + ".one-of", key, text -> wanted.contains(text) ? 1 : 0);
        return Wording.said(node.asCondition(), "one of " + Wording.list(values));
    }
}
