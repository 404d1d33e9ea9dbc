package dev.rapport.engagement.allocation;

import java.util.Arrays;

/**
 * A lower bound that no answer can be below, and what a unit of each load is worth.
 *
 * <p>Each priced load is replaced by a price {@code y} within {@code [-under, over]} for each of its units. Then every
 * item goes to whoever is cheapest at these prices, and {@code sum of the cheapest - sum of y * target} is below every
 * answer, whatever the prices. The best prices are those of the linear relaxation; they are sought along deflected
 * subgradients with Polyak's step towards a target that comes nearer whenever progress ends. Held, Wolfe and Crowder
 * (1974), doi:10.1007/BF01580223; Camerini, Fratta and Maffioli (1975), doi:10.1007/BFb0120697.
 *
 * <p>Where there are many agents, prices are sought with the cheapest few of each item only; then all pairs are priced,
 * which gives a bound for all of them, and the cheapest few are chosen anew.
 *
 * <p>Rounding is far below a millionth; {@link #bound} takes that off.
 */
final class Multipliers {

    private static final int MOST_LISTED = 24;
    private static final int ROUNDS_A_LISTING = 60;
    private static final double FIRST_DISTANCE = 0.05;
    private static final double LAST_DISTANCE = 1e-8;
    private static final double DEFLECTION = 0.6;
    private static final int PATIENCE = 20;
    private static final double PROGRESS = 1e-5;
    private static final double ROUNDING = 1e-9;
    private static final int ITEMS_A_LOOK = 1_000;

    private final AllocationProblem problem;
    private final Budget budget;
    private final PricedRow row;
    private final int width;
    private final int[] counts;
    private final int[] listed;
    private final int[] costs;
    private final double[] listedPriced;
    final double[] prices;
    private double best = Double.NEGATIVE_INFINITY;
    private double distance = FIRST_DISTANCE;

    Multipliers(AllocationProblem problem, Budget budget) {
        this.problem = problem;
        this.budget = budget;
        this.row = new PricedRow(problem);
        this.width = Math.min(MOST_LISTED, problem.agents);
        this.counts = new int[problem.items];
        this.listed = new int[problem.items * width];
        this.costs = new int[problem.items * width];
        this.listedPriced = new double[width];
        this.prices = new double[problem.slotCount];
    }

    /** The greatest bound that was found. */
    double bound() {
        return Double.isInfinite(best) ? best : best - ROUNDING * Math.max(1, Math.abs(best));
    }

    /** What a pair costs at these prices. */
    static double priced(AllocationProblem problem, double[] prices, int item, int agent, double alone) {
        double cost = alone;
        for (int kind = 0; kind < problem.loads.length; kind++) {
            cost += prices[problem.slots[kind][agent]] * problem.loads[kind].usage(item, agent);
        }
        return cost;
    }

    /** Improves the prices in so many rounds, or, where not all agents are listed, listings of some rounds each. */
    void improve(int rounds) {
        double[] at = prices.clone();
        double[] off = new double[at.length];
        boolean isComplete = width == problem.agents;
        int rest = rounds;
        do {
            double value = list(at, off);
            if (value > best) {
                best = value;
                System.arraycopy(at, 0, prices, 0, at.length);
            }
            if (budget.isOver() || Double.isInfinite(value) || rest <= 0) {
                return;
            }
            double reached = ascend(at, off, value, isComplete ? rounds : ROUNDS_A_LISTING);
            if (isComplete && reached > best) {
                best = reached;
                System.arraycopy(at, 0, prices, 0, at.length);
            }
            rest--;
        } while (!isComplete && !budget.isOver() && distance > LAST_DISTANCE);
    }

