package dev.rapport.engagement.page;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.decision.Combination;
import dev.rapport.model.decision.Evidence;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** Reasons in plain words for those who may see so much: what a measure is called, and what was read for it. */
final class ReasonWords {

    private final Sensitivity shown;

    ReasonWords(Sensitivity shown) {
        this.shown = shown;
    }

    /** A value with its unit; shares are percentages. */
    static String value(AttributeKey<?> key, Object value) {
        if (value instanceof Money money) {
            return Text.money(money);
        }
        if (value instanceof Boolean truth) {
            return truth ? "yes" : "no";
        }
        if (value instanceof Set<?> texts) {
            return texts.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        }
        if (!(value instanceof Double number)) {
            return value.toString();
        }
        String unit = key.unit().orElse("");
        return unit.equals("share") ? Text.percent(number) : (Text.number(number) + " " + unit).strip();
    }

    /** What a leaf rests on, in words; empty where nothing was read. */
    Optional<String> evidence(Explanation leaf) {
        return leaf.evidence()
                .map(evidence -> isShown(evidence) ? value(evidence.key(), evidence.value()) : "withheld");
    }

    /** A leaf in few words: the measure and what was read, {@code seats in use 33 %}. */
    String leaf(Explanation leaf) {
        String words = Text.words(leaf.code());
        Optional<Object> value = leaf.evidence().filter(this::isShown).map(Evidence::value);
        if (value.isEmpty()) {
            return words;
        }
        String read = evidence(leaf).orElseThrow();
        return value.get() instanceof Boolean ? words + ": " + read : words + " " + read;
    }

    /** A met rule in few words: its name says it, and the number it rests on tells how much. */
    String rule(Explanation leaf) {
        boolean number = leaf.evidence()
                .filter(this::isShown)
                .map(Evidence::value)
                .filter(Double.class::isInstance)
                .isPresent();
        return number ? leaf(leaf) : Text.words(leaf.code());
    }

    /** Where the value of a leaf was read: attribute, source and since when. */
    Optional<String> origin(Explanation leaf) {
        return leaf.evidence()
                .map(evidence -> evidence.key().name()
                        + (isShown(evidence) ? " from " + evidence.provenance().source() : "")
                        + evidence.provenance()
                                .validFrom()
                                .map(since -> " since " + since)
                                .orElse(""));
    }

    /** The tree as nested list items, whose text is escaped. */
    String tree(Explanation explanation) {
        StringBuilder html = new StringBuilder();
        append(explanation, "", html);
        return html.toString();
    }

    private void append(Explanation node, String weight, StringBuilder html) {
        html.append("<li><b>").append(Text.escape(Text.words(node.code()))).append("</b> ");
        html.append(Text.escape(result(node)));
        List<String> notes = notes(node, weight);
        if (!notes.isEmpty()) {
            html.append(" <span class=\"soft\"");
            origin(node)
                    .ifPresent(origin ->
                            html.append(" title=\"").append(Text.escape(origin)).append('"'));
            html.append('>').append(Text.escape(String.join(", ", notes))).append("</span>");
        }
        if (!node.parts().isEmpty()) {
            html.append("<ul>");
            for (int i = 0; i < node.parts().size(); i++) {
                boolean weighted = node.combination() == Combination.WEIGHTED_MEAN && node.weight(i) > 0;
                append(node.parts().get(i), weighted ? "weight " + Text.number(node.weight(i)) : "", html);
            }
            html.append("</ul>");
        }
        html.append("</li>");
    }

    private List<String> notes(Explanation node, String weight) {
        List<String> notes = new ArrayList<>();
        evidence(node).filter(read -> !read.equals(result(node))).ifPresent(notes::add);
        node.reason().ifPresent(notes::add);
        if (!weight.isEmpty()) {
            notes.add(weight);
        }
        if (!node.parts().isEmpty() && node.completeness() < 1) {
            notes.add(Text.percent(node.completeness()) + " of the data there");
        }
        double distance = node.distance().orElse(0);
        if (distance != 0 && node.evidence().map(this::isShown).orElse(true)) {
            notes.add("off by " + Text.number(distance));
        }
        return notes;
    }

    private String result(Explanation node) {
        if (node.evidence().map(evidence -> !isShown(evidence)).orElse(false)) {
            return "withheld";
        }
        if (node.value().isEmpty()) {
            return node.status() == Status.NOT_ENOUGH_DATA ? "unknown" : Text.words(node.status());
        }
        double value = node.value().getAsDouble();
        if (node.isCondition()) {
            return value != 0 ? "yes" : "no";
        }
        return node.label().orElseGet(() -> Text.number(value));
    }

    private boolean isShown(Evidence evidence) {
        return evidence.key().sensitivity().compareTo(shown) <= 0;
    }
}
