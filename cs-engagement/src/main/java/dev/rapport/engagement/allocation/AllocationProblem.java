package dev.rapport.engagement.allocation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;

/**
 * Items, each of which goes to one agent, what each pair costs, and what the loads cost. Immutable; arrays are taken
 * over, not copied, and must not be changed.
 *
 * <p>Costs and usages are whole numbers: choose units in which they are (cents, minutes). Items that cost the same with
 * every agent share a row, so that a problem of many items needs little memory.
 */
public final class AllocationProblem {

    /** The cost of a pair that is not allowed. */
    public static final int FORBIDDEN = Integer.MAX_VALUE;

    final int items;
    final int agents;
    final Pairs pairs;
    final int[] present;
    final int[] leaving;
    final int nobody;
    final Load[] loads;
    final int[][] slots;
    final int slotCount;
    final double[] targets;
    final double[] over;
    final double[] under;

    private AllocationProblem(Builder builder) {
        this.items = builder.items;
        this.agents = builder.agents;
        this.pairs = builder.pairs;
        this.present = builder.present;
        this.leaving = builder.leaving;
        this.nobody = builder.nobody;
        this.loads = builder.loads.toArray(new Load[0]);
        this.slots = new int[loads.length][agents];
        int count = 0;
        for (int load = 0; load < loads.length; load++) {
            for (int agent = 0; agent < agents; agent++) {
                slots[load][agent] = count + loads[load].bucketOf[agent];
            }
            count += loads[load].targets.length;
        }
        this.slotCount = count;
        this.targets = new double[count];
        this.over = new double[count];
        this.under = new double[count];
        int slot = 0;
        for (Load load : loads) {
            for (long target : load.targets) {
                targets[slot] = target;
                over[slot] = load.over;
                under[slot++] = load.under;
            }
        }
    }

    /**
     * Starts a problem in which each item has costs of its own.
     *
     * @param items  how many items there are
     * @param agents  how many agents there are
     * @param costs  for each item, what it costs with each agent, or {@link #FORBIDDEN}
     * @return a builder
     * @throws IllegalArgumentException if there are not as many costs as pairs, or one is negative
     */
    public static Builder builder(int items, int agents, int[] costs) {
        int[] own = new int[items];
        for (int item = 0; item < items; item++) {
            own[item] = item;
        }
        return new Builder(items, agents, new Pairs.Table(positive(agents), costs, own));
    }

    /**
     * Starts a problem in which items share rows of costs.
     *
     * @param agents  how many agents there are
     * @param rows  for each row, what its items cost with each agent, or {@link #FORBIDDEN}
     * @param rowOf  the row of each item
     * @return a builder
     * @throws IllegalArgumentException if a row is not complete or not there, or a cost is negative
     */
    public static Builder sharing(int agents, int[] rows, int[] rowOf) {
        return new Builder(rowOf.length, agents, new Pairs.Table(positive(agents), rows, rowOf));
    }

    /**
     * Starts a problem in which few agents come into question for each item, and only these are listed.
     *
     * @param agents  how many agents there are
     * @param starts  where the agents of each item begin in the list, and at last where the list ends
     * @param listed  the agents of the items, one item after the other, each item's in order
     * @param costs  what the item costs with each agent that is listed
     * @return a builder
     * @throws IllegalArgumentException if the starts fall, agents are not in order or a cost is negative
     */
    public static Builder listing(int agents, int[] starts, int[] listed, int[] costs) {
        return new Builder(starts.length - 1, agents, new Pairs.Listed(positive(agents), starts, listed, costs));
    }

    /**
     * Starts a problem whose costs are reckoned whenever they are needed, so that many pairs need no room.
     *
     * @param items  how many items there are
     * @param agents  how many agents there are
     * @param costs  what an item costs with an agent, at least 0, or {@link #FORBIDDEN}; the same whenever it is asked for
     * @return a builder
     */
    public static Builder reckoning(int items, int agents, IntBinaryOperator costs) {
        return new Builder(items, agents, new Pairs.Reckoned(positive(agents), requireNonNull(costs, "costs")));
    }

