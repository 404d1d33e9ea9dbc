package dev.rapport.engagement.allocation;

/**
 * Goes up the relaxation along gradients: what an item costs is smoothed, so that there are gradients, with momentum, and
 * then smoothed less and less. Nesterov (2005), doi:10.1007/s10107-004-0552-5; Beck and Teboulle (2009),
 * doi:10.1137/080716542. The best prices are those of the relaxation as it is, without smoothing.
 */
final class SmoothAscent {

    private static final double FIRST_SMOOTHING = 0.1;
    private static final double LAST_SMOOTHING = 1e-6;
    private static final double LESS_SMOOTH = 0.4;
    private static final int ROUNDS_A_SMOOTHING = 400;
    private static final int PATIENCE = 30;
    private static final double PROGRESS = 5e-4;
    private static final double LONGER = 1.25;
    private static final double ROUNDING = 1e-12;

    private final AllocationProblem problem;
    private final Shortlists lists;
    private final Budget budget;
    private final double[] best;
    private double reached;
    private final double[] scales;
    private final double[] at;
    private final double[] off;
    private final double[] ahead;
    private final double[] next;
    private final double[] offNext;
    private double smoothing;
    private double step;
    private int rounds;

    /** Begins at prices where a value was reached; these are overwritten whenever there are better ones. */
    SmoothAscent(AllocationProblem problem, Shortlists lists, double[] prices, double value, Budget budget) {
        this.problem = problem;
        this.lists = lists;
        this.best = prices;
        this.reached = value;
        this.budget = budget;
        this.scales = lists.scales();
        this.at = prices.clone();
        this.off = new double[at.length];
        this.ahead = new double[at.length];
        this.next = new double[at.length];
        this.offNext = new double[at.length];
    }

    /** Returns the value at the best prices. */
    double run(int mostRounds) {
        smoothing = FIRST_SMOOTHING * lists.spread(at);
        step = smoothing;
        rounds = mostRounds;
        while (isGoingOn() && smoothing * problem.items > LAST_SMOOTHING * Math.abs(reached)) {
            shift();
            climb();
            smoothing *= LESS_SMOOTH;
            step *= LESS_SMOOTH;
        }
        return reached;
    }

    private boolean isGoingOn() {
        return rounds > 0 && !budget.isOver();
    }

    private void climb() {
        double momentum = 1;
        double top = Double.NEGATIVE_INFINITY;
        int idle = 0;
        System.arraycopy(at, 0, ahead, 0, at.length);
        for (int round = 0; round < ROUNDS_A_SMOOTHING && idle < PATIENCE && isGoingOn(); round++) {
            double value = smoothed(ahead, off);
            double valueNext = forward(value);
            double along = 0;
            for (int slot = 0; slot < at.length; slot++) {
                along += off[slot] * (next[slot] - at[slot]);
            }
            double before = along < 0 ? 1 : momentum;
            momentum = (1 + Math.sqrt(1 + 4 * before * before)) / 2;
            double share = (before - 1) / momentum;
            for (int slot = 0; slot < at.length; slot++) {
                ahead[slot] = allowed(slot, next[slot] + share * (next[slot] - at[slot]));
                at[slot] = next[slot];
            }
            idle = valueNext > top + PROGRESS * smoothing * problem.items ? 0 : idle + 1;
            top = Math.max(top, valueNext);
        }
    }

    /** One step from the prices ahead, as long as the gradient is to be believed; the value there. */
    private double forward(double value) {
        while (true) {
            double promised = value;
            for (int slot = 0; slot < at.length; slot++) {
                next[slot] = allowed(slot, ahead[slot] + step / scales[slot] * off[slot]);
                double by = next[slot] - ahead[slot];
                promised += by * off[slot] - by * by * scales[slot] / (2 * step);
            }
            double kept = smoothed(next, offNext);
            if (kept >= promised - ROUNDING * Math.abs(promised) || !isGoingOn()) {
                step *= LONGER;
                return kept;
            }
            step /= 2;
        }
    }

    private double allowed(int slot, double price) {
        return Math.min(problem.over[slot], Math.max(-problem.under[slot], price));
    }

    private double smoothed(double[] prices, double[] offThere) {
        rounds--;
        double value = lists.smoothed(prices, offThere, smoothing);
        note(prices, lists.unsmoothed());
        return value;
    }

    private void note(double[] prices, double value) {
        if (value > reached) {
            reached = value;
            System.arraycopy(prices, 0, best, 0, prices.length);
        }
    }

    /** Moves the prices of a whole load together as far as they may go: a way along which gradients are small. */
    private void shift() {
        for (int[] slots : problem.slots) {
            double value = lists.relaxed(at, off);
            boolean[] isMoved = new boolean[at.length];
            double slope = 0;
            for (int slot : slots) {
                slope += isMoved[slot] ? 0 : off[slot];
                isMoved[slot] = true;
            }
            double most = Double.POSITIVE_INFINITY;
            for (int slot : slots) {
                most = Math.min(most, slope > 0 ? problem.over[slot] - at[slot] : at[slot] + problem.under[slot]);
            }
            if (slope != 0 && most > 0 && Double.isFinite(most)) {
                for (int slot = 0; slot < at.length; slot++) {
                    next[slot] = isMoved[slot] ? at[slot] + Math.signum(slope) * most : at[slot];
                }
                double moved = lists.relaxed(next, offNext);
                if (moved > value) {
                    note(next, moved);
                    System.arraycopy(next, 0, at, 0, at.length);
                }
            }
        }
    }
}
