package dev.rapport.health.change;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.Health;
import dev.rapport.health.HealthStrategy;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.ScoreChange;
import dev.rapport.model.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Why the health of a customer moved between two cuts, from the score in force then to the score in force now.
 *
 * <p>The way leads over waypoints in a declared order: an override of then is lifted; the computed score goes the way of
 * {@link ScoreChange}, what came back, what went missing, what changed, measure by measure, then the policy, then caps; an
 * override of now is set. Both ends are exact, and the parts sum to the change up to rounding. Where an end is unknown
 * there are no parts; where the score was unknown in between, the steps are one part up to the next that is known.
 * Immutable.
 *
 * <pre>{@code
 * HealthChange change = HealthChange.between(strategy, view(march), view(june), memory);
 * change.points(ScoreChange.Kind.DATA); // what the data did
 * }</pre>
 */
public final class HealthChange {

    private final Health before;
    private final Health after;
    private final List<ScoreChange.Part> parts;

    private HealthChange(Health before, Health after, List<ScoreChange.Part> parts) {
        this.before = before;
        this.after = after;
        this.parts = List.copyOf(parts);
    }

    /**
     * Explains why the health of a customer moved.
     *
     * @param strategy  decides at both dates; which of its policies is in force then and now is its business
     * @param then  the customer then
     * @param now  the same customer now
     * @param memory  what was decided before; the cuts of the views apply to it
     * @return the change
     */
    public static HealthChange between(HealthStrategy strategy, CustomerView then, CustomerView now, Memory memory) {
        if (!then.customerId().equals(now.customerId())) {
            throw new IllegalArgumentException(
                    "now (" + now.customerId() + ") must be the same customer as then (" + then.customerId() + ").");
        }
        Health before = strategy.decide(then, memory);
        Health after = strategy.decide(now, memory);
        if (before.score().isEmpty() || after.score().isEmpty()) {
            return new HealthChange(before, after, List.of());
        }
        Way way = new Way(before.score().getAsDouble());
        if (before.override().isPresent()) {
            way.to(step(ScoreChange.Kind.OVERRIDE), before.computed().score());
        }
        compute(strategy, before, then, after, now, way);
        if (after.override().isPresent()) {
            way.to(step(ScoreChange.Kind.OVERRIDE), after.score());
        }
        return new HealthChange(before, after, way.parts);
    }

    private static void compute(
            HealthStrategy strategy, Health before, CustomerView then, Health after, CustomerView now, Way way) {
        OptionalDouble end = after.computed().score();
        Optional<Program> old = strategy.program(then);
        Optional<Program> current = strategy.program(now);
        if (old.isPresent() && current.isPresent()) {
            ScoreChange change = ScoreChange.between(old.get(), then, current.get(), now);
            change.parts().forEach(way::follow);
            if (!change.parts().isEmpty() || before.computed().score().equals(end)) {
                return;
            }
        }
        way.to(step(kind(before, after)), end);
    }

    /** What can be said of a way that cannot be told apart. */
    private static ScoreChange.Kind kind(Health before, Health after) {
        if (before.computed().isKnown() != after.computed().isKnown()) {
            return ScoreChange.Kind.AVAILABILITY;
        }
        return before.policy().equals(after.policy()) ? ScoreChange.Kind.DATA : ScoreChange.Kind.POLICY;
    }

    private static ScoreChange.Step step(ScoreChange.Kind kind) {
        return new ScoreChange.Step(kind, Optional.empty(), List.of());
    }

    /** The way so far. Steps after which the score is unknown go on to the next waypoint that is known. */
    private static final class Way {

        private final List<ScoreChange.Part> parts = new ArrayList<>();
        private final List<ScoreChange.Step> open = new ArrayList<>();
        private double last;

        private Way(double start) {
            last = start;
        }

        private void to(ScoreChange.Step step, OptionalDouble score) {
            open.add(step);
            score.ifPresent(this::arrive);
        }

        private void follow(ScoreChange.Part part) {
            open.addAll(part.steps());
            arrive(part.to());
        }

        private void arrive(double score) {
            if (score != last) {
                parts.add(new ScoreChange.Part(List.copyOf(open), last, score));
            }
            open.clear();
            last = score;
        }
    }

    /**
     * The health then.
     *
     * @return the health, with its reasons, its policy and its override
     */
    public Health before() {
        return before;
    }

    /**
     * The health now.
     *
     * @return the health, with its reasons, its policy and its override
     */
    public Health after() {
        return after;
    }

    /**
     * How far the score in force moved.
     *
     * @return the second score less the first; empty if one is unknown, which its health then says
     */
    public OptionalDouble points() {
        return before.score().isPresent() && after.score().isPresent()
                ? OptionalDouble.of(after.score().getAsDouble() - before.score().getAsDouble())
                : OptionalDouble.empty();
    }

    /**
     * What moved it.
     *
     * @return the parts in the order of the way; steps that moved nothing are left out; empty if an end is unknown
     */
    public List<ScoreChange.Part> parts() {
        return parts;
    }

    /**
     * The share of one kind of step in the change. A part with steps of several kinds counts for the last of them.
     *
     * @param kind  the kind
     * @return the sum of its parts, 0 if there is none
     */
    public double points(ScoreChange.Kind kind) {
        requireNonNull(kind, "kind");
        return parts.stream()
                .filter(part -> part.steps().get(part.steps().size() - 1).kind() == kind)
                .mapToDouble(ScoreChange.Part::points)
                .sum();
    }
}
