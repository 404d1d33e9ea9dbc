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
 * <p>Rounding is far below a millionth; {@link #bound} takes that off.
 */
final class Multipliers {

    private static final double FIRST_DISTANCE = 0.05;
    private static final double LAST_DISTANCE = 1e-8;
    private static final double DEFLECTION = 0.6;
    private static final int PATIENCE = 20;
    private static final double PROGRESS = 1e-5;
    private static final double ROUNDING = 1e-9;

    private final AllocationProblem problem;
    private final Budget budget;
    final double[] prices;
    private double best = Double.NEGATIVE_INFINITY;

    Multipliers(AllocationProblem problem, Budget budget) {
        this.problem = problem;
        this.budget = budget;
        this.prices = new double[problem.slotCount];
    }

    /** The greatest bound that was found. */
    double bound() {
        return Double.isInfinite(best) ? best : best - ROUNDING * Math.max(1, Math.abs(best));
    }

    /** What a pair costs at these prices. */
    static double priced(AllocationProblem problem, double[] prices, int item, int agent) {
        double cost = problem.cost(item, agent);
        for (int kind = 0; kind < problem.loads.length; kind++) {
            cost += prices[problem.slots[kind][agent]] * problem.loads[kind].usage(item, agent);
        }
        return cost;
    }

    void improve(int rounds) {
        double[] at = prices.clone();
        double[] direction = new double[at.length];
        double[] off = new double[at.length];
        double distance = FIRST_DISTANCE;
        int idle = 0;
        for (int round = 0; round < rounds && distance > LAST_DISTANCE; round++) {
            double value = relaxed(at, off);
            idle = value > best + PROGRESS * Math.abs(best) ? 0 : idle + 1;
            if (value > best) {
                best = value;
                System.arraycopy(at, 0, prices, 0, at.length);
            }
            if (budget.isOver() || Double.isInfinite(value)) {
                return;
            }
            if (idle > PATIENCE) {
                distance /= 2;
                idle = 0;
                System.arraycopy(prices, 0, at, 0, at.length);
                Arrays.fill(direction, 0);
                value = relaxed(at, off);
            }
            if (!step(at, direction, off, distance, value)) {
                return;
            }
        }
    }

    /** Moves the prices; false if there is nowhere to go. */
    private boolean step(double[] at, double[] direction, double[] off, double distance, double value) {
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
        double length = (best + distance * Math.max(1, Math.abs(best)) - value) / square;
        for (int slot = 0; slot < at.length; slot++) {
            double moved = at[slot] + length * direction[slot];
            at[slot] = Math.min(problem.over[slot], Math.max(-problem.under[slot], moved));
        }
        return true;
    }

    /** The bound at some prices, and by how much each load is then off its target. */
    private double relaxed(double[] at, double[] off) {
        double value = 0;
        for (int slot = 0; slot < at.length; slot++) {
            value -= at[slot] * problem.targets[slot];
            off[slot] = -problem.targets[slot];
        }
        for (int item = 0; item < problem.items; item++) {
            double least = Double.POSITIVE_INFINITY;
            int cheapest = -1;
            for (int agent = 0; agent < problem.agents; agent++) {
                if (problem.allows(item, agent)) {
                    double cost = priced(problem, at, item, agent);
                    if (cost < least) {
                        least = cost;
                        cheapest = agent;
                    }
                }
            }
            if (cheapest < 0) {
                return Double.POSITIVE_INFINITY;
            }
            value += least;
            for (int kind = 0; kind < problem.loads.length; kind++) {
                off[problem.slots[kind][cheapest]] += problem.loads[kind].usage(item, cheapest);
            }
        }
        budget.made((long) problem.items * problem.agents);
        return value;
    }
}