    private static int positive(int agents) {
        if (agents < 1) {
            throw new IllegalArgumentException("agents (" + agents + ") must be at least 1.");
        }
        return agents;
    }

    /**
     * How many items there are.
     *
     * @return the number
     */
    public int items() {
        return items;
    }

    /**
     * How many agents there are.
     *
     * @return the number
     */
    public int agents() {
        return agents;
    }

    boolean allows(int item, int agent) {
        return pairs.cost(item, agent) != FORBIDDEN;
    }

    /** What an allowed pair costs, or {@link #FORBIDDEN}. */
    int cost(int item, int agent) {
        int cost = pairs.cost(item, agent);
        boolean isFree = leaving.length == 0 || present[item] < 0 || present[item] == agent || agent == nobody;
        return isFree || cost == FORBIDDEN ? cost : cost + leaving[item];
    }

    /** The cost of a load: infinite above a capacity. */
    double price(int slot, double load) {
        double off = load - targets[slot];
        return off > 0 ? over[slot] * off : off == 0 ? 0 : -under[slot] * off;
    }

    /** Says whether the objective is always a whole number. */
    boolean isWhole() {
        for (Load load : loads) {
            if ((!load.isHard() && load.over != Math.rint(load.over)) || load.under != Math.rint(load.under)) {
                return false;
            }
        }
        return true;
    }

    /**
     * What an answer is worth, reckoned from nothing but the problem and the answer.
     *
     * @param agentOf  the agent of each item
     * @return the objective; infinite if a pair is not allowed, a capacity is exceeded or an agent does not exist
     * @throws IllegalArgumentException if there are not as many agents as items
     */
    public double evaluate(int[] agentOf) {
        if (agentOf.length != items) {
            throw new IllegalArgumentException(
                    "agentOf (" + agentOf.length + " agents) must have one for each of " + items + " items.");
        }
        long costs = 0;
        double[] load = new double[slotCount];
        for (int item = 0; item < items; item++) {
            int agent = agentOf[item];
            if (agent < 0 || agent >= agents || !allows(item, agent)) {
                return Double.POSITIVE_INFINITY;
            }
            costs += cost(item, agent);
            for (int kind = 0; kind < loads.length; kind++) {
                load[slots[kind][agent]] += loads[kind].usage(item, agent);
            }
        }
        double all = costs;
        for (int slot = 0; slot < slotCount; slot++) {
            all += price(slot, load[slot]);
        }
        return all;
    }

    /** Fills a problem. Not for use by several threads. */
    public static final class Builder {

        private final int items;
        private final int agents;
        private final Pairs pairs;
        private final List<Load> loads = new ArrayList<>();
        private int[] present = new int[0];
        private int[] leaving = new int[0];
        private int nobody = -1;

        private Builder(int items, int agents, Pairs pairs) {
            this.items = items;
            this.agents = agents;
            this.pairs = pairs;
        }

        /**
         * Says where the items are, and what it costs when one leaves.
         *
         * @param presentAgents  the agent of each item, -1 for one that is with nobody
         * @param costs  what it costs when an item goes to another agent
         * @param agentForNobody  an agent to whom going costs nothing, -1 if there is none
         * @return this builder
         */
        public Builder leaving(int[] presentAgents, int[] costs, int agentForNobody) {
            this.nobody = agentForNobody;
            this.present = requireNonNull(presentAgents, "presentAgents");
            this.leaving = requireNonNull(costs, "costs");
            return this;
        }

        /**
         * Adds a load.
         *
         * @param load  the load
         * @return this builder
         * @throws IllegalArgumentException if it is not about as many items and agents
         */
        public Builder load(Load load) {
            if (!load.isAbout(items, agents)) {
                throw new IllegalArgumentException(
                        "load (" + load.name + ") must be about " + items + " items and " + agents + " agents.");
            }
            loads.add(load);
            return this;
        }

        /**
         * Makes the problem.
         *
         * @return the problem
         */
        public AllocationProblem build() {
            return new AllocationProblem(this);
        }
    }
}
