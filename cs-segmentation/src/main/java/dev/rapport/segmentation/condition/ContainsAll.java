package dev.rapport.segmentation.condition;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Node;
import java.util.Set;

/**
 * A set of texts that has all of some in it.
 *
 * @param key  the attribute
 * @param values  the texts to look for, at least one, letter by letter
 */
public record ContainsAll(AttributeKey<Set<String>> key, Set<String> values) implements Condition {

    /**
     * Sorts the texts.
     *
     * @param key  the attribute
     * @param values  the texts to look for, at least one
     */
    public ContainsAll {
        requireNonNull(key, "key");
        values = Wording.sorted(values);
    }

    @Override
    public Node compile(Scope scope) {
        Set<String> wanted = Set.copyOf(values);
        Node node = Node.textSet(key.name() + ".contains-all", key, texts -> texts.containsAll(wanted) ? 1 : 0);
        return Wording.said(node.asCondition(), "containing all of " + Wording.list(values));
    }
}
