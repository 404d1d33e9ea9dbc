package dev.rapport.examples.benchmarks;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A customer who is to be placed, as an entity of Timefold. */
@PlanningEntity
public class TimefoldItem {

    @PlanningId
    private int index;

    private @Nullable AssignmentCase problem;

    @PlanningVariable
    private @Nullable TimefoldAgent agent;

    /** For Timefold, which fills copies. */
    public TimefoldItem() {}

    TimefoldItem(int index, AssignmentCase problem) {
        this.index = index;
        this.problem = problem;
    }

    private AssignmentCase problem() {
        return Objects.requireNonNull(problem, "problem");
    }

    /** Whether it was placed in the time that there was. */
    boolean isPlaced() {
        return agent != null;
    }

    TimefoldAgent agent() {
        return Objects.requireNonNull(agent, "agent");
    }

    long cost() {
        return problem().cost(index, agent().index());
    }

    long usage() {
        return problem().usage(index, agent().index());
    }

    long revenue() {
        return problem().revenue[index];
    }
}
