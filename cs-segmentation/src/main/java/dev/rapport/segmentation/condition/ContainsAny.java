package dev.rapport.segmentation.condition;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Node;
import java.util.Collections;
import java.util.Set;

/**
 * A set of texts that has one of some in it.
 *
 * @param key  the attribute
 * @param values  the texts to look for, at least one, letter by letter
 */
public record ContainsAny(AttributeKey<Set<String>> key, Set<String> values) implements Condition {

    /**
     * Sorts the texts.
     *
     * @param key  the attribute
     * @param values  the texts to look for, at least one
     */
    public ContainsAny {
        requireNonNull(key, "key");
        values = Wording.sorted(values);
    }

    @Override
    public Node compile(Scope scope) {
        Set<String> wanted = Set.copyOf(values);
        Node node =
                Node.textSet(key.name() + ".contains-any", key, texts -> !Collections.disjoint(texts, wanted) ? 1 : 0);
        return Wording.said(node.asCondition(), "containing any of " + Wording.list(values));
    }
}