    /** Moves the prices to the best for the pairs that are listed, and returns the value there. */
    private double ascend(double[] at, double[] off, double first, int rounds) {
        double[] direction = new double[at.length];
        double[] top = at.clone();
        double value = first;
        double reached = first;
        int idle = 0;
        for (int round = 0; round < rounds && distance > LAST_DISTANCE && !budget.isOver(); round++) {
            if (!step(at, direction, off, reached + distance * Math.max(1, Math.abs(reached)) - value)) {
                break;
            }
            value = relaxed(at, off);
            idle = value > reached + PROGRESS * Math.abs(reached) ? 0 : idle + 1;
            if (value > reached) {
                reached = value;
                System.arraycopy(at, 0, top, 0, at.length);
            }
            if (idle > PATIENCE) {
                distance /= 2;
                idle = 0;
                System.arraycopy(top, 0, at, 0, at.length);
                Arrays.fill(direction, 0);
                value = relaxed(at, off);
            }
        }
        System.arraycopy(top, 0, at, 0, at.length);
        return reached;
    }

    /** Moves the prices; false if there is nowhere to go. */
    private boolean step(double[] at, double[] direction, double[] off, double missing) {
        double square = 0;
        for (int slot = 0; slot < at.length; slot++) {
            direction[slot] = off[slot] + DEFLECTION * direction[slot];
            boolean isHeld = (at[slot] <= -problem.under[slot] && direction[slot] < 0)
                    || (at[slot] >= problem.over[slot] && direction[slot] > 0);
            if (isHeld) {
                direction[slot] = 0;
            }
            square += direction[slot] * direction[slot];
        }
        if (square == 0) {
            return false;
        }
        double length = missing / square;
        for (int slot = 0; slot < at.length; slot++) {
            double moved = at[slot] + length * direction[slot];
            at[slot] = Math.min(problem.over[slot], Math.max(-problem.under[slot], moved));
        }
        return true;
    }

    /** The bound at some prices, by how much each load is then off its target, and the cheapest agents of each item. */
    private double list(double[] at, double[] off) {
        double value = withoutItems(at, off);
        for (int item = 0; item < problem.items; item++) {
            row.read(item, at);
            int from = item * width;
            counts[item] = row.cheapest(item, width, listed, listedPriced, from);
            if (counts[item] == 0) {
                return Double.POSITIVE_INFINITY;
            }
            for (int place = 0; place < counts[item]; place++) {
                costs[from + place] = problem.cost(item, listed[from + place]);
            }
            value += listedPriced[0];
            use(item, listed[from], off);
            budget.made(problem.agents);
            boolean isLook = item % ITEMS_A_LOOK == 0 && best > Double.NEGATIVE_INFINITY;
            if (isLook && budget.isOver()) {
                return Double.NEGATIVE_INFINITY;
            }
        }
        return value;
    }

    /** The same with the agents that are listed only. */
    private double relaxed(double[] at, double[] off) {
        double value = withoutItems(at, off);
        long pairs = 0;
        for (int item = 0; item < problem.items; item++) {
            double least = Double.POSITIVE_INFINITY;
            int cheapest = -1;
            int from = item * width;
            int to = from + counts[item];
            for (int place = from; place < to; place++) {
                int agent = listed[place];
                double cost = costs[place];
                for (int kind = 0; kind < problem.loads.length; kind++) {
                    cost += at[problem.slots[kind][agent]] * problem.loads[kind].usage(item, agent);
                }
                if (cost < least) {
                    least = cost;
                    cheapest = agent;
                }
            }
            value += least;
            pairs += counts[item];
            use(item, cheapest, off);
        }
        budget.made(pairs);
        return value;
    }

    private double withoutItems(double[] at, double[] off) {
        double value = 0;
        for (int slot = 0; slot < at.length; slot++) {
            value -= at[slot] * problem.targets[slot];
            off[slot] = -problem.targets[slot];
        }
        return value;
    }

    private void use(int item, int agent, double[] off) {
        for (int kind = 0; kind < problem.loads.length; kind++) {
            off[problem.slots[kind][agent]] += problem.loads[kind].usage(item, agent);
        }
    }
}
