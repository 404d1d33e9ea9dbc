package dev.rapport.health.internal;

import java.util.Arrays;

/**
 * Orders rows by a column without boxing.
 *
 * <p>This class is internal to Rapport and may change in any release.
 */
public final class Sorting {

    private Sorting() {}

    /**
     * The rows by their values, the highest first; rows of equal value in their order.
     *
     * @param values  a value for each row, none of them NaN
     * @return the indices of the rows
     */
    public static int[] descending(double[] values) {
        double[] sorted = values.clone();
        for (int i = 0; i < sorted.length; i++) {
            // Adding 0 makes -0.0 and 0.0 one value
            sorted[i] += 0.0;
        }
        Arrays.sort(sorted);
        int distinct = 0;
        for (double value : sorted) {
            if (distinct == 0 || value != sorted[distinct - 1]) {
                sorted[distinct++] = value;
            }
        }
        int[] rank = new int[values.length];
        int[] next = new int[distinct + 1];
        for (int row = 0; row < values.length; row++) {
            rank[row] = distinct - 1 - Arrays.binarySearch(sorted, 0, distinct, values[row] + 0.0);
            next[rank[row] + 1]++;
        }
        for (int i = 0; i < distinct; i++) {
            next[i + 1] += next[i];
        }
        int[] order = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            order[next[rank[row]]++] = row;
        }
        return order;
    }

    /**
     * A quantile of sorted values, linear between them (type 7 of Hyndman and Fan).
     *
     * @param sorted  rising, at least one
     * @param share  0 to 1
     * @return the quantile
     */
    public static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        return below + 1 == sorted.length
                ? sorted[below]
                : sorted[below] + (at - below) * (sorted[below + 1] - sorted[below]);
    }
}
