package dev.rapport.engagement.page;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Provenance;
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

    private static final Set<String> SHARES = Set.of("share", "probability");

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
        if (SHARES.contains(unit)) {
            return Text.percent(number);
        }
        boolean single = number == 1 && unit.endsWith("s") && !unit.endsWith("ss");
        return (Text.number(number) + " " + (single ? unit.substring(0, unit.length() - 1) : unit)).strip();
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

    /** Where the value of a leaf was read: attribute, and where it is shown, source and since when. */
    Optional<String> origin(Explanation leaf) {
        return leaf.evidence()
                .map(evidence -> evidence.key().name() + (isShown(evidence) ? origin(evidence.provenance()) : ""));
    }

    private static String origin(Provenance provenance) {
        return " from " + provenance.source()
                + provenance.validFrom().map(since -> " since " + since).orElse("");
    }

    /** The tree as nested list items, whose text is escaped. */
    String tree(Explanation explanation) {
        StringBuilder html = new StringBuilder();
        append(explanation, result(explanation), "", html);
        return html.toString();
    }

    /** The tree of a probability. */
    String probability(Explanation explanation) {
        StringBuilder html = new StringBuilder();
        append(explanation, percent(explanation), "", html);
        return html.toString();
    }

    private String percent(Explanation node) {
        return node.value().isPresent() ? Text.percent(node.value().getAsDouble()) : result(node);
    }

    private void append(Explanation node, String result, String weight, StringBuilder html) {
        Optional<String> read = evidence(node);
        List<String> notes = new ArrayList<>();
        if (read.isPresent() && !read.get().equals(result)) {
            notes.add(result);
        }
        notes(node, weight, notes);
        html.append("<li><b>").append(Text.escape(Text.words(node.code()))).append("</b> <span");
        origin(node)
                .ifPresent(origin ->
                        html.append(" title=\"").append(Text.escape(origin)).append('"'));
        html.append('>').append(Text.escape(read.orElse(result))).append("</span>");
        if (!notes.isEmpty()) {
            html.append(" <span class=\"soft\">")
                    .append(Text.escape(String.join(", ", notes)))
                    .append("</span>");
        }
        if (!node.parts().isEmpty()) {
            html.append("<ul>");
            for (int i = 0; i < node.parts().size(); i++) {
                append(node.parts().get(i), part(node, i), weight(node, i), html);
            }
            html.append("</ul>");
        }
        html.append("</li>");
    }

    private void notes(Explanation node, String weight, List<String> notes) {
        node.reason().ifPresent(notes::add);
        if (!weight.isEmpty()) {
            notes.add(weight);
        }
        if (!node.parts().isEmpty() && node.completeness() < 1) {
            notes.add(Text.percent(node.completeness()) + " of the data there");
        }
        double distance = node.distance().orElse(0);
        if (distance != 0 && !isWithheld(node)) {
            notes.add("off by " + Text.number(distance));
        }
    }

    /** What became of a part: a score within a mean, a bound within a minimum. */
    private String part(Explanation node, int i) {
        Explanation part = node.parts().get(i);
        boolean number =
                part.value().isPresent() && !part.isCondition() && part.label().isEmpty();
        if (!number || part.evidence().isEmpty()) {
            return result(part);
        }
        return switch (node.combination()) {
            case WEIGHTED_MEAN -> "scores " + result(part);
            case MIN -> "at most " + result(part);
            default -> result(part);
        };
    }

    private static String weight(Explanation node, int i) {
        return node.combination() == Combination.WEIGHTED_MEAN && node.weight(i) > 0
                ? "weight " + Text.number(node.weight(i))
                : "";
    }

    private String result(Explanation node) {
        if (isWithheld(node)) {
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

    /** Whether a leaf rests on something that is not shown. */
    boolean isWithheld(Explanation leaf) {
        return leaf.evidence().map(evidence -> !isShown(evidence)).orElse(false);
    }

    private boolean isShown(Evidence evidence) {
        return evidence.key().sensitivity().compareTo(shown) <= 0;
    }
}
