package dev.rapport.health.warning.change;

/**
 * What an alarm must keep.
 *
 * @param smallestChange  the smallest change that matters, as a share of the usual: 0.2 for a fifth; no smaller one is told
 * @param runLength  how many periods it takes at least, on average, until a series in which nothing changes raises an
 *     alarm
 * @param confirmations  how many periods an alarm rests on at least: with 2, a single odd one does not raise it
 */
public record Demand(double smallestChange, double runLength, int confirmations) {

    /**
     * Checks the numbers.
     *
     * @param smallestChange  0.01 to 0.9
     * @param runLength  2 to 1e9
     * @param confirmations  1 to 10
     */
    public Demand {
        requireChange(smallestChange);
        Cusum.requireRunLength(runLength);
        if (confirmations < 1 || confirmations > 10) {
            throw new IllegalArgumentException("confirmations (" + confirmations + ") must be between 1 and 10.");
        }
    }

    static void requireChange(double smallestChange) {
        if (!(smallestChange >= 0.01 && smallestChange <= 0.9)) {
            throw new IllegalArgumentException(
                    "smallestChange (" + smallestChange + ") must be a share between 0.01 and 0.9.");
        }
    }
}
