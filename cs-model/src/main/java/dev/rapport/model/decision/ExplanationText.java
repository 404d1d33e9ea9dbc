package dev.rapport.model.decision;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.Sensitivity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The reasons of a decision in short lines for people, on terminals and pages. The wording is not stable; programs read
 * the JSON.
 *
 * <pre>
 * health.score 62.4 (weighted mean, 85% of the weight has data)
 *   usage 40 x 0.35: usage.active-share 0.32
 *   support unknown x 0.2: no value
 * </pre>
 */
public final class ExplanationText {

    private static final int DECIMALS = 3;

    private final Sensitivity shown;

    private ExplanationText(Sensitivity shown) {
        this.shown = shown;
    }

    /**
     * A view for readers who may see so much.
     *
     * @param highest  the most sensitive evidence that is shown
     * @return the view
     */
    public static ExplanationText showing(Sensitivity highest) {
        return new ExplanationText(requireNonNull(highest, "highest"));
    }

    /**
     * The whole tree.
     *
     * @param explanation  the reasons
     * @return a line for each node, parts indented by two spaces
     */
    public List<String> lines(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        append(explanation, "", "", lines);
        return List.copyOf(lines);
    }

    /**
     * What pulls a score down most.
     *
     * @param explanation  a weighted mean
     * @param baseline  the value that is neither good nor bad
     * @param atMost  how many reasons
     * @return a line for each leaf below the baseline, the heaviest first; how heavy a withheld one is, is not told
     */
    public List<String> against(Explanation explanation, double baseline, int atMost) {
        return explanation.contributions(baseline).stream()
                .filter(contribution -> contribution.points() < 0)
                .limit(atMost)
                .map(contribution -> sentence(contribution.leaf(), "")
                        + (isWithheld(contribution.leaf()) ? "" : " (" + number(contribution.points()) + " points)"))
                .toList();
    }

    /**
     * One node without its parts.
     *
     * @param explanation  the node
     * @return a line
     */
    public String line(Explanation explanation) {
        return sentence(explanation, "");
    }

    private void append(Explanation explanation, String indent, String weight, List<String> lines) {
        lines.add(indent + sentence(explanation, weight));
        boolean weighted = explanation.combination() == Combination.WEIGHTED_MEAN;
        for (int i = 0; i < explanation.parts().size(); i++) {
            String factor = weighted ? " x " + number(explanation.weight(i)) : "";
            append(explanation.parts().get(i), indent + "  ", factor, lines);
        }
    }

    private String sentence(Explanation explanation, String weight) {
        StringBuilder line = new StringBuilder(visible(explanation.code()))
                .append(' ')
                .append(isWithheld(explanation) ? "withheld" : value(explanation))
                .append(weight);
        if (!explanation.parts().isEmpty()) {
            line.append(" (").append(words(explanation.combination()));
            if (explanation.completeness() < 1) {
                line.append(", ").append(percent(explanation.completeness())).append(" of the weight has data");
            }
            if (explanation.freshness() < 1) {
                line.append(", ").append(percent(explanation.freshness())).append(" of what is known is fresh");
            }
            line.append(')');
        }
        explanation.evidence().ifPresent(evidence -> line.append(": ").append(evidence(evidence)));
        explanation.comparedWith().forEach(evidence -> line.append(", among ").append(evidence(evidence)));
        explanation.reason().ifPresent(reason -> line.append(": ").append(visible(reason)));
        double distance = explanation.distance().orElse(0);
        if (distance != 0 && !isWithheld(explanation)) {
            line.append(", off by ").append(number(distance));
        }
        explanation
                .description()
                .ifPresent(text -> line.append(" (").append(visible(text)).append(')'));
        return line.toString();
    }

    private String evidence(Evidence evidence) {
        if (!isShown(evidence)) {
            return evidence.key().name();
        }
        String unit = evidence.key().unit().map(word -> " " + word).orElse("");
        return evidence.key().name() + " " + value(evidence.value()) + unit;
    }

    private static String value(Explanation explanation) {
        if (explanation.value().isEmpty()) {
            return switch (explanation.status()) {
                case NOT_APPLICABLE -> "not applicable";
                case FAILED -> "failed";
                case EVALUATED, NOT_ENOUGH_DATA -> "unknown";
            };
        }
        double value = explanation.value().getAsDouble();
        if (explanation.isCondition()) {
            return value != 0 ? "yes" : "no";
        }
        return explanation.label().map(ExplanationText::visible).orElseGet(() -> number(value));
    }

    private static String value(Object value) {
        if (value instanceof Double number) {
            return number(number);
        }
        if (value instanceof Boolean truth) {
            return truth ? "yes" : "no";
        }
        if (value instanceof Set<?> words) {
            Set<String> sorted = new TreeSet<>();
            words.forEach(word -> sorted.add(visible((String) word)));
            return String.join(", ", sorted);
        }
        return visible(value.toString());
    }

    /**
     * Says whether a node rests on something that is not shown.
     *
     * @param explanation  the node
     * @return true if its evidence is more sensitive than these readers may see
     */
    public boolean isWithheld(Explanation explanation) {
        return explanation.evidence().map(evidence -> !isShown(evidence)).orElse(false);
    }

    private boolean isShown(Evidence evidence) {
        return evidence.key().sensitivity().compareTo(shown) <= 0;
    }

    /** Control characters and marks that turn the writing direction would break the line or hide a part of it. */
    private static String visible(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int type = Character.getType(c);
            boolean hidden = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.SURROGATE
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            kept.appendCodePoint(hidden ? '\uFFFD' : c);
        });
        return kept.toString();
    }

    private static String words(Combination combination) {
        return combination.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String percent(double share) {
        return number(Math.floor(share * 100)) + "%";
    }

    private static String number(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
