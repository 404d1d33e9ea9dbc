package dev.rapport.model.decision;

/** What a leaf makes of a number: a measure's points, a condition's 1 or 0, a tier's position. Pure. */
@FunctionalInterface
public interface NumberFunction {

    /**
     * The value of the leaf.
     *
     * @param number  the attribute as a number, see {@code AttributeKind.toNumber}
     * @param today  the epoch day of the cut, for rules such as "in the last 30 days"
     * @return the value; NaN where there is none, which the leaf shows as not enough data
     */
    double apply(double number, double today);

    /**
     * Says whether every finite number has a finite value, so that results need not be looked at one by one.
     *
     * @return false if it cannot be promised
     */
    default boolean isTotal() {
        return false;
    }

    /**
     * The values of a run of rows, in place. A function that is applied to whole books may override the loop, so that it
     * is compiled on its own; the values must be those of {@link #apply}, to the last bit.
     *
     * @param numbers  the numbers, which the values replace; 0 in rows without a number, which may be replaced too
     * @param present  0 for the rows that have a number
     * @param from  the first row
     * @param to  the first row after
     * @param today  the epoch day of the cut
     */
    default void applyAll(double[] numbers, byte[] present, int from, int to, double today) {
        for (int row = from; row < to; row++) {
            if (present[row] == 0) {
                numbers[row] = apply(numbers[row], today);
            }
        }
    }

    /**
     * How far the number is from meeting a condition, or from the next tier up.
     *
     * @param number  the attribute as a number
     * @param today  the epoch day of the cut
     * @return what would have to be added to the number; 0 if the condition is met or there is no higher
     *     tier; NaN where there is no such thing
     */
    default double distance(double number, double today) {
        return Double.NaN;
    }
}
