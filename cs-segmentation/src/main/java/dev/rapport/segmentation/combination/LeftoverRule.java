package dev.rapport.segmentation.combination;

/** Where the customers of segments go that are too small to be looked after apart. */
public enum LeftoverRule {
    /** All into one segment of their own. */
    INTO_REST,
    /**
     * Into the smaller of the two segments next to it in the order of the strategy, the one before it if they are equal,
     * smallest first and again until none is too small. Right where the order means something, as of tiers.
     */
    INTO_NEIGHBOUR,
    /** Into the largest segment. */
    INTO_LARGEST
}
