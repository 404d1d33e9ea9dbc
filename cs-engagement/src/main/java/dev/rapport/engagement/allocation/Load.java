package dev.rapport.engagement.allocation;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.function.IntBinaryOperator;

/**
 * What items put on agents, and what it costs to be off the target: hours against a capacity, revenue against the mean.
 * Immutable; arrays are taken over, not copied, and must not be changed.
 *
 * <p>A bucket holds the load of one agent, or that of several together. Each unit above a bucket's target costs the
 * price over, each below the price under; an infinite price over is a capacity.
 */
public final class Load {

    final String name;
    final int[] usage;
    final boolean perAgent;
    final boolean isReckoned;
    private final IntBinaryOperator reckoned;
    final int[] exempt;
    final int[] bucketOf;
    final long[] targets;
    final double over;
    final double under;

    private Load(
            String name,
            int[] usage,
            boolean perAgent,
            int[] exempt,
            int[] bucketOf,
            long[] targets,
            double over,
            double under) {
        this.name = requireNonNull(name, "name");
        this.usage = usage;
        this.perAgent = perAgent;
        this.isReckoned = false;
        this.reckoned = (item, agent) -> 0;
        this.exempt = exempt;
        this.bucketOf = bucketOf;
        this.targets = targets;
        this.over = over;
        this.under = under;
        checkPrice("over", over);
        checkPrice("under", under);
        if (Double.isInfinite(under)) {
            throw new IllegalArgumentException("under (" + under + ") must be finite.");
        }
        for (int units : usage) {
            if (units < 0) {
                throw new IllegalArgumentException("usage (" + units + ") of " + name + " must be at least 0.");
            }
        }
    }

    private Load(String name, IntBinaryOperator reckoned, long[] capacities) {
        this.name = requireNonNull(name, "name");
        this.usage = new int[0];
        this.perAgent = false;
        this.isReckoned = true;
        this.reckoned = requireNonNull(reckoned, "usage");
        this.exempt = new int[0];
        this.bucketOf = identity(capacities.length);
        this.targets = capacities;
        this.over = Double.POSITIVE_INFINITY;
        this.under = 0;
    }

    private static void checkPrice(String side, double price) {
        if (!(price >= 0)) {
            throw new IllegalArgumentException(side + " (" + price + ") must be at least 0.");
        }
    }

    /**
     * A capacity that no agent may exceed.
     *
     * @param name  what is used
     * @param usage  how much of it each item uses, whoever has it
     * @param capacities  how much each agent has
     * @return the load
     * @throws IllegalArgumentException if a usage is negative
     */
    public static Load capacity(String name, int[] usage, long[] capacities) {
        return hard(name, usage, false, capacities);
    }

    /**
     * A capacity that no agent may exceed, of which an item uses more with one agent than with another.
     *
     * @param name  what is used
     * @param usage  for each item, how much of it the item uses with each agent
     * @param capacities  how much each agent has
     * @return the load
     * @throws IllegalArgumentException if a usage is negative
     */
    public static Load capacityByPair(String name, int[] usage, long[] capacities) {
        return hard(name, usage, true, capacities);
    }

    /**
     * A capacity that no agent may exceed, of which what an item uses with an agent is reckoned whenever it is needed, so
     * that many pairs need no room.
     *
     * @param name  what is used
     * @param usage  how much of it an item uses with an agent, at least 0; the same whenever it is asked for
     * @param capacities  how much each agent has
     * @return the load
     */
    public static Load capacityByPair(String name, IntBinaryOperator usage, long[] capacities) {
        return new Load(name, usage, capacities);
    }

    private static Load hard(String name, int[] usage, boolean perAgent, long[] capacities) {
        int[] own = identity(capacities.length);
        return new Load(name, usage, perAgent, new int[0], own, capacities, Double.POSITIVE_INFINITY, 0);
    }

    /**
     * A load that every agent should have the same of, or a target of their own.
     *
     * @param name  what is balanced
     * @param usage  how much of it each item brings
     * @param targets  how much each agent should have
     * @param price  what each unit off the target costs, above as below
     * @param nobody  an agent with whom items bring nothing, -1 if there is none; the target is 0
     * @return the load
     * @throws IllegalArgumentException if a usage or the price is negative
     */
    public static Load balanced(String name, int[] usage, long[] targets, double price, int nobody) {
        int[] exempt = new int[nobody < 0 ? 0 : usage.length];
        Arrays.fill(exempt, nobody);
        return new Load(name, usage, false, exempt, identity(targets.length), targets, price, price);
    }

    /**
     * How many items may leave the agent they are with.
     *
     * @param name  what is counted
     * @param present  the agent each item is with, -1 for one that may go anywhere
     * @param agents  how many agents there are
     * @param nobody  an agent to whom going does not count, -1 if there is none
     * @param budget  how many may leave
     * @return the load
     */
    public static Load moves(String name, int[] present, int agents, int nobody, long budget) {
        int[] one = new int[present.length];
        for (int item = 0; item < one.length; item++) {
            one[item] = present[item] >= 0 ? 1 : 0;
        }
        int[] buckets = new int[agents];
        if (nobody >= 0) {
            buckets[nobody] = 1;
        }
        return new Load(
                name,
                one,
                false,
                present.clone(),
                buckets,
                nobody < 0 ? new long[] {budget} : new long[] {budget, present.length},
                Double.POSITIVE_INFINITY,
                0);
    }

    private static int[] identity(int agents) {
        int[] buckets = new int[agents];
        for (int agent = 0; agent < agents; agent++) {
            buckets[agent] = agent;
        }
        return buckets;
    }

    /** The same for some of the items. */
    Load of(int[] items) {
        if (isReckoned) {
            return new Load(name, (at, agent) -> usage(items[at], agent), targets);
        }
        int agents = bucketOf.length;
        int width = perAgent ? agents : 1;
        int[] part = new int[items.length * width];
        int[] partExempt = new int[exempt.length == 0 ? 0 : items.length];
        for (int at = 0; at < items.length; at++) {
            System.arraycopy(usage, items[at] * width, part, at * width, width);
            if (exempt.length > 0) {
                partExempt[at] = exempt[items[at]];
            }
        }
        return new Load(name, part, perAgent, partExempt, bucketOf, targets, over, under);
    }

    boolean isHard() {
        return Double.isInfinite(over);
    }

    int usage(int item, int agent) {
        if (exempt.length > 0 && exempt[item] == agent) {
            return 0;
        }
        if (isReckoned) {
            int units = reckoned.applyAsInt(item, agent);
            if (units < 0) {
                throw new IllegalArgumentException("usage (" + units + ") of " + name + " by item " + item
                        + " with agent " + agent + " must be at least 0.");
            }
            return units;
        }
        return perAgent ? usage[item * bucketOf.length + agent] : usage[item];
    }

    /** Says whether items use more with one agent than with another. */
    boolean isByPair() {
        return perAgent || isReckoned;
    }

    /** Says whether it is about so many items and agents. */
    boolean isAbout(int items, int agents) {
        return bucketOf.length == agents
                && (isReckoned || usage.length == (perAgent ? (long) items * agents : (long) items));
    }
}
