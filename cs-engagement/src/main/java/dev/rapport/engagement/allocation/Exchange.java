package dev.rapport.engagement.allocation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Takes some items off a few agents and places them again in the best way there is, over and over: exchanges of
 * many items at once, which is what full agents need. How many items, the searches themselves say: as many as are seen
 * through within {@link #NODES}. Now and then a way that is a little worse is taken, so that the search goes on; without
 * success for long, it returns to the best.
 *
 * <p>A large neighbourhood searched exactly, as surveyed by Pisinger and Ropke (2010),
 * doi:10.1007/978-1-4419-1665-5_13, with the bounds of the relaxation.
 */
final class Exchange {

    private static final int NODES = 10_000;
    private static final int MOST_ITEMS = 79;
    private static final int LEAST_ITEMS = 5;
    private static final double FIRST_ITEMS = 12;
    private static final double MORE = 0.1;
    private static final double FEWER = 0.5;
    private static final int PATIENCE = 5_000;
    private static final int MOST_RESTARTS = 100;
    private static final double TIE = 0.05;
    private static final double ROUNDING = 1e-9;

    private final AllocationProblem problem;
    private final Candidates candidates;
    private final State state;
    private final SplittableRandom random;
    private final Budget budget;
    private final Placings placings;
    private final double[] itemCount;
    private final int[] among;
    private final int[] present = new int[MOST_ITEMS];
    private int[] freed = new int[MOST_ITEMS];
    private double[] keys = new double[MOST_ITEMS];
    private double gap;
    private double bestGap;
    private double value;
    private int restarts;

    /** The state must keep the capacities; it is the first best. */
    Exchange(State state, Candidates candidates, SplittableRandom random, Placings placings, Budget budget) {
        this.problem = state.problem;
        this.state = state;
        this.candidates = candidates;
        this.random = random;
        this.budget = budget;
        this.placings = placings;
        this.itemCount = new double[placings.mostAgents() + 1];
        this.among = new int[placings.mostAgents()];
        Arrays.fill(itemCount, FIRST_ITEMS);
        measure();
        keep();
    }

    /** The value of the best answer. */
    double objective() {
        return value;
    }

    /** By how much the best answer is above the bound that the prices give. */
    double bestGap() {
        return bestGap;
    }

    /** Goes on from another answer that is better than the best. */
    void restart(int[] better) {
        state.copy(better);
        measure();
        keep();
    }

    /** Goes on until the budget is over, so many steps are made, or the best is as good as can be. */
    void run(double asGoodAsCanBe, long untilStep) {
        int idle = 0;
        while (!isExhausted() && !budget.isOver() && budget.steps() < untilStep && value > asGoodAsCanBe) {
            exchange(idle == 0 || random.nextInt(4) > 0 ? 0 : bestGap / problem.agents / 8);
            idle++;
            if (gap < bestGap - ROUNDING * Math.max(1, bestGap)) {
                keep();
                idle = 0;
            } else if (idle > PATIENCE) {
                idle = 1;
                restarts++;
                state.restore();
                gap = bestGap;
            }
        }
    }

    /** Says whether so much was tried in vain that nothing more is to be expected. */
    boolean isExhausted() {
        return restarts >= MOST_RESTARTS;
    }

    private void measure() {
        gap = 0;
        for (int item = 0; item < problem.items; item++) {
            gap += candidates.reduced(item, state.agentOf[item]);
        }
        for (int slot = 0; slot < problem.slotCount; slot++) {
            gap += candidates.waste(slot, state.loads[slot]);
        }
    }

    private void keep() {
        bestGap = gap;
        state.recount();
        value = state.objective();
        restarts = 0;
        state.keep();
    }

    private void exchange(double worse) {
        int fewest = Math.min(problem.agents, placings.fewestAgents());
        int agents = fewest + random.nextInt(Math.min(problem.agents, placings.mostAgents()) - fewest + 1);
        chooseAgents(agents);
        int items = chooseItems(agents);
        if (items == 0) {
            budget.made(1);
            return;
        }
        double now = 0;
        for (int at = 0; at < items; at++) {
            now += candidates.reduced(freed[at], state.agentOf[freed[at]]);
        }
        now += waste(agents);
        double allowed = worse == 0 ? 0 : worse * random.nextDouble() * -StrictMath.log(random.nextDouble() + 1e-9);
        for (int at = 0; at < items; at++) {
            state.take(freed[at]);
        }
        double limit = now + allowed + ROUNDING;
        double reached = placings.search(state.loads, freed, items, present, among, agents, limit, NODES);
        boolean isFound = reached < limit;
        for (int at = 0; at < items; at++) {
            state.put(freed[at], isFound ? placings.found(at) : among[present[at]]);
        }
        if (isFound) {
            gap += reached - now;
        }
        if (!placings.isComplete()) {
            itemCount[agents] = Math.max(LEAST_ITEMS, itemCount[agents] - FEWER);
        } else if (placings.nodes() < NODES / 4) {
            itemCount[agents] = Math.min(MOST_ITEMS - 1, itemCount[agents] + MORE);
        }
        budget.made(placings.nodes() + (long) items * agents);
    }

    /**
     * The first is the one of two that is worse off; the others are mostly those who come into question for what the
     * earlier ones have.
     */
    private void chooseAgents(int agents) {
        for (int at = 0; at < agents; at++) {
            int agent = at == 0 ? worse() : random.nextInt(4) > 0 ? related(among[random.nextInt(at)]) : -1;
            while (agent < 0 || isAmong(agent, at)) {
                agent = random.nextInt(problem.agents);
            }
            among[at] = agent;
        }
    }

    private int worse() {
        int one = random.nextInt(problem.agents);
        int other = random.nextInt(problem.agents);
        return excess(one) > excess(other) ? one : other;
    }

    /** By how much an agent's items and loads are above the bound. */
    private double excess(int agent) {
        double excess = 0;
        for (int at = 0; at < state.size(agent); at++) {
            excess += candidates.reduced(state.member(agent, at), agent);
        }
        for (int kind = 0; kind < problem.loads.length; kind++) {
            int slot = problem.slots[kind][agent];
            excess += candidates.waste(slot, state.loads[slot]);
        }
        return excess;
    }

    private int related(int agent) {
        if (state.size(agent) == 0) {
            return -1;
        }
        int item = state.member(agent, random.nextInt(state.size(agent)));
        return candidates.agent(item, random.nextInt(candidates.width));
    }

    private boolean isAmong(int agent, int count) {
        for (int at = 0; at < count; at++) {
            if (among[at] == agent) {
                return true;
            }
        }
        return false;
    }

    /** Those that lose least elsewhere come first, but anybody may. The heaviest are placed first. */
    private int chooseItems(int agents) {
        int all = 0;
        for (int at = 0; at < agents; at++) {
            all += state.size(among[at]);
        }
        if (freed.length < all) {
            freed = new int[2 * all];
            keys = new double[2 * all];
        }
        int count = 0;
        for (int at = 0; at < agents; at++) {
            for (int member = 0; member < state.size(among[at]); member++) {
                int item = state.member(among[at], member);
                freed[count] = item;
                keys[count++] = key(item, at, agents);
            }
        }
        int wanted = (int) (itemCount[agents] + random.nextDouble());
        int kept = Math.min(Math.min(wanted, MOST_ITEMS), all);
        if (kept < all) {
            selectLeast(kept, all);
        }
        for (int at = 0; at < kept; at++) {
            keys[at] = -weight(freed[at]);
        }
        selectLeast(kept, kept);
        for (int at = 0; at < kept; at++) {
            int own = 0;
            while (among[own] != state.agentOf[freed[at]]) {
                own++;
            }
            present[at] = own;
        }
        return kept;
    }

    private double key(int item, int own, int agents) {
        double now = candidates.reduced(item, among[own]);
        double least = Double.POSITIVE_INFINITY;
        for (int at = 0; at < agents; at++) {
            if (at != own) {
                least = Math.min(least, candidates.reduced(item, among[at]) - now);
            }
        }
        return (TIE + Math.max(0, least)) * -StrictMath.log(random.nextDouble() + 1e-12);
    }

    private double weight(int item) {
        double weight = 0;
        int agent = state.agentOf[item];
        for (int kind = 0; kind < problem.loads.length; kind++) {
            int slot = problem.slots[kind][agent];
            double worth = Math.max(Math.abs(candidates.price(slot)), problem.under[slot]);
            weight += worth * problem.loads[kind].usage(item, agent);
        }
        return weight;
    }

    /** Brings the items of least keys to the front, in order. */
    private void selectLeast(int kept, int all) {
        for (int to = 0; to < kept; to++) {
            int least = to;
            for (int at = to + 1; at < all; at++) {
                if (keys[at] < keys[least]) {
                    least = at;
                }
            }
            double key = keys[to];
            keys[to] = keys[least];
            keys[least] = key;
            int item = freed[to];
            freed[to] = freed[least];
            freed[least] = item;
        }
    }

    private double waste(int agents) {
        double waste = 0;
        for (int kind = 0; kind < problem.loads.length; kind++) {
            for (int at = 0; at < agents; at++) {
                int slot = problem.slots[kind][among[at]];
                boolean isSeen = false;
                for (int earlier = 0; earlier < at && !isSeen; earlier++) {
                    isSeen = problem.slots[kind][among[earlier]] == slot;
                }
                waste += isSeen ? 0 : candidates.waste(slot, state.loads[slot]);
            }
        }
        return waste;
    }
}
