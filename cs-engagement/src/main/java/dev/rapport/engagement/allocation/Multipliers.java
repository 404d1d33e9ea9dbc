package dev.rapport.engagement.allocation;

import java.util.Arrays;

/**
 * A lower bound that no answer can be below, and what a unit of each load is worth.
 *
 * <p>Each priced load is replaced by a price {@code y} within {@code [-under, over]} for each of its units. Then every
 * item goes to whoever is cheapest at these prices, and {@code sum of the cheapest - sum of y * target} is below every
 * answer, whatever the prices. The best prices are those of the linear relaxation; they are sought along deflected
 * subgradients with Polyak's step towards a target that comes nearer whenever progress ends, and then by {@link
 * SmoothAscent}. Held, Wolfe and Crowder (1974), doi:10.1007/BF01580223; Camerini, Fratta and Maffioli (1975),
 * doi:10.1007/BFb0120697.
 *
 * <p>Where there are many agents, prices are sought with the cheapest few of each item only; then all pairs are priced,
 * which gives a bound for all of them, and the cheapest few are chosen anew.
 *
 * <p>Rounding is far below a millionth; {@link #bound} takes that off.
 */
final class Multipliers {

    private static final int LISTINGS = 10;
    private static final int TURNS = 4;
    private static final int ROUNDS_A_LISTING = 60;
    private static final long PAIRS_A_LISTING = 40_000_000;
    private static final double NEAR = 1e-4;
    private static final double FIRST_DISTANCE = 0.05;
    private static final double LAST_DISTANCE = 1e-8;
    private static final double DEFLECTION = 0.6;
    private static final int PATIENCE = 20;
    private static final double PROGRESS = 1e-5;
    private static final double ROUNDING = 1e-9;

    private final AllocationProblem problem;
    private final Budget budget;
    private final Shortlists lists;
    final double[] prices;
    private double best = Double.NEGATIVE_INFINITY;
    private double distance = FIRST_DISTANCE;

    Multipliers(AllocationProblem problem, Budget budget) {
        this.problem = problem;
        this.budget = budget;
        this.lists = new Shortlists(problem, budget);
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

    /** Improves the prices, in at most so many rounds of one kind. */
    void improve(int rounds) {
        if (!lists.isComplete()) {
            UniformPrices.set(problem, prices, budget);
        }
        double[] at = prices.clone();
        double[] off = new double[at.length];
        for (int listing = 0; listing < LISTINGS; listing++) {
            double value = lists.choose(at, off, listing > 0);
            note(at, value);
            if (budget.isOver() || Double.isInfinite(value) || problem.items == 0) {
                return;
            }
            if (lists.isComplete()) {
                note(at, ascend(at, off, value, rounds));
                polish(at, rounds);
                return;
            }
            long fitting = PAIRS_A_LISTING / Math.max(1, lists.pairs());
            int some = (int) Math.max(ROUNDS_A_LISTING, Math.min(rounds, fitting));
            double reached = ascend(at, off, value, some);
            if (listing > 0) {
                reached = new SmoothAscent(problem, lists, at, reached, budget).run(some);
            }
            if (listing > 1 && reached - best <= NEAR * Math.abs(best)) {
                return;
            }
        }
    }

    private void polish(double[] at, int rounds) {
        double before = Double.NEGATIVE_INFINITY;
        for (int turn = 0; turn < TURNS && best > before + PROGRESS * Math.abs(best) && !budget.isOver(); turn++) {
            before = best;
            System.arraycopy(prices, 0, at, 0, at.length);
            note(at, new SmoothAscent(problem, lists, at, best, budget).run(rounds));
        }
    }

    private void note(double[] at, double value) {
        if (value > best) {
            best = value;
            System.arraycopy(at, 0, prices, 0, at.length);
        }
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
            value = lists.relaxed(at, off);
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
                value = lists.relaxed(at, off);
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
}
