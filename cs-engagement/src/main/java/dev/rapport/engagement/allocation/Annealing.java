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
    private final int[] best;
    private double value = Double.POSITIVE_INFINITY;

    Annealing(State state, Candidates candidates, SplittableRandom random, Budget budget) {
        this.problem = state.problem;
        this.state = state;
        this.candidates = candidates;
        this.random = random;
        this.budget = budget;
        this.best = state.agentOf.clone();
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
        note();
    }

    /** The value of the best answer that keeps the capacities, infinite while there is none. */
    double value() {
        return value;
    }

    /** The best answer. */
    int[] best() {
        return best;
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
        int other = -1;
        if (!alone) {
            if (state.size(to) == 0) {
                return;
            }
            other = state.member(to, random.nextInt(state.size(to)));
            if (!problem.allows(other, from)) {
                return;
            }
        }
        double change = leave(item) + (other < 0 ? 0 : leave(other) + join(other, from)) + join(item, to);
        if (change > 0 && random.nextDouble() >= StrictMath.exp(-change / temperature)) {
            state.take(item);
            state.put(item, from);
            if (other >= 0) {
                state.take(other);
                state.put(other, to);
            }
        } else if (change != 0 && state.keepsCapacities()) {
            note();
        }
    }

    private double leave(int item) {
        int agent = state.agentOf[item];
        double before = loadPrice(agent);
        state.take(item);
        return loadPrice(agent) - before - problem.cost(item, agent);
    }

    private double join(int item, int agent) {
        double before = loadPrice(agent);
        state.put(item, agent);
        return loadPrice(agent) - before + problem.cost(item, agent);
    }

    private double loadPrice(int agent) {
        double price = 0;
        for (int kind = 0; kind < problem.loads.length; kind++) {
            int slot = problem.slots[kind][agent];
            double off = state.loads[slot] - problem.targets[slot];
            price += off > 0 ? over[slot] * off : -problem.under[slot] * off;
        }
        return price;
    }

    private void note() {
        if (!state.keepsCapacities()) {
            return;
        }
        double reached = state.objective();
        if (reached < value) {
            value = reached;
            System.arraycopy(state.agentOf, 0, best, 0, best.length);
        }
    }
}
