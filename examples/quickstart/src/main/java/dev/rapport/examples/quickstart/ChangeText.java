package dev.rapport.examples.quickstart;

import dev.rapport.health.Health;
import dev.rapport.health.change.HealthChange;
import dev.rapport.model.attribute.Sensitivity;
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

    static List<String> lines(HealthChange change) {
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
        if (change.points().isEmpty()) {
            lines.add("One of the two scores is not known, so there is no difference to explain:");
            Health unknown = change.before().isKnown() ? change.after() : change.before();
            lines.addAll(ExplanationText.showing(Sensitivity.INTERNAL).lines(unknown.reasons()));
        }
        return lines;
    }

    private static String score(Health health) {
        String score = health.score().isPresent()
                ? String.format(Locale.ROOT, "%.2f", health.score().getAsDouble())
                : "not known";
        return score + " by " + health.policy()
                + health.override()
                        .map(stated -> ", as " + stated.owner() + " states")
                        .orElse("");
    }

    private static String step(ScoreChange.Step step) {
        String what = String.join(", ", step.codes())
                + step.attribute().map(attribute -> " (" + attribute + ")").orElse("");
        return (what.isEmpty() ? "" : what + ": ") + KINDS.get(step.kind());
    }
}
