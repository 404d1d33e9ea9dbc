package dev.rapport.examples.benchmarks;

import ai.timefold.solver.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** The assignment as Timefold takes it, with the solver as it comes: one thread, construction and late acceptance. */
final class TimefoldAssignment {

    private TimefoldAssignment() {}

    static AssignmentAnswer solved(AssignmentCase problem, double seconds) {
        List<TimefoldAgent> agents = IntStream.range(0, problem.agents)
                .mapToObj(agent -> new TimefoldAgent(agent, problem.capacities[agent], problem.target))
                .toList();
        List<TimefoldItem> items = IntStream.range(0, problem.items)
                .mapToObj(item -> new TimefoldItem(item, problem))
                .toList();
        SolverConfig config = new SolverConfig()
                .withSolutionClass(TimefoldPlan.class)
                .withEntityClasses(TimefoldItem.class)
                .withConstraintProviderClass(Rules.class)
                .withRandomSeed(1L)
                .withTerminationSpentLimit(Duration.ofMillis((long) (seconds * 1000)));
        TimefoldPlan plan = SolverFactory.<TimefoldPlan>create(config)
                .buildSolver()
                .solve(new TimefoldPlan(agents, items));
        if (!plan.items().stream().allMatch(TimefoldItem::isPlaced)) {
            return AssignmentAnswer.none(Double.NaN);
        }
        int[] agentOf =
                plan.items().stream().mapToInt(item -> item.agent().index()).toArray();
        HardSoftLongScore score = plan.score();
        return AssignmentAnswer.of(
                agentOf, score.hardScore() == 0 ? -score.softScore() : Double.NaN, Double.NaN);
    }

    /** What counts: cost, hours, and revenue, of those with nobody too, whom a grouping alone would not see. */
    public static final class Rules implements ConstraintProvider {

        @Override
        public Constraint[] defineConstraints(ConstraintFactory factory) {
            return new Constraint[] {
                factory.forEach(TimefoldItem.class)
                        .penalizeLong(HardSoftLongScore.ONE_SOFT, TimefoldItem::cost)
                        .asConstraint("cost"),
                factory.forEach(TimefoldItem.class)
                        .groupBy(TimefoldItem::agent, ConstraintCollectors.sumLong(TimefoldItem::usage))
                        .filter((agent, used) -> used > agent.capacity())
                        .penalizeLong(HardSoftLongScore.ONE_HARD, (agent, used) -> used - agent.capacity())
                        .asConstraint("hours"),
                factory.forEach(TimefoldItem.class)
                        .groupBy(TimefoldItem::agent, ConstraintCollectors.sumLong(TimefoldItem::revenue))
                        .complement(TimefoldAgent.class, agent -> 0L)
                        .penalizeLong(
                                HardSoftLongScore.ONE_SOFT, (agent, earned) -> Math.abs(earned - agent.target()))
                        .asConstraint("revenue")
            };
        }
    }
}
