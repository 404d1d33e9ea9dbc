package dev.rapport.engagement.allocation;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Constraints that cannot be kept together, none of which can be left out: without any one of these items, or with room
 * in any one of these capacities, the others could be kept.
 *
 * @param items  the items that have to be placed
 * @param capacities  the capacities that are too little for them; empty if nobody is allowed to have an item
 */
public record Clash(List<Integer> items, List<Capacity> capacities) {

    /**
     * Keeps copies.
     *
     * @param items  the items
     * @param capacities  the capacities
     */
    public Clash {
        items = List.copyOf(items);
        capacities = List.copyOf(capacities);
    }

    /**
     * A capacity.
     *
     * @param load  the name of the load
     * @param bucket  which of its buckets: the agent, where each has one
     */
    public record Capacity(String load, int bucket) {

        /**
         * Checks that it is there.
         *
         * @param load  the name of the load
         * @param bucket  the bucket
         */
        public Capacity {
            requireNonNull(load, "load");
        }
    }
}
