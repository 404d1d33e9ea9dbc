package dev.rapport.engagement.allocation;

import java.util.Arrays;

/**
 * Every way to place some items with some agents who have one capacity each, in depth-first order. Each item has a price;
 * what an agent can still save with the items that are left and the room that is left is a knapsack, solved for every
 * room beforehand, and cuts the search off far earlier than reduced costs do.
 */
final class KnapsackPlacings extends Placings {

    private static final int MOST_ROOM = 4_096;
    private static final int CELLS_A_STEP = 16;
    private static final int FEWEST_AGENTS = 4;
    private static final int MOST_AGENTS = 10;
    private static final double ROUNDING = 1e-6;

    private final double[] itemPrices;
    private final Load load;
    private int[] room = new int[0];
    private int[] tableAt = new int[0];
    private int[] width = new int[0];
    private double[] saved = new double[0];
    private int[] optionAgent = new int[0];
    private int[] optionCost = new int[0];
    private int[] optionUsage = new int[0];
    private double[] restPrices = new double[0];
    private double limit;
    private boolean isFound;

    /** Only for problems that {@link #fits}; any prices of the items will do, those of the knapsacks' relaxation best. */
    KnapsackPlacings(AllocationProblem problem, Candidates candidates, double[] itemPrices, Budget budget) {
        super(problem, candidates, budget);
        this.itemPrices = itemPrices;
        this.load = problem.loads[0];
    }

    static boolean fits(AllocationProblem problem) {
        return problem.loads.length == 1
                && problem.loads[0].isHard()
                && problem.loads[0].targets.length == problem.agents
                && Arrays.stream(problem.loads[0].targets).max().orElse(0) <= MOST_ROOM;
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
        begin(itemCount, present, among, agentCount, mostNodes);
        makeRoom();
        double costsOfNothing = 0;
        int cells = 0;
        for (int at = 0; at < agents; at++) {
            int slot = problem.slots[0][among[at]];
            double left = problem.targets[slot] - now[slot];
            costsOfNothing -= candidates.price(slot) * left;
            room[at] = (int) left;
            width[at] = room[at] + 1;
            tableAt[at] = cells;
            cells += width[at] * (items + 1);
        }
        if (saved.length < cells) {
            saved = new double[2 * cells];
        }
        for (int at = items - 1; at >= 0; at--) {
            costsOfNothing += candidates.least[freed[at]];
            sortOptions(freed[at], at);
        }
        restPrices[items] = 0;
        for (int at = 0; at < agents; at++) {
            Arrays.fill(saved, tableAt[at] + width[at] * items, tableAt[at] + width[at] * (items + 1), 0);
        }
        for (int at = items - 1; at >= 0; at--) {
            restPrices[at] = restPrices[at + 1] + itemPrices[freed[at]];
            save(freed[at], at);
        }
        limit = mustBeBelow + costsOfNothing;
        isFound = false;
        visit(0, 0);
        countBesides(cells / CELLS_A_STEP);
        return isFound ? Math.min(mustBeBelow - ROUNDING, limit - costsOfNothing) : mustBeBelow;
    }

    private void makeRoom() {
        if (room.length < agents) {
            room = new int[agents];
            tableAt = new int[agents];
            width = new int[agents];
        }
        if (optionAgent.length < items * agents) {
            optionAgent = new int[items * agents];
            optionCost = new int[items * agents];
            optionUsage = new int[items * agents];
        }
        if (restPrices.length < items + 1) {
            restPrices = new double[items + 1];
        }
    }

    /** Sorts an item's agents by reduced cost. */
    private void sortOptions(int item, int at) {
        int from = at * agents;
        for (int index = 0; index < agents; index++) {
            double reduced = candidates.reduced(item, agentAt[index]);
            int to = from + index;
            for (; to > from && candidates.reduced(item, agentAt[optionAgent[to - 1]]) > reduced; to--) {
                optionAgent[to] = optionAgent[to - 1];
            }
            optionAgent[to] = index;
        }
        for (int option = from; option < from + agents; option++) {
            int agent = agentAt[optionAgent[option]];
            optionCost[option] = problem.cost(item, agent);
            optionUsage[option] = load.usage(item, agent);
        }
    }

    /** What each agent saves at most with the items from here on, for every room. */
    private void save(int item, int at) {
        for (int option = at * agents; option < (at + 1) * agents; option++) {
            int agent = optionAgent[option];
            int to = tableAt[agent] + width[agent] * at;
            int without = to + width[agent];
            System.arraycopy(saved, without, saved, to, width[agent]);
            double own = optionCost[option] == AllocationProblem.FORBIDDEN ? 0 : itemPrices[item] - optionCost[option];
            if (own > 0) {
                int usage = optionUsage[option];
                for (int left = usage; left < width[agent]; left++) {
                    double with = saved[without + left - usage] + own;
                    if (with > saved[to + left]) {
                        saved[to + left] = with;
                    }
                }
            }
        }
    }

    private void visit(int depth, long costs) {
        if (!visits()) {
            return;
        }
        if (depth == items) {
            if (costs < limit && !isPresent()) {
                limit = costs;
                isFound = true;
                keep();
            }
            return;
        }
        for (int option = depth * agents; option < (depth + 1) * agents; option++) {
            int agent = optionAgent[option];
            int usage = optionUsage[option];
            if (usage <= room[agent] && optionCost[option] != AllocationProblem.FORBIDDEN) {
                room[agent] -= usage;
                long reached = costs + optionCost[option];
                if (least(depth + 1, reached) < limit) {
                    chosen[depth] = agent;
                    visit(depth + 1, reached);
                }
                room[agent] += usage;
                if (!isComplete()) {
                    return;
                }
            }
        }
    }

    /** What everything costs at least, given what was reached: a whole number. */
    private double least(int depth, long reached) {
        double least = reached + restPrices[depth];
        for (int agent = 0; agent < agents; agent++) {
            least -= saved[tableAt[agent] + width[agent] * depth + room[agent]];
        }
        return Math.ceil(least - ROUNDING);
    }
}
