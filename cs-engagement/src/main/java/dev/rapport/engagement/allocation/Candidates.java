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
        double[] priced = new double[width];
        PricedRow row = new PricedRow(problem);
        Arrays.fill(agents, -1);
        for (int item = 0; item < problem.items; item++) {
            row.read(item, prices);
            row.cheapest(item, width, agents, priced, item * width);
            least[item] = priced[0];
        }
        budget.made((long) problem.items * problem.agents);
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
        int cost = problem.cost(item, agent);
        return cost == AllocationProblem.FORBIDDEN
                ? Double.POSITIVE_INFINITY
                : Math.max(0, Multipliers.priced(problem, prices, item, agent, cost) - least[item]);
    }

    /** What a load wastes: units missing or too many at the price by which they differ from the relaxation's. */
    double waste(int slot, double load) {
        double off = load - problem.targets[slot];
        return off > 0
                ? (problem.over[slot] - prices[slot]) * off
                : off == 0 ? 0 : -(problem.under[slot] + prices[slot]) * off;
    }
}
