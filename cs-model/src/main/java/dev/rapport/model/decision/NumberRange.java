package dev.rapport.model.decision;

/**
 * The numbers from one bound to another, both included. Empty if the bounds are the wrong way round.
 *
 * @param least  the lower bound; may be infinite
 * @param most  the upper bound; may be infinite
 */
public record NumberRange(double least, double most) {

    /**
     * Checks the bounds.
     *
     * @param least  the lower bound
     * @param most  the upper bound
     * @throws IllegalArgumentException if one is not a number
     */
    public NumberRange {
        if (Double.isNaN(least) || Double.isNaN(most)) {
            throw new IllegalArgumentException("bounds (" + least + ", " + most + ") must be numbers.");
        }
    }

    /**
     * A bound and all above it.
     *
     * @param bound  the least number
     * @return the range
     */
    public static NumberRange atLeast(double bound) {
        return new NumberRange(bound, Double.POSITIVE_INFINITY);
    }

    /**
     * All above a bound.
     *
     * @param bound  the bound, which is not in the range
     * @return the range
     */
    public static NumberRange above(double bound) {
        return atLeast(Math.nextUp(bound));
    }

    /**
     * A bound and all below it.
     *
     * @param bound  the greatest number
     * @return the range
     */
    public static NumberRange atMost(double bound) {
        return new NumberRange(Double.NEGATIVE_INFINITY, bound);
    }

    /**
     * All below a bound.
     *
     * @param bound  the bound, which is not in the range
     * @return the range
     */
    public static NumberRange below(double bound) {
        return atMost(Math.nextDown(bound));
    }

    /**
     * What is in this range and in another.
     *
     * @param other  the other range
     * @return the range of both, which may be empty
     */
    public NumberRange and(NumberRange other) {
        return new NumberRange(Math.max(least, other.least), Math.min(most, other.most));
    }

    /**
     * Says whether a number is in the range.
     *
     * @param number  the number
     * @return true if it is; never of what is not a number
     */
    public boolean contains(double number) {
        return number >= least && number <= most;
    }
}
