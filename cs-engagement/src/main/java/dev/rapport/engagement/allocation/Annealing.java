package dev.rapport.engagement.allocation;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Moves single items and swaps two, by simulated annealing. Capacities may be exceeded at a price that rises while they
 * are and slowly falls otherwise. Kirkpatrick, Gelatt and Vecchi (1983), doi:10.1126/science.220.4598.671.
 */
final class Annealing {

    private static final int ROUND = 1000;
    private static final double COOLING = 100;
    private static final double LEAST_TEMPERATURE = 1e-3;
    private static final double DEARER = 1.03;

    private final AllocationProblem problem;
    private final Candidates candidates;
    private final State state;
    private final SplittableRandom random;
    private final Budget budget;
    private final double[] over;
    private final double[] floor;
    private double value;

    /** The state keeps an answer that is worth what was reached, infinite if there is none. */
    Annealing(State state, Candidates candidates, SplittableRandom random, Budget budget, double reached) {
        this.problem = state.problem;
        this.state = state;
        this.candidates = candidates;
        this.random = random;
        this.budget = budget;
        this.over = problem.over.clone();
        this.floor = new double[over.length];
        double mean = 0;
        for (int slot = 0; slot < over.length; slot++) {
            mean += Math.abs(candidates.price(slot)) / over.length;
        }
        for (int slot = 0; slot < over.length; slot++) {
            if (Double.isInfinite(over[slot])) {
                floor[slot] = 0.3 * candidates.price(slot) + 0.02 * mean + 1e-6;
                over[slot] = candidates.price(slot) + 0.05 * mean + 1e-3;
            }
        }
        value = reached;
        state.recount();
        if (Double.isInfinite(reached)) {
            state.keep();
        }
        note();
    }

    /** The value of the best answer that keeps the capacities, which the state keeps; infinite while there is none. */
    double value() {
        return value;
    }

    void run(long moves) {
        double start = temperature();
        double ratio = StrictMath.pow(1 / COOLING, (double) ROUND / Math.max(ROUND, moves));
        double temperature = start;
        for (long made = 0; made < moves && !budget.isOver(); made += ROUND) {
            for (int move = 0; move < ROUND; move++) {
                attempt(temperature, (move & 1) == 0);
            }
            temperature *= ratio;
            state.recount();
            reprice();
            budget.made(ROUND);
        }
    }

    /** What an item usually loses with its second instead of its first: the lower quartile of those that do. */
    private double temperature() {
        double[] losses = IntStream.range(0, problem.items)
                .filter(item -> candidates.count(item) > 1)
                .mapToDouble(item -> candidates.reduced(item, candidates.agent(item, 1)))
                .filter(loss -> loss > 0)
                .sorted()
                .toArray();
        return losses.length == 0 ? LEAST_TEMPERATURE : losses[losses.length / 4];
    }

    private void reprice() {
        double cheaper = 1 - (DEARER - 1) / (4.0 * problem.slotCount);
        for (int slot = 0; slot < over.length; slot++) {
            if (Double.isInfinite(problem.over[slot])) {
                over[slot] = state.loads[slot] > problem.targets[slot]
                        ? over[slot] * DEARER
                        : Math.max(floor[slot], over[slot] * cheaper);
            }
        }
    }

    private void attempt(double temperature, boolean alone) {
        int item = random.nextInt(problem.items);
        int from = state.agentOf[item];
        int to = candidates.agent(item, random.nextInt(candidates.width));
        if (to < 0 || to == from) {
            return;
        }
        double change = problem.cost(item, to) - (double) problem.cost(item, from);
        int other = -1;
        if (!alone) {
            if (state.size(to) == 0) {
                return;
            }
            other = state.member(to, random.nextInt(state.size(to)));
            int back = problem.cost(other, from);
            if (back == AllocationProblem.FORBIDDEN) {
                return;
            }
            change += back - (double) problem.cost(other, to);
        }
        for (int kind = 0; kind < problem.loads.length; kind++) {
            change += loadChange(kind, item, other, from, to);
        }
        if (change > 0 && random.nextDouble() >= StrictMath.exp(-change / temperature)) {
            return;
        }
        state.take(item);
        if (other >= 0) {
            state.take(other);
            state.put(other, from);
        }
        state.put(item, to);
        if (change != 0 && state.keepsCapacities()) {
            note();
        }
    }

    /** By how much a load costs more when an item goes from one agent to another, and maybe another item back. */
    private double loadChange(int kind, int item, int other, int from, int to) {
        Load load = problem.loads[kind];
        int left = problem.slots[kind][from];
        int joined = problem.slots[kind][to];
        double ofLeft = (other < 0 ? 0 : load.usage(other, from)) - (double) load.usage(item, from);
        double ofJoined = load.usage(item, to) - (double) (other < 0 ? 0 : load.usage(other, to));
        if (left == joined) {
            return price(left, ofLeft + ofJoined) - price(left, 0);
        }
        return price(left, ofLeft) - price(left, 0) + price(joined, ofJoined) - price(joined, 0);
    }

    private double price(int slot, double more) {
        double off = state.loads[slot] + more - problem.targets[slot];
        return off > 0 ? over[slot] * off : off == 0 ? 0 : -problem.under[slot] * off;
    }

    private void note() {
        if (state.keepsCapacities() && state.objective() < value) {
            value = state.objective();
            state.keep();
        }
    }
}
