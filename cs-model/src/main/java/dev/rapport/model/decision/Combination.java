package dev.rapport.model.decision;

/** How the value of a node comes from its parts. */
public enum Combination {
    /** It has no parts: its value is read and transformed from one attribute. */
    LEAF,
    /** The sum of the parts. */
    SUM,
    /** The parts multiplied with one another. */
    PRODUCT,
    /** The mean of the parts by their weights. */
    WEIGHTED_MEAN,
    /** The least of the parts. */
    MIN,
    /** The greatest of the parts. */
    MAX,
    /** A function of its one part, such as a probability of points. */
    LINK,
    /** True if every part is. */
    ALL_OF,
    /** True if some part is. */
    ANY_OF,
    /** True if no part is. */
    NONE_OF,
    /** True if at least so many parts are as the node requires. */
    AT_LEAST,
    /** The position of the first part that is true; of none, that of the rest where there is one, else -1. */
    FIRST_MATCH;

    /**
     * Says whether the value is a truth value.
     *
     * @return true for the logical combinations
     */
    public boolean isLogical() {
        return this == ALL_OF || this == ANY_OF || this == NONE_OF || this == AT_LEAST;
    }
}
