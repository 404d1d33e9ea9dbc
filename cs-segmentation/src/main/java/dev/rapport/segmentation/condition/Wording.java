package dev.rapport.segmentation.condition;

import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.decision.Node;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How conditions name themselves. */
final class Wording {

    private static final int LISTED = 10;

    private Wording() {}

    static String kind(AttributeKind kind) {
        return switch (kind) {
            case NUMBER -> "a number";
            case TEXT -> "a text";
            case BOOLEAN -> "true or false";
            case DATE -> "a date";
            case MONEY -> "an amount of money";
            case TEXT_SET -> "a set of texts";
        };
    }

    static String value(Object value) {
        return value instanceof Double number ? number(number) : String.valueOf(value);
    }

    private static String number(double number) {
        return number == 0
                ? "0"
                : new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    static String list(Collection<String> values) {
        Iterator<String> next = values.iterator();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LISTED && next.hasNext(); i++) {
            text.append(i == 0 ? "" : ", ").append(next.next());
        }
        return next.hasNext() ? text + " and " + (values.size() - LISTED) + " more" : text.toString();
    }

    /** What a compiled condition asks, in words. */
    static String sentence(Node node) {
        String joint = switch (node.combination()) {
            case ALL_OF -> " and ";
            case ANY_OF -> " or ";
            case NONE_OF -> " nor ";
            default -> ", ";
        };
        if (node.parts().isEmpty()) {
            String code = node.code();
            int end = code.lastIndexOf('.');
            return node.affirmation()
                    .map(said -> (end < 0 ? code : code.substring(0, end)) + " " + said)
                    .orElse(code);
        }
        String parts = node.parts().stream().map(Wording::sentence).collect(Collectors.joining(joint));
        return switch (node.combination()) {
            case ALL_OF -> parts;
            case ANY_OF -> node.parts().size() == 1 ? parts : "(" + parts + ")";
            case NONE_OF -> "neither (" + parts + ")";
            default -> node.code() + " (" + parts + ")";
        };
    }

    /** The node with words for both answers. */
    static Node said(Node condition, String affirmation) {
        return condition.labelled(List.of("not " + affirmation, affirmation));
    }

    /** The words in their natural order, each once, so that nothing depends on the order of a set. */
    static SortedSet<String> sorted(Collection<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("values must not be empty.");
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(values));
    }
}
