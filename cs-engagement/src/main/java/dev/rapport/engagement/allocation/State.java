package dev.rapport.engagement.allocation;

import java.util.Arrays;

/**
 * An answer that is being changed: who has which items, and the loads. Capacities may be exceeded on the way. The best is
 * kept beside it; to keep or to restore one takes as long as there were changes, not as there are items.
 */
final class State {

    private static final int FIRST_ROOM = 8;

    final AllocationProblem problem;
    final int[] agentOf;
    final double[] loads;
    private final int[] sizes;
    private final int[][] members;
    private final int[] place;
    private final int[] kept;
    private final int[] changed;
    private final boolean[] isChanged;
    private int changes;
    private long costs;
    private double loadCosts;
    private int exceeded;

    State(AllocationProblem problem) {
        this.problem = problem;
        this.agentOf = new int[problem.items];
        this.loads = new double[problem.slotCount];
        this.sizes = new int[problem.agents];
        this.members = new int[problem.agents][FIRST_ROOM];
        this.place = new int[problem.items];
        this.kept = new int[problem.items];
        this.changed = new int[problem.items];
        this.isChanged = new boolean[problem.items];
        Arrays.fill(agentOf, -1);
        Arrays.fill(kept, -1);
        recount();
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

    /** The value of the answer, if it keeps the capacities; {@link #recount} takes off what rounding has added. */
    double objective() {
        return costs + loadCosts;
    }

    /** Sums up what the loads cost. */
    void recount() {
        loadCosts = 0;
        for (int slot = 0; slot < loads.length; slot++) {
            loadCosts += price(slot);
        }
    }

    private double price(int slot) {
        return loads[slot] > problem.targets[slot] && Double.isInfinite(problem.over[slot])
                ? 0
                : problem.price(slot, loads[slot]);
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
        if (!isChanged[item]) {
            isChanged[item] = true;
            changed[changes++] = item;
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
        if (by == 0) {
            return;
        }
        double before = price(slot);
        boolean was = loads[slot] > problem.targets[slot];
        loads[slot] += by;
        boolean is = loads[slot] > problem.targets[slot];
        if (was != is && Double.isInfinite(problem.over[slot])) {
            exceeded += is ? 1 : -1;
        }
        loadCosts += price(slot) - before;
    }

    /** Puts every item where another answer has it. */
    void copy(int[] other) {
        for (int item = 0; item < agentOf.length; item++) {
            move(item, other[item]);
        }
        recount();
    }

    private void move(int item, int agent) {
        if (agentOf[item] != agent) {
            if (agentOf[item] >= 0) {
                take(item);
            }
            put(item, agent);
        }
    }

    /** Keeps the answer as the best. */
    void keep() {
        for (int at = 0; at < changes; at++) {
            kept[changed[at]] = agentOf[changed[at]];
            isChanged[changed[at]] = false;
        }
        changes = 0;
    }

    /** Goes back to the best that was kept. */
    void restore() {
        for (int at = 0; at < changes; at++) {
            move(changed[at], kept[changed[at]]);
            isChanged[changed[at]] = false;
        }
        changes = 0;
        recount();
    }

    /** Who has which item in the best that was kept. */
    int[] kept() {
        return kept.clone();
    }
}
