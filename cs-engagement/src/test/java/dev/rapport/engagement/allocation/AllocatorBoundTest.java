package dev.rapport.engagement.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bound against the linear relaxation, solved by another method. */
class AllocatorBoundTest {

    private static final double WITHIN = 0.001;
    private static final int PROBLEMS = 150;

    /** Capacities that are tight, an even load and a budget of moves. */
    private static AllocationProblem draw(Random random) {
        int agents = 2 + random.nextInt(4);
        int items = 6 + random.nextInt(12);
        int[] costs = random.ints((long) items * agents, 10, 60).toArray();
        int[] hours = random.ints(items, 1, 20).toArray();
        long[] capacities = new long[agents];
        Arrays.fill(capacities, 1 + Arrays.stream(hours).sum() * 10L / (agents * (8L + random.nextInt(4))));
        int[] present = random.ints(items, -1, agents).toArray();
        AllocationProblem.Builder problem = AllocationProblem.builder(items, agents, costs)
                .leaving(present, random.ints(items, 0, 30).toArray(), -1)
                .load(Load.capacity("hours", hours, capacities));
        if (random.nextBoolean()) {
            int[] revenue = random.ints(items, 0, 50).toArray();
            long[] targets = new long[agents];
            Arrays.fill(targets, Arrays.stream(revenue).sum() / agents);
            problem.load(Load.balanced("revenue", revenue, targets, random.nextDouble() * 2, -1));
        }
        if (random.nextBoolean()) {
            problem.load(Load.moves("moves", present, agents, -1, random.nextInt(items)));
        }
        return problem.build();
    }

    /** Of other draws, about one in a thousand is off by up to three thousandths. */
    @Test
    void bound_isThatOfTheLinearRelaxation_toAThousandth() {
        for (int seed = 0; seed < PROBLEMS; seed++) {
            AllocationProblem problem = draw(new Random(seed));
            double least = LinearRelaxation.of(problem);
            if (Double.isFinite(least)) {
                Multipliers multipliers = new Multipliers(problem, new Budget(StopCondition.never()));
                multipliers.improve(3_000);
                assertThat(multipliers.bound())
                        .as("bound of problem %d", seed)
                        .isBetween((1 - WITHIN) * least, least + 1e-6);
            }
        }
    }

    @Test
    void relaxation_mayShareItems() {
        AllocationProblem problem = AllocationProblem.builder(2, 2, new int[] {1, 5, 1, 5})
                .load(Load.capacity("hours", new int[] {2, 2}, new long[] {3, 4}))
                .build();

        assertThat(LinearRelaxation.of(problem)).isEqualTo(1 + 0.5 * 1 + 0.5 * 5);
    }
}
