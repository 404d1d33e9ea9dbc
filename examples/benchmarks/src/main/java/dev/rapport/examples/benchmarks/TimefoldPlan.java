package dev.rapport.examples.benchmarks;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All customers and all people, as a solution of Timefold. */
@PlanningSolution
public class TimefoldPlan {

    @ValueRangeProvider
    @ProblemFactCollectionProperty
    private List<TimefoldAgent> agents = List.of();

    @PlanningEntityCollectionProperty
    private List<TimefoldItem> items = List.of();

    @PlanningScore
    private @Nullable HardSoftLongScore score;

    /** For Timefold, which fills copies. */
    public TimefoldPlan() {}

    TimefoldPlan(List<TimefoldAgent> agents, List<TimefoldItem> items) {
        this.agents = agents;
        this.items = items;
    }

    List<TimefoldAgent> agents() {
        return agents;
    }

    List<TimefoldItem> items() {
        return items;
    }

    HardSoftLongScore score() {
        return Objects.requireNonNull(score, "score");
    }
}
