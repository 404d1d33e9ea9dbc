package dev.rapport.engagement.pack;

import dev.rapport.model.customer.Goal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How far a goal of the customer is.
 *
 * @param goal  the goal
 * @param state  where it stands
 * @param progress  the way from the baseline to the target that is done, 0 to 1; empty if it is not told
 */
public record GoalValue(Goal goal, State state, OptionalDouble progress) {

    /** Where a goal stands. */
    public enum State {
        /** The target is reached and the customer confirmed it. */
        CONFIRMED,
        /** The target is reached, as far as we know. */
        REACHED,
        /** Not reached, and there is time. */
        UNDER_WAY,
        /** Not reached, and its day has passed. */
        BEHIND,
        /** Nobody says how far it is. */
        NOT_MEASURED;

        /**
         * The word in documents.
         *
         * @return the word
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static GoalValue of(Goal goal, LocalDate date) {
        OptionalDouble progress = progressOf(goal);
        boolean isReached = progress.isPresent() && progress.getAsDouble() >= 1;
        boolean isOver = goal.dueOn().map(due -> due.isBefore(date)).orElse(false);
        State state = goal.confirmed().orElse(false)
                ? State.CONFIRMED
                : isReached
                        ? State.REACHED
                        : isOver ? State.BEHIND : progress.isPresent() ? State.UNDER_WAY : State.NOT_MEASURED;
        return new GoalValue(goal, state, progress);
    }

    private static OptionalDouble progressOf(Goal goal) {
        if (goal.realised().isEmpty() || goal.target().isEmpty()) {
            return OptionalDouble.empty();
        }
        double from = goal.baseline().orElse(0);
        double way = goal.target().getAsDouble() - from;
        double done = goal.realised().getAsDouble() - from;
        double share = way == 0 ? (done >= 0 ? 1 : 0) : done / way;
        return OptionalDouble.of(Math.min(1, Math.max(0, share)));
    }
}
