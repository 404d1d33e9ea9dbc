package dev.rapport.model.decision;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Sensitivity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Why a value moved between two cuts of one customer.
 *
 * <p>The way from the first value to the second leads over waypoints in a declared order: the attributes that came back,
 * then those that went missing, then the data that changed, attribute by attribute in the order of the policy, then the
 * policy itself, last the bounds that began or ceased to bind. Each waypoint is the policy evaluated over what has changed
 * so far; a part is the difference of two of them, so both ends are exact and the parts sum to the change up to rounding.
 * Another order would share out the same change differently. Where an end is unknown there are no parts. Immutable.
 */
public final class ScoreChange {

    /** What a step of the way changes. */
    public enum Kind {
        /** An attribute came back, went missing, or became or ceased to be applicable. */
        AVAILABILITY,
        /** An attribute has another value, or time went by. */
        DATA,
        /** The policy is another one. */
        POLICY,
        /** What a bound rests on changed. */
        BOUND,
        /** Somebody stated another value, or ceased to. */
        OVERRIDE
    }

    /**
     * A step of the way.
     *
     * @param kind  what it changes
     * @param attribute  the attribute, empty for the policy and for an override
     * @param codes  the leaves that read it
     */
    public record Step(Kind kind, Optional<AttributeKey<?>> attribute, List<String> codes) {}

    /**
     * The difference of two waypoints.
     *
     * @param steps  the steps between them: one, unless the value was unknown in between
     * @param from  the value before
     * @param to  the value after
     */
    public record Part(List<Step> steps, double from, double to) {

        /**
         * How far these steps moved the value.
         *
         * @return the difference
         */
        public double points() {
            return to - from;
        }

        /**
         * How sensitive it is to tell by how much these steps moved the value.
         *
         * @return the sensitivity of the most sensitive attribute, open where there is none
         */
        public Sensitivity sensitivity() {
            return steps.stream()
                    .flatMap(step -> step.attribute().stream())
                    .map(AttributeKey::sensitivity)
                    .max(Comparator.naturalOrder())
                    .orElse(Sensitivity.OPEN);
        }
    }

    private final Explanation before;
    private final Explanation after;
    private final List<Part> parts;

    private ScoreChange(Explanation before, Explanation after, List<Part> parts) {
        this.before = before;
        this.after = after;
        this.parts = List.copyOf(parts);
    }

    /**
     * Explains why the first output of a policy moved.
     *
     * @param oldProgram  the policy that held then
     * @param then  the customer then
     * @param newProgram  the policy that holds now; the same object if nothing changed
     * @param now  the same customer now
     * @return the change
     */
    public static ScoreChange between(Program oldProgram, CustomerView then, Program newProgram, CustomerView now) {
        Explanation before = oldProgram.explain(then);
        Explanation after = newProgram.explain(now);
        Way way = new Way(before);
        if (before.value().isPresent() && after.value().isPresent()) {
            Inputs.OfView mixed = oldProgram.inputs(then);
            replaceValues(oldProgram, mixed, oldProgram.inputs(now), way);
            if (newProgram != oldProgram) {
                mixed = newProgram.inputs(now);
                Inputs.OfView bounds = newProgram.inputs(then);
                for (int slot = newProgram.valueSlots(); slot < mixed.readings.length; slot++) {
                    mixed.replace(slot, bounds);
                }
                way.step(new Step(Kind.POLICY, Optional.empty(), List.of()), newProgram, mixed);
            }
            Inputs.OfView target = newProgram.inputs(now);
            for (int slot = newProgram.valueSlots(); slot < mixed.readings.length; slot++) {
                mixed.replace(slot, target);
                way.step(step(Kind.BOUND, newProgram, slot), newProgram, mixed);
            }
        }
        return new ScoreChange(before, after, way.parts);
    }

    private static void replaceValues(Program program, Inputs.OfView mixed, Inputs.OfView target, Way way) {
        for (Turn turn : Turn.values()) {
            for (int slot = 0; slot < program.valueSlots(); slot++) {
                if (turn.takes(mixed.readings[slot].status(), target.readings[slot].status())) {
                    mixed.replace(slot, target);
                    way.step(step(turn.kind, program, slot), program, mixed);
                }
            }
        }
    }

    private static Step step(Kind kind, Program program, int slot) {
        return new Step(kind, Optional.of(program.slots().get(slot)), program.codes(slot));
    }

    /** The declared order of the steps that change attributes. */
    private enum Turn {
        CAME_BACK(Kind.AVAILABILITY),
        WENT_MISSING(Kind.AVAILABILITY),
        CHANGED(Kind.DATA);

        private final Kind kind;

        Turn(Kind kind) {
            this.kind = kind;
        }

        private boolean takes(Reading.Status before, Reading.Status after) {
            return switch (this) {
                case CAME_BACK -> before != after && after == Reading.Status.PRESENT;
                case WENT_MISSING -> before != after && after != Reading.Status.PRESENT;
                case CHANGED -> before == after && after == Reading.Status.PRESENT;
            };
        }
    }

    /** The way so far. Steps after which the value is unknown go on to the next waypoint that is known. */
    private static final class Way {
        private final List<Part> parts = new ArrayList<>();
        private final List<Step> open = new ArrayList<>();
        private Explanation here;
        private double last;

        private Way(Explanation start) {
            here = start;
            last = start.value().orElse(Double.NaN);
        }

        private void step(Step step, Program program, Inputs.OfView inputs) {
            Explanation next = program.explain(inputs).get(0);
            if (next.value().isEmpty()) {
                if (step.kind() == Kind.POLICY || !isSame(here, next)) {
                    open.add(step);
                }
            } else {
                double value = next.value().getAsDouble();
                if (value != last) {
                    open.add(step);
                    parts.add(new Part(List.copyOf(open), last, value));
                }
                open.clear();
                last = value;
            }
            here = next;
        }

        /** Whether nothing in a tree moved, so that a step on the way through the unknown changed nothing. */
        private static boolean isSame(Explanation a, Explanation b) {
            boolean same = a.status() == b.status()
                    && Double.compare(a.rawValue(), b.rawValue()) == 0
                    && a.parts().size() == b.parts().size();
            for (int i = 0; same && i < a.parts().size(); i++) {
                same = isSame(a.parts().get(i), b.parts().get(i));
            }
            return same;
        }
    }

    /**
     * The first value with its reasons.
     *
     * @return the explanation as of then
     */
    public Explanation before() {
        return before;
    }

    /**
     * The second value with its reasons.
     *
     * @return the explanation as of now
     */
    public Explanation after() {
        return after;
    }

    /**
     * How far the value moved.
     *
     * @return the second value less the first; empty if one is unknown, which its explanation then says
     */
    public OptionalDouble points() {
        return before.value().isPresent() && after.value().isPresent()
                ? OptionalDouble.of(after.value().getAsDouble() - before.value().getAsDouble())
                : OptionalDouble.empty();
    }

    /**
     * What moved it.
     *
     * @return the parts in the order of the way; steps that moved nothing are left out; empty if an end is unknown
     */
    public List<Part> parts() {
        return parts;
    }

    /**
     * The share of one kind of step in the change. A part with steps of several kinds counts for the last of them.
     *
     * @param kind  the kind
     * @return the sum of its parts, 0 if there is none
     */
    public double points(Kind kind) {
        return parts.stream()
                .filter(part -> part.steps().get(part.steps().size() - 1).kind() == kind)
                .mapToDouble(Part::points)
                .sum();
    }
}
