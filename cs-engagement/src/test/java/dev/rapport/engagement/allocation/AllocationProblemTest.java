package dev.rapport.engagement.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllocationProblemTest {

    private static final int ITEMS = 120;
    private static final int AGENTS = 30;
    private static final StopCondition STOP = StopCondition.steps(3_000_000);

    private static int[] costs() {
        Random random = new Random(7);
        int[] costs = new int[ITEMS * AGENTS];
        Arrays.setAll(costs, pair -> random.nextInt(3) == 0 ? 10 + random.nextInt(90) : AllocationProblem.FORBIDDEN);
        return costs;
    }

    private static Allocation solved(AllocationProblem.Builder problem) {
        long[] capacities = new long[AGENTS];
        Arrays.fill(capacities, 50);
        AllocationProblem built = problem.load(Load.capacityByPair("hours", (item, agent) -> 5 + item % 11, capacities))
                .build();
        Allocation answer = new Allocator(1).allocate(built, STOP);
        assertThat(built.evaluate(answer.agentOf())).isEqualTo(answer.objective());
        return answer;
    }

    @Test
    void costsInATable_inLists_orReckoned_areTheSameProblem() {
        int[] costs = costs();
        int[] starts = new int[ITEMS + 1];
        int[] listed = new int[costs.length];
        int[] listedCosts = new int[costs.length];
        for (int pair = 0; pair < costs.length; pair++) {
            int item = pair / AGENTS;
            starts[item + 1] = Math.max(starts[item + 1], starts[item]);
            if (costs[pair] != AllocationProblem.FORBIDDEN) {
                listed[starts[item + 1]] = pair % AGENTS;
                listedCosts[starts[item + 1]++] = costs[pair];
            }
        }
        int count = starts[ITEMS];
        Allocation table = solved(AllocationProblem.builder(ITEMS, AGENTS, costs));
        Allocation lists = solved(AllocationProblem.listing(
                AGENTS, starts, Arrays.copyOf(listed, count), Arrays.copyOf(listedCosts, count)));
        Allocation reckoned =
                solved(AllocationProblem.reckoning(ITEMS, AGENTS, (item, agent) -> costs[item * AGENTS + agent]));

        assertThat(table.isFeasible()).isTrue();
        for (Allocation other : new Allocation[] {lists, reckoned}) {
            assertThat(other.agentOf()).isEqualTo(table.agentOf());
            assertThat(other.bound()).isEqualTo(table.bound());
            assertThat(other.steps()).isEqualTo(table.steps());
        }
    }

    @Test
    void knownAnswer_isNotMadeWorse_evenWithoutASingleStep() {
        AllocationProblem problem = AllocationProblem.builder(2, 2, new int[] {1, 5, 5, 1})
                .load(Load.capacity("hours", new int[] {1, 1}, new long[] {2, 2}))
                .build();

        assertThat(new Allocator(1)
                        .allocate(problem, new int[] {1, 1}, StopCondition.steps(0))
                        .objective())
                .isLessThanOrEqualTo(6);
    }

    @Test
    void lists_areInOrder_withCostsOfAtLeastZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllocationProblem.listing(3, new int[] {0, 2}, new int[] {1, 0}, new int[] {4, 4}))
                .withMessageContaining("agents of item 0 must be listed in order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllocationProblem.listing(3, new int[] {0, 1}, new int[] {3}, new int[] {4}))
                .withMessageContaining("agents of item 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AllocationProblem.listing(3, new int[] {0, 2}, new int[] {1}, new int[] {4}))
                .withMessage("starts must begin with 0 and end with 1.");
    }
}
