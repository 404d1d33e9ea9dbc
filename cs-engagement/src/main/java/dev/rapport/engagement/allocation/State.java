package dev.rapport.engagement.allocation;

import java.util.Arrays;

/** An answer that is being changed: who has which items, and the loads. Capacities may be exceeded on the way. */
final class State {

    private static final int FIRST_ROOM = 8;

    final AllocationProblem problem;
    final int[] agentOf;
    final double[] loads;
    private final int[] sizes;
    private final int[][] members;
    private final int[] place;
    private long costs;
    private int exceeded;

    State(AllocationProblem problem) {
        this.problem = problem;
        this.agentOf = new int[problem.items];
        this.loads = new double[problem.slotCount];
        this.sizes = new int[problem.agents];
        this.members = new int[problem.agents][FIRST_ROOM];
        this.place = new int[problem.items];
        Arrays.fill(agentOf, -1);
    }

    /** How many items an agent has. */
    int size(int agent) {
        return sizes[agent];
    }

    /** One of the items of an agent. */
    int member(int agent, int at) {
        return members[agent][at];
    }

    /** Says whether no capacity is exceeded. Everything must be placed for that to mean anything. */
    boolean keepsCapacities() {
        return exceeded == 0;
    }

    /** What the pairs cost, loads apart. */
    long costs() {
        return costs;
    }

    /** The value of the answer, if it keeps the capacities. */
    double objective() {
        double all = costs;
        for (int slot = 0; slot < loads.length; slot++) {
            all += problem.price(slot, loads[slot]);
        }
        return all;
    }

    void put(int item, int agent) {
        int size = sizes[agent];
        if (size == members[agent].length) {
            members[agent] = Arrays.copyOf(members[agent], 2 * size);
        }
        members[agent][size] = item;
        place[item] = size;
        sizes[agent] = size + 1;
        agentOf[item] = agent;
        costs += problem.cost(item, agent);
        for (int kind = 0; kind < problem.loads.length; kind++) {
            shift(problem.slots[kind][agent], problem.loads[kind].usage(item, agent));
        }
    }

    void take(int item) {
        int agent = agentOf[item];
        int size = --sizes[agent];
        int moved = members[agent][size];
        members[agent][place[item]] = moved;
        place[moved] = place[item];
        agentOf[item] = -1;
        costs -= problem.cost(item, agent);
        for (int kind = 0; kind < problem.loads.length; kind++) {
            shift(problem.slots[kind][agent], -problem.loads[kind].usage(item, agent));
        }
    }

    private void shift(int slot, int by) {
        if (Double.isInfinite(problem.over[slot])) {
            boolean was = loads[slot] > problem.targets[slot];
            loads[slot] += by;
            boolean is = loads[slot] > problem.targets[slot];
            exceeded += (is ? 1 : 0) - (was ? 1 : 0);
        } else {
            loads[slot] += by;
        }
    }

    /** Puts every item where another answer has it. */
    void copy(int[] other) {
        for (int item = 0; item < agentOf.length; item++) {
            if (agentOf[item] != other[item]) {
                if (agentOf[item] >= 0) {
                    take(item);
                }
                put(item, other[item]);
            }
        }
    }
}
