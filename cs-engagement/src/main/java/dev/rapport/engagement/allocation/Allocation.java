package dev.rapport.engagement.allocation;

import java.util.Optional;

/**
 * What an {@link Allocator} answers: who has which item, what that is worth, and what no answer can be below. Immutable.
 */
public final class Allocation {

    private static final double ROUNDING = 1e-9;

    private final int[] agentOf;
    private final double objective;
    private final double bound;
    private final long steps;
    private final Optional<Clash> clash;

    Allocation(int[] agentOf, double objective, double bound, long steps, Optional<Clash> clash) {
        this.agentOf = agentOf;
        this.objective = objective;
        this.bound = bound;
        this.steps = steps;
        this.clash = clash;
    }

    /**
     * Who has which item.
     *
     * @return the agent of each item; what was reached where the answer is not feasible
     */
    public int[] agentOf() {
        return agentOf.clone();
    }

    /**
     * What the answer is worth, reckoned again from the problem and {@link #agentOf()}. Less is better.
     *
     * @return the objective; infinite if the answer is not feasible
     */
    public double objective() {
        return objective;
    }

    /**
     * What no answer can be below. Certified: any prices of the relaxation prove it.
     *
     * @return the bound; infinite if there is no answer
     */
    public double bound() {
        return bound;
    }

    /**
     * How far from the best the answer can be at most.
     *
     * @return the distance from the bound as a share of the bound; 0 for a proven optimum, infinite where there is no
     *     answer
     */
    public double gap() {
        if (!isFeasible()) {
            return Double.POSITIVE_INFINITY;
        }
        double off = objective - bound;
        return off <= 0 ? 0 : off / Math.max(Math.abs(bound), ROUNDING);
    }

    /**
     * Says whether every capacity is kept and every pair allowed.
     *
     * @return true if so
     */
    public boolean isFeasible() {
        return objective < Double.POSITIVE_INFINITY;
    }

    /**
     * Says whether no answer is better.
     *
     * @return true if that is proven
     */
    public boolean isOptimal() {
        return isFeasible() && objective <= bound + ROUNDING * Math.max(1, Math.abs(bound));
    }

    /**
     * How many steps were made.
     *
     * @return the number of pairs priced, moves tried and nodes visited
     */
    public long steps() {
        return steps;
    }

    /**
     * Why there is no answer, if that is proven.
     *
     * @return constraints that cannot be kept together
     */
    public Optional<Clash> clash() {
        return clash;
    }
}
