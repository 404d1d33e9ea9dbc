package dev.rapport.engagement.allocation;

import java.util.stream.IntStream;

/**
 * A first answer: items in the order of what they lose without their cheapest agent, each to the cheapest that has room.
 * Where nobody has, capacities are exceeded; {@link Annealing} mends that if it can.
 */
final class Construction {

    private Construction() {}

    /** Whatever was placed before is placed again. */
    static void fill(State state, Candidates candidates, Budget budget) {
        AllocationProblem problem = state.problem;
        double[] regret = new double[problem.items];
        for (int item = 0; item < problem.items; item++) {
            if (state.agentOf[item] >= 0) {
                state.take(item);
            }
            regret[item] = candidates.count(item) < 2
                    ? Double.POSITIVE_INFINITY
                    : candidates.reduced(item, candidates.agent(item, 1));
        }
        IntStream.range(0, problem.items)
                .boxed()
                .sorted((one, other) -> {
                    int byRegret = Double.compare(regret[other], regret[one]);
                    return byRegret != 0 ? byRegret : Integer.compare(one, other);
                })
                .forEach(item -> state.put(item, place(state, candidates, item)));
        budget.made((long) problem.items * candidates.width);
    }

    private static int place(State state, Candidates candidates, int item) {
        AllocationProblem problem = state.problem;
        for (int rank = 0; rank < candidates.count(item); rank++) {
            int agent = candidates.agent(item, rank);
            if (hasRoom(state, item, agent)) {
                return agent;
            }
        }
        int best = candidates.agent(item, 0);
        double least = Double.POSITIVE_INFINITY;
        for (int agent = 0; agent < problem.agents; agent++) {
            if (problem.allows(item, agent) && hasRoom(state, item, agent)) {
                double cost = candidates.reduced(item, agent);
                if (cost < least) {
                    least = cost;
                    best = agent;
                }
            }
        }
        return best;
    }

    private static boolean hasRoom(State state, int item, int agent) {
        AllocationProblem problem = state.problem;
        for (int kind = 0; kind < problem.loads.length; kind++) {
            int slot = problem.slots[kind][agent];
            boolean isFull = problem.loads[kind].isHard()
                    && state.loads[slot] + problem.loads[kind].usage(item, agent) > problem.targets[slot];
            if (isFull) {
                return false;
            }
        }
        return true;
    }
}
