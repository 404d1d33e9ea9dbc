package dev.rapport.engagement.allocation;

import java.util.Arrays;

/**
 * The agents that come into question for each item, cheapest first at the prices of the relaxation, and by how much each
 * is dearer than the cheapest: the reduced cost. The value of an answer is the bound, and the reduced costs of its
 * pairs, and what its loads waste; none of these is negative.
 */
final class Candidates {

    private static final int MOST = 8;

    final int width;
    final int[] agents;
    final double[] least;
    private final AllocationProblem problem;
    private final double[] prices;

    Candidates(AllocationProblem problem, double[] prices, Budget budget) {
        this.problem = problem;
        this.prices = prices.clone();
        this.width = Math.min(MOST, problem.agents);
        this.agents = new int[problem.items * width];
        this.least = new double[problem.items];
        double[] costs = new double[width];
        for (int item = 0; item < problem.items; item++) {
            fill(item, costs);
        }
        budget.made((long) problem.items * problem.agents);
    }

    private void fill(int item, double[] costs) {
        int from = item * width;
        Arrays.fill(agents, from, from + width, -1);
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        for (int agent = 0; agent < problem.agents; agent++) {
            if (problem.allows(item, agent)) {
                double cost = Multipliers.priced(problem, prices, item, agent);
                int at = width - 1;
                if (cost < costs[at]) {
                    for (; at > 0 && costs[at - 1] > cost; at--) {
                        costs[at] = costs[at - 1];
                        agents[from + at] = agents[from + at - 1];
                    }
                    costs[at] = cost;
                    agents[from + at] = agent;
                }
            }
        }
        least[item] = costs[0];
    }

    /** How many agents come into question. */
    int count(int item) {
        int count = width;
        while (count > 0 && agents[item * width + count - 1] < 0) {
            count--;
        }
        return count;
    }

    int agent(int item, int rank) {
        return agents[item * width + rank];
    }

    double price(int slot) {
        return prices[slot];
    }

    /** By how much a pair is dearer than the item's cheapest; infinite if it is not allowed. */
    double reduced(int item, int agent) {
        return problem.allows(item, agent)
                ? Math.max(0, Multipliers.priced(problem, prices, item, agent) - least[item])
                : Double.POSITIVE_INFINITY;
    }

    /** What a load wastes: units missing or too many at the price by which they differ from the relaxation's. */
    double waste(int slot, double load) {
        double off = load - problem.targets[slot];
        return off > 0
                ? (problem.over[slot] - prices[slot]) * off
                : off == 0 ? 0 : -(problem.under[slot] + prices[slot]) * off;
    }
}
