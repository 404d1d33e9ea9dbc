package dev.rapport.segmentation.condition;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Node;
import java.util.List;
import java.util.Set;

/**
 * A text in which one of some others stands.
 *
 * @param key  the attribute
 * @param values  the texts to look for, at least one
 * @param textCase  whether case counts
 */
public record ContainsText(AttributeKey<String> key, Set<String> values, TextCase textCase) implements Condition {

    /**
     * Sorts the texts.
     *
     * @param key  the attribute
     * @param values  the texts to look for, at least one
     * @param textCase  whether case counts
     */
    public ContainsText {
        requireNonNull(key, "key");
        requireNonNull(textCase, "textCase");
        values = Wording.sorted(values);
    }

    @Override
    public Node compile(Scope scope) {
        List<String> folded = values.stream().map(textCase::fold).toList();
        Node node = Node.text(key.name() + ".contains-text", key, text -> {
            String whole = textCase.fold(text);
            return folded.stream().anyMatch(whole::contains) ? 1 : 0;
        });
        return Wording.said(node.asCondition(), "containing " + Wording.list(values));
    }
}
