package dev.rapport.model.decision;

/**
 * A condition that holds for the numbers of a range: 1 in it, 0 elsewhere. Whole books are asked for it 64 customers at a
 * time.
 */
public interface RangeFunction extends NumberFunction {

    /**
     * The numbers for which it holds.
     *
     * @param today  the epoch day of the cut
     * @return the range
     */
    NumberRange range(double today);

    @Override
    default double apply(double number, double today) {
        return Double.isNaN(number) ? Double.NaN : range(today).contains(number) ? 1 : 0;
    }

    @Override
    default boolean isTotal() {
        return true;
    }

    @Override
    default void applyAll(double[] numbers, byte[] present, int from, int to, double today) {
        NumberRange range = range(today);
        double least = range.least();
        double most = range.most();
        for (int row = from; row < to; row++) {
            numbers[row] = numbers[row] >= least && numbers[row] <= most ? 1 : 0;
        }
    }
}
