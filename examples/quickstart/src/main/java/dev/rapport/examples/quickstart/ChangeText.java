package dev.rapport.examples.quickstart;

import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.decision.ScoreChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Why a score moved, in lines for a terminal. */
final class ChangeText {

    private static final Map<ScoreChange.Kind, String> KINDS = Map.of(
            ScoreChange.Kind.AVAILABILITY, "went missing or came back",
            ScoreChange.Kind.DATA, "data changed",
            ScoreChange.Kind.POLICY, "policy changed",
            ScoreChange.Kind.BOUND, "cap began or ceased to bind",
            ScoreChange.Kind.OVERRIDE, "override began or ended");

    private ChangeText() {}

    static List<String> lines(ScoreChange change) {
        List<String> lines = new ArrayList<>();
        lines.add("Before: " + score(change.before()));
        lines.add("After:  " + score(change.after()));
        for (ScoreChange.Part part : change.parts()) {
            boolean isShown = part.sensitivity().compareTo(Sensitivity.INTERNAL) <= 0;
            lines.add(String.format(
                    Locale.ROOT,
                    "%7s  %s",
                    isShown ? String.format(Locale.ROOT, "%+.2f", part.points()) : "?",
                    part.steps().stream().map(ChangeText::step).collect(Collectors.joining(" and "))));
        }
        if (change.parts().isEmpty()) {
            lines.add("One of the two scores is not known, so there is no difference to explain:");
            lines.addAll(ExplanationText.showing(Sensitivity.INTERNAL)
                    .lines(change.before().value().isEmpty() ? change.before() : change.after()));
        }
        return lines;
    }

    private static String score(Explanation explanation) {
        return explanation.value().isPresent()
                ? String.format(Locale.ROOT, "%.2f", explanation.value().getAsDouble())
                : "not known";
    }

    private static String step(ScoreChange.Step step) {
        return String.join(", ", step.codes())
                + step.attribute().map(attribute -> " (" + attribute + ")").orElse("") + ": " + KINDS.get(step.kind());
    }
}
