package dev.rapport.segmentation.condition;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.decision.Node;
import java.util.List;
import java.util.Set;

/**
 * A text that begins with one of some, such as a postal code.
 *
 * @param key  the attribute
 * @param values  the beginnings, at least one
 * @param textCase  whether case counts
 */
public record StartsWith(AttributeKey<String> key, Set<String> values, TextCase textCase) implements Condition {

    /**
     * Sorts the texts.
     *
     * @param key  the attribute
     * @param values  the beginnings, at least one
     * @param textCase  whether case counts
     */
    public StartsWith {
        requireNonNull(key, "key");
        requireNonNull(textCase, "textCase");
        values = Wording.sorted(values);
    }

    @Override
    public Node compile(Scope scope) {
        List<String> folded = values.stream().map(textCase::fold).toList();
        Node node = Node.text(key.name() + ".starts-with", key, text -> {
            String begin = textCase.fold(text);
            return folded.stream().anyMatch(begin::startsWith) ? 1 : 0;
        });
        return Wording.said(node.asCondition(), "beginning with " + Wording.list(values));
    }
}
