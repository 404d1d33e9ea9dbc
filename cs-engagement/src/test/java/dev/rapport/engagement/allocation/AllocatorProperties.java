package dev.rapport.engagement.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The allocator against every possible answer, on problems small enough to try them all. */
class AllocatorProperties {

    private static final StopCondition STOP = StopCondition.steps(1_500_000);

    private record Case(AllocationProblem problem, double best) {}

    private static Case draw(long seed) {
        Random random = new Random(seed);
        int agents = 1 + random.nextInt(4);
        int items = random.nextInt(7);
        int[] costs = new int[items * agents];
        int[] weights = new int[items * agents];
        for (int pair = 0; pair < costs.length; pair++) {
            costs[pair] = random.nextInt(8) == 0 ? AllocationProblem.FORBIDDEN : random.nextInt(30);
            weights[pair] = random.nextInt(10);
        }
        long[] capacities = random.longs(agents, 0, 30).toArray();
        AllocationProblem.Builder problem =
                AllocationProblem.builder(items, agents, costs).load(Load.capacityByPair("hours", weights, capacities));
        int[] present = random.ints(items, -1, agents).toArray();
        if (random.nextBoolean()) {
            int[] revenue = random.ints(items, 0, 20).toArray();
            long mean = Arrays.stream(revenue).sum() / agents;
            long[] targets = new long[agents];
            Arrays.fill(targets, mean);
            problem.load(Load.balanced("revenue", revenue, targets, random.nextInt(3), random.nextInt(agents + 1) - 1));
        }
        if (random.nextBoolean()) {
            problem.leaving(present, random.ints(items, 0, 15).toArray(), random.nextInt(agents + 1) - 1);
        }
        if (random.nextInt(3) == 0) {
            problem.load(Load.moves("moves", present, agents, random.nextInt(agents + 1) - 1, random.nextInt(4)));
        }
        AllocationProblem built = problem.build();
        return new Case(built, least(built, new int[items], 0));
    }

    private static double least(AllocationProblem problem, int[] agentOf, int item) {
        if (item == agentOf.length) {
            return problem.evaluate(agentOf);
        }
        double least = Double.POSITIVE_INFINITY;
        for (int agent = 0; agent < problem.agents(); agent++) {
            agentOf[item] = agent;
            least = Math.min(least, least(problem, agentOf, item + 1));
        }
        return least;
    }

    @Property(tries = 300)
    void answer_isTheBest_andProvenSo(@ForAll long seed) {
        Case drawn = draw(seed);
        Allocation answer = new Allocator(1).allocate(drawn.problem(), STOP);

        assertThat(answer.objective()).isEqualTo(drawn.best());
        if (drawn.best() < Double.POSITIVE_INFINITY) {
            assertThat(answer.isOptimal()).isTrue();
            assertThat(answer.gap()).isZero();
        }
    }

    @Property(tries = 300)
    void bound_isNeverAboveTheBest_whateverTheBudget(@ForAll long seed) {
        Case drawn = draw(seed);
        for (long budget : new long[] {0, 1, 100, 5_000, 100_000}) {
            Allocation answer = new Allocator(seed).allocate(drawn.problem(), StopCondition.steps(budget));
            assertThat(answer.bound()).isLessThanOrEqualTo(drawn.best());
            assertThat(answer.objective()).isGreaterThanOrEqualTo(drawn.best());
        }
    }

    @Property(tries = 300)
    void noAnswer_hasAClash_thatGoesAwayWithoutAnyOneOfItsConstraints(@ForAll long seed) {
        Case drawn = draw(seed);
        Allocation answer = new Allocator(1).allocate(drawn.problem(), STOP);

        assertThat(answer.clash().isPresent()).isEqualTo(drawn.best() == Double.POSITIVE_INFINITY);
        answer.clash().ifPresent(clash -> {
            assertThat(canBeKept(drawn.problem(), clash.items(), clash.capacities()))
                    .isFalse();
            for (int at = 0; at < clash.items().size(); at++) {
                assertThat(canBeKept(drawn.problem(), without(clash.items(), at), clash.capacities()))
                        .isTrue();
            }
            for (int at = 0; at < clash.capacities().size(); at++) {
                assertThat(canBeKept(drawn.problem(), clash.items(), without(clash.capacities(), at)))
                        .isTrue();
            }
        });
    }

    private static <T> List<T> without(List<T> all, int at) {
        List<T> rest = new ArrayList<>(all);
        rest.remove(at);
        return rest;
    }

    private static boolean canBeKept(AllocationProblem problem, List<Integer> items, List<Clash.Capacity> capacities) {
        return canBeKept(problem, items, capacities, 0, new double[problem.slotCount]);
    }

    private static boolean canBeKept(
            AllocationProblem problem,
            List<Integer> items,
            List<Clash.Capacity> capacities,
            int at,
            double[] loads) {
        if (at == items.size()) {
            return capacities.stream().allMatch(capacity -> isKept(problem, capacity, loads));
        }
        for (int agent = 0; agent < problem.agents(); agent++) {
            if (problem.allows(items.get(at), agent)) {
                double[] next = loads.clone();
                for (int kind = 0; kind < problem.loads.length; kind++) {
                    next[problem.slots[kind][agent]] += problem.loads[kind].usage(items.get(at), agent);
                }
                if (canBeKept(problem, items, capacities, at + 1, next)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isKept(AllocationProblem problem, Clash.Capacity capacity, double[] loads) {
        int slot = 0;
        for (Load load : problem.loads) {
            if (load.name.equals(capacity.load())) {
                return loads[slot + capacity.bucket()] <= problem.targets[slot + capacity.bucket()];
            }
            slot += load.targets.length;
        }
        throw new AssertionError("no load " + capacity.load());
    }

    @Property(tries = 100)
    void sameSeedAndBudget_giveTheSameAnswer(@ForAll long seed) {
        Case drawn = draw(seed);
        Allocation one = new Allocator(seed).allocate(drawn.problem(), StopCondition.steps(300_000));
        Allocation other = new Allocator(seed).allocate(drawn.problem(), StopCondition.steps(300_000));

        assertThat(other.agentOf()).isEqualTo(one.agentOf());
        assertThat(other.bound()).isEqualTo(one.bound());
        assertThat(other.steps()).isEqualTo(one.steps());
    }
}
