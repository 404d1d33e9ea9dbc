package dev.rapport.engagement.trigger;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.milestone.Anchor;
import dev.rapport.engagement.milestone.MilestoneTrigger;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.Goal;
import dev.rapport.model.customer.Reckoning;
import java.util.List;
import java.util.Optional;

/**
 * Anchors on the day by which each goal is to be reached; their ids are those of the goals. Handled when the customer
 * confirmed the goal, or its target is reached.
 *
 * @param kind  the kind of goals that count, empty for all
 */
public record GoalDueTrigger(Optional<String> kind) implements MilestoneTrigger {

    /**
     * Checks the kind.
     *
     * @param kind  the kind of goals that count, empty for all
     */
    public GoalDueTrigger {
        requireNonNull(kind, "kind");
    }

    @Override
    public Requirements requirements() {
        return Requirements.series(Goal.SERIES);
    }

    @Override
    public List<Anchor> anchors(CustomerView view, Span span, Reckoning reckoning) {
        return view.series(Goal.SERIES).stream()
                .filter(goal -> kind.isEmpty() || kind.equals(goal.kind()))
                .filter(goal -> goal.dueOn().map(span::contains).orElse(false))
                .map(GoalDueTrigger::anchor)
                .toList();
    }

    private static Anchor anchor(Goal goal) {
        Anchor anchor = Anchor.of(goal.id(), goal.dueOn().orElseThrow())
                .knownSince(goal.entry().recordedAt())
                .because("the goal is: " + goal.title() + progress(goal));
        if (goal.confirmed().orElse(false)) {
            return anchor.handled("the customer confirmed the goal");
        }
        return isReached(goal) ? anchor.handled("the goal is reached" + progress(goal)) : anchor;
    }

    /** Down from the baseline or up: whichever way the target lies. */
    private static boolean isReached(Goal goal) {
        if (goal.realised().isEmpty() || goal.target().isEmpty()) {
            return false;
        }
        double realised = goal.realised().getAsDouble();
        double target = goal.target().getAsDouble();
        return goal.baseline().orElse(Double.NEGATIVE_INFINITY) > target ? realised <= target : realised >= target;
    }

    private static String progress(Goal goal) {
        if (goal.target().isEmpty()) {
            return "";
        }
        String unit = goal.unit().map(word -> " " + word).orElse("");
        String target = Wording.number(goal.target().getAsDouble()) + unit;
        return goal.realised().isPresent()
                ? " (" + Wording.number(goal.realised().getAsDouble()) + " of " + target + ")"
                : " (nothing is told of " + target + ")";
    }
}
