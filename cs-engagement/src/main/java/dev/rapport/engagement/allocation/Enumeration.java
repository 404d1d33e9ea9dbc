package dev.rapport.engagement.allocation;

/**
 * Every way to place some items with some agents, in depth-first order, cut off where it cannot be worth it: the reduced
 * costs so far, and what loads waste already, or what they waste at least whatever follows, are too much.
 *
 * <p>Loads are changed on the way and are back where they were in the end.
 */
final class Enumeration extends Placings {

    private static final int FEWEST_AGENTS = 2;
    private static final int MOST_AGENTS = 4;

    private final int kinds;
    private double[] loads = new double[0];
    private int[] itemAt = new int[0];
    private int[] optionAgent = new int[0];
    private double[] optionCost = new double[0];
    private int[] optionUsage = new int[0];
    private double[] rest = new double[0];
    private double[] restReduced = new double[0];
    private int[] slotsInUse = new int[0];
    private int slotCount;
    private double limit;
    private double wasted;
    private double missing;

    Enumeration(AllocationProblem problem, Candidates candidates, Budget budget) {
        super(problem, candidates, budget);
        this.kinds = problem.loads.length;
    }

    @Override
    int fewestAgents() {
        return FEWEST_AGENTS;
    }

    @Override
    int mostAgents() {
        return MOST_AGENTS;
    }

    @Override
    double search(
            double[] now,
            int[] freed,
            int itemCount,
            int[] present,
            int[] among,
            int agentCount,
            double mustBeBelow,
            long mostNodes) {
        loads = now;
        itemAt = freed;
        limit = mustBeBelow;
        begin(itemCount, present, among, agentCount, mostNodes);
        prepare();
        visit(0, 0);
        return limit;
    }

    private void prepare() {
        int options = items * agents;
        if (optionAgent.length < options) {
            optionAgent = new int[options];
            optionCost = new double[options];
            optionUsage = new int[options * kinds];
        }
        if (rest.length < items + 1) {
            rest = new double[items + 1];
            restReduced = new double[items + 1];
        }
        slotCount = 0;
        if (slotsInUse.length < agents * kinds) {
            slotsInUse = new int[agents * kinds];
        }
        for (int kind = 0; kind < kinds; kind++) {
            for (int at = 0; at < agents; at++) {
                use(problem.slots[kind][agentAt[at]]);
            }
        }
        wasted = 0;
        missing = 0;
        for (int at = 0; at < slotCount; at++) {
            int slot = slotsInUse[at];
            wasted += over(slot, loads[slot]);
            missing += (problem.under[slot] + candidates.price(slot)) * (problem.targets[slot] - loads[slot]);
        }
        rest[items] = 0;
        restReduced[items] = 0;
        for (int at = items - 1; at >= 0; at--) {
            rest[at] = rest[at + 1] + sortOptions(at);
            restReduced[at] = restReduced[at + 1] + optionCost[at * agents];
        }
    }

    private void use(int slot) {
        for (int at = 0; at < slotCount; at++) {
            if (slotsInUse[at] == slot) {
                return;
            }
        }
        slotsInUse[slotCount++] = slot;
    }

    /** Sorts an item's agents by reduced cost, and returns the least it costs net of what it fills. */
    private double sortOptions(int at) {
        int from = at * agents;
        double least = Double.POSITIVE_INFINITY;
        for (int index = 0; index < agents; index++) {
            double cost = candidates.reduced(itemAt[at], agentAt[index]);
            int to = from + index;
            for (; to > from && optionCost[to - 1] > cost; to--) {
                optionCost[to] = optionCost[to - 1];
                optionAgent[to] = optionAgent[to - 1];
            }
            optionCost[to] = cost;
            optionAgent[to] = index;
        }
        for (int option = from; option < from + agents; option++) {
            int agent = agentAt[optionAgent[option]];
            double net = optionCost[option];
            for (int kind = 0; kind < kinds; kind++) {
                int slot = problem.slots[kind][agent];
                int usage = problem.loads[kind].usage(itemAt[at], agent);
                optionUsage[option * kinds + kind] = usage;
                net -= (problem.under[slot] + candidates.price(slot)) * usage;
            }
            least = Math.min(least, net);
        }
        return least;
    }

    private double over(int slot, double load) {
        double off = load - problem.targets[slot];
        return off > 0 ? (problem.over[slot] - candidates.price(slot)) * off : 0;
    }

    private void visit(int depth, double costs) {
        if (!visits()) {
            return;
        }
        if (depth == items) {
            finish(costs);
            return;
        }
        if (Math.max(missing + rest[depth], wasted + restReduced[depth]) + costs >= limit) {
            return;
        }
        for (int option = depth * agents; option < (depth + 1) * agents; option++) {
            double reached = costs + optionCost[option];
            if (reached + restReduced[depth + 1] + wasted >= limit) {
                return;
            }
            double wastedBefore = wasted;
            double missingBefore = missing;
            move(option, 1);
            if (reached + restReduced[depth + 1] + wasted < limit) {
                chosen[depth] = optionAgent[option];
                visit(depth + 1, reached);
            }
            move(option, -1);
            wasted = wastedBefore;
            missing = missingBefore;
            if (!isComplete()) {
                return;
            }
        }
    }

    private void move(int option, int sign) {
        int agent = agentAt[optionAgent[option]];
        for (int kind = 0; kind < kinds; kind++) {
            int slot = problem.slots[kind][agent];
            int usage = sign * optionUsage[option * kinds + kind];
            if (sign > 0) {
                wasted += over(slot, loads[slot] + usage) - over(slot, loads[slot]);
                missing -= (problem.under[slot] + candidates.price(slot)) * usage;
            }
            loads[slot] += usage;
        }
    }

    private void finish(double costs) {
        double all = costs;
        for (int at = 0; at < slotCount; at++) {
            all += candidates.waste(slotsInUse[at], loads[slotsInUse[at]]);
        }
        if (all < limit && !isPresent()) {
            limit = all;
            keep();
        }
    }
}
