package dev.rapport.engagement.allocation;

import java.util.Arrays;

/**
 * The agents that may have one item, and what each costs with every unit of load at its price. One row is kept at a time,
 * so that problems of many pairs need no room for them.
 */
final class PricedRow {

    private static final long TURN = 0x9E3779B1L;

    private final AllocationProblem problem;
    private final int[] costs;
    final int[] agents;
    final double[] priced;
    int count;

    PricedRow(AllocationProblem problem) {
        this.problem = problem;
        this.agents = new int[problem.agents];
        this.costs = new int[problem.agents];
        this.priced = new double[problem.agents];
    }

    /** Reads the pairs of an item. */
    void read(int item, double[] prices) {
        count = problem.pairs.fill(item, agents, costs);
        int leaving = problem.leaving.length == 0 || problem.present[item] < 0 ? 0 : problem.leaving[item];
        for (int at = 0; at < count; at++) {
            priced[at] = costs[at];
        }
        if (leaving != 0) {
            for (int at = 0; at < count; at++) {
                boolean isFree = agents[at] == problem.present[item] || agents[at] == problem.nobody;
                priced[at] += isFree ? 0 : leaving;
            }
        }
        for (int kind = 0; kind < problem.loads.length; kind++) {
            price(item, problem.loads[kind], problem.slots[kind], prices);
        }
    }

    private void price(int item, Load load, int[] slots, double[] prices) {
        if (load.isByPair()) {
            for (int at = 0; at < count; at++) {
                priced[at] += prices[slots[agents[at]]] * load.usage(item, agents[at]);
            }
            return;
        }
        double usage = load.usage[item];
        if (usage == 0) {
            return;
        }
        for (int at = 0; at < count; at++) {
            priced[at] += prices[slots[agents[at]]] * usage;
        }
        int exempt = load.exempt.length == 0 ? -1 : load.exempt[item];
        int place = exempt < 0 ? -1 : Arrays.binarySearch(agents, 0, count, exempt);
        if (place >= 0) {
            priced[place] -= prices[slots[exempt]] * usage;
        }
    }

    /**
     * Writes the cheapest agents, cheapest first. Of several that are as cheap, each item begins with another, so that
     * not all items want the same.
     *
     * @param item  the item that was read
     * @param most  how many to write
     * @param into  where to write the agents
     * @param pricedInto  where to write what each costs
     * @param from  where to begin in {@code into}
     * @return how many were written
     */
    int cheapest(int item, int most, int[] into, double[] pricedInto, int from) {
        int start = count == 0 ? 0 : (int) ((item * TURN & Integer.MAX_VALUE) % count);
        int found = cheapest(start, count, 0, most, into, pricedInto, from);
        return cheapest(0, start, found, most, into, pricedInto, from);
    }

    private int cheapest(int first, int end, int before, int most, int[] into, double[] pricedInto, int from) {
        int found = before;
        for (int at = first; at < end; at++) {
            double cost = priced[at];
            if (found < most || cost < pricedInto[found - 1]) {
                int to = found < most ? found++ : found - 1;
                for (; to > 0 && pricedInto[to - 1] > cost; to--) {
                    pricedInto[to] = pricedInto[to - 1];
                    into[from + to] = into[from + to - 1];
                }
                pricedInto[to] = cost;
                into[from + to] = agents[at];
            }
        }
        return found;
    }
}
