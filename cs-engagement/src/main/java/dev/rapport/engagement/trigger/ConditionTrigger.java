package dev.rapport.engagement.trigger;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.milestone.Anchor;
import dev.rapport.engagement.milestone.MilestoneTrigger;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.ExplanationText;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.Status;
import dev.rapport.segmentation.condition.Condition;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Anchors on the days on which a condition became true: it holds at the end of the day, and did not at the end of any of
 * some days before. While it stays true there is one anchor; when it was untrue for so many days and is true again, there is
 * another on a day of its own. Days on which the answer is open count as untrue. Immutable.
 *
 * <p>Each day is judged by the facts of that day as they are known now, so a correction moves the day, as it moves that of a
 * contract. What was laid over a book, such as health or segment, has no past and cannot be asked about.
 */
public final class ConditionTrigger implements MilestoneTrigger {

    private final String name;
    private final Condition condition;
    private final int untrueDays;
    private final Program program;

    private ConditionTrigger(String name, Condition condition, int untrueDays) {
        this.name = requireNonNull(name, "name");
        this.condition = requireNonNull(condition, "condition");
        this.untrueDays = untrueDays;
        this.program = Program.of(condition.compile());
        if (untrueDays < 1) {
            throw new IllegalArgumentException("untrueDays (" + untrueDays + ") must be at least 1.");
        }
    }

    /**
     * A trigger.
     *
     * @param name  what the condition is called, the id of its anchors
     * @param condition  the condition
     * @param untrueDays  for how many days it must have been untrue to become true anew, at least 1; the more, the less a
     *     number that wavers about a bound is told
     * @return the trigger
     * @throws IllegalArgumentException if the condition refers to a segment
     */
    public static ConditionTrigger of(String name, Condition condition, int untrueDays) {
        return new ConditionTrigger(name, condition, untrueDays);
    }

    /**
     * What the condition is called.
     *
     * @return the id of the anchors
     */
    public String name() {
        return name;
    }

    /**
     * The condition.
     *
     * @return what becomes true
     */
    public Condition condition() {
        return condition;
    }

    /**
     * For how many days it must have been untrue to become true anew.
     *
     * @return the number of days
     */
    public int untrueDays() {
        return untrueDays;
    }

    @Override
    public Requirements requirements() {
        return program.requirements();
    }

    @Override
    public List<Anchor> anchors(CustomerView view, Span span, Reckoning reckoning) {
        LocalDate today = view.date();
        LocalDate last = span.before().isAfter(today) ? today : span.before().minusDays(1);
        long trueAgo = Long.MAX_VALUE;
        List<Anchor> anchors = new ArrayList<>();
        for (LocalDate day = span.from().minusDays(untrueDays); !day.isAfter(last); day = day.plusDays(1)) {
            Optional<Explanation> answer = on(view, day);
            if (answer.isEmpty() || !holds(answer.get())) {
                trueAgo = trueAgo == Long.MAX_VALUE ? trueAgo : trueAgo + 1;
                continue;
            }
            if (trueAgo >= untrueDays && span.contains(day)) {
                anchors.add(because(Anchor.of(name, day), answer.get()));
            }
            trueAgo = 0;
        }
        return anchors;
    }

    private static boolean holds(Explanation answer) {
        return answer.value().orElse(0) == 1;
    }

    private Optional<Explanation> on(CustomerView view, LocalDate day) {
        int ago = (int) ChronoUnit.DAYS.between(day, view.date());
        Optional<Explanation> answer = view.daysBefore(ago).map(program::explain);
        if (answer.isPresent() && answer.get().status() == Status.FAILED) {
            throw new IllegalStateException("condition (" + name + ") failed: "
                    + answer.get().find(part -> part.reason().isPresent()).stream()
                            .flatMap(part -> part.reason().stream())
                            .findFirst()
                            .orElse("no reason"));
        }
        if (ago == 0 && answer.isEmpty()) {
            throw new IllegalStateException(
                    "condition (" + name + ") asks about the past, of which this view cannot tell.");
        }
        if (ago == 0 && answer.isPresent() && !isDecided(answer.get()) && isDecided(program.explain(view))) {
            throw new IllegalStateException(
                    "condition (" + name + ") rests on what was laid over the book, which has no past."
                            + "\nMaybe on the attributes that it was decided by.");
        }
        return answer;
    }

    private static boolean isDecided(Explanation answer) {
        return answer.status() == Status.EVALUATED;
    }

    /** With what of the condition holds; where nothing must hold for it, the day speaks for itself. */
    private static Anchor because(Anchor anchor, Explanation answer) {
        ExplanationText text = ExplanationText.showing(Sensitivity.INTERNAL);
        String why = answer.find(part -> part.parts().isEmpty() && holds(part)).stream()
                .map(text::line)
                .collect(Collectors.joining("; "));
        return why.isEmpty() ? anchor : anchor.because(why);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof ConditionTrigger other
                && name.equals(other.name)
                && condition.equals(other.condition)
                && untrueDays == other.untrueDays;
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, condition, untrueDays);
    }

    @Override
    public String toString() {
        return "condition " + name;
    }
}
