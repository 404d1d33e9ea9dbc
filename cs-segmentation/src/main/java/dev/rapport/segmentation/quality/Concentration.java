package dev.rapport.segmentation.quality;

import java.util.Arrays;

/** How unevenly an amount is spread. */
public final class Concentration {

    private Concentration() {}

    /**
     * The Gini coefficient: 0 if all have the same, near 1 if one has everything.
     *
     * <p>Formula: sum of (2 i - n - 1) x(i) / (n sum of x), x(1) to x(n) the amounts in rising order; unitless, from 0 to
     * (n - 1) / n. Edges: 0 of no amounts, and where all are 0. Algorithm: one sort, one sum; exact up to rounding.
     * Reference: Gini, 1912; Sen, On Economic Inequality, 1973, p. 31.
     *
     * @param amounts  the amounts, each finite and at least 0
     * @return the coefficient
     * @throws IllegalArgumentException if an amount is negative, infinite or NaN
     */
    public static double gini(double[] amounts) {
        double[] sorted = checked(amounts);
        Arrays.sort(sorted);
        double total = 0;
        double weighted = 0;
        for (int i = 0; i < sorted.length; i++) {
            total += sorted[i];
            weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
        }
        return total > 0 ? weighted / (sorted.length * total) : 0;
    }

    /**
     * The Herfindahl-Hirschman index: the chance that two euros drawn at random come from the same place.
     *
     * <p>Formula: sum of squared shares; unitless, from 1 / n where all have the same to 1 where one has everything. Edges: 0
     * of no amounts, and where all are 0. Algorithm: two passes. Reference: Hirschman, The Paternity of an Index, American
     * Economic Review 54, 1964, p. 761.
     *
     * @param amounts  the amounts, each finite and at least 0
     * @return the index
     * @throws IllegalArgumentException if an amount is negative, infinite or NaN
     */
    public static double herfindahl(double[] amounts) {
        double total = Arrays.stream(checked(amounts)).sum();
        double squares = 0;
        for (double amount : amounts) {
            double share = total > 0 ? amount / total : 0;
            squares += share * share;
        }
        return squares;
    }

    private static double[] checked(double[] amounts) {
        for (double amount : amounts) {
            if (!(amount >= 0) || Double.isInfinite(amount)) {
                throw new IllegalArgumentException("amount (" + amount + ") must be finite and >= 0.");
            }
        }
        return amounts.clone();
    }
}
