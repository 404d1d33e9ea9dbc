package dev.rapport.segmentation.tier;

import java.util.Arrays;

/**
 * Fisher's exact classes of numbers: the partition of the sorted values whose sum of squares within the classes is least.
 *
 * <p>Algorithm: the dynamic programme over the distinct values with their weights. Where a class begins best rises with where
 * it ends, so each layer is found by dividing: the middle first, then both halves within the bounds it sets. Time: k m log m
 * of m distinct values; memory: k + 4 numbers each.
 *
 * <p>References: Fisher, On grouping for maximum homogeneity, Journal of the American Statistical Association 53, 1958,
 * doi:10.1080/01621459.1958.10501479; Gold and Sharir, Dynamic programming speedup in phylogenetics and other applications of
 * the concave Monge property, 2018; Wang and Song, Ckmeans.1d.dp, The R Journal 3(2), 2011, doi:10.32614/RJ-2011-015.
 */
final class NaturalBreaks {

    private final double[] values;
    private final double[] weights;
    private final double[] sums;
    private final double[] squares;
    private double[] before;
    private double[] current;

    private NaturalBreaks(double[] distinct, double[] counts) {
        int m = distinct.length;
        this.values = distinct;
        this.weights = new double[m + 1];
        this.sums = new double[m + 1];
        this.squares = new double[m + 1];
        double total = 0;
        double count = 0;
        for (int i = 0; i < m; i++) {
            total += distinct[i] * counts[i];
            count += counts[i];
        }
        double mean = total / count;
        for (int i = 0; i < m; i++) {
            double value = distinct[i] - mean;
            weights[i + 1] = weights[i] + counts[i];
            sums[i + 1] = sums[i] + counts[i] * value;
            squares[i + 1] = squares[i] + counts[i] * value * value;
        }
        this.before = new double[m];
        this.current = new double[m];
    }

    /** Where the classes begin, as positions among the distinct values, the first at 0; the values are sorted. */
    static double[] thresholds(double[] sorted, int k) {
        int m = 0;
        double[] distinct = new double[sorted.length];
        double[] counts = new double[sorted.length];
        for (double value : sorted) {
            if (m == 0 || value != distinct[m - 1]) {
                distinct[m++] = value;
            }
            counts[m - 1]++;
        }
        NaturalBreaks breaks = new NaturalBreaks(Arrays.copyOf(distinct, m), Arrays.copyOf(counts, m));
        int[] begins = breaks.begins(Math.min(k, m));
        double[] thresholds = new double[begins.length - 1];
        for (int i = 0; i < thresholds.length; i++) {
            double low = distinct[begins[i + 1] - 1];
            double high = distinct[begins[i + 1]];
            double middle = low + (high - low) / 2;
            thresholds[i] = middle > low ? middle : high;
        }
        return thresholds;
    }

    private int[] begins(int k) {
        int m = values.length;
        int[][] from = new int[k][];
        for (int end = 0; end < m; end++) {
            before[end] = cost(0, end);
        }
        for (int layer = 1; layer < k; layer++) {
            from[layer] = new int[m];
            int first = layer == k - 1 ? m - 1 : layer;
            divide(from[layer], first, m - 1, layer, m - 1);
            double[] swap = before;
            before = current;
            current = swap;
        }
        int[] begins = new int[k];
        int end = m - 1;
        for (int layer = k - 1; layer > 0; layer--) {
            begins[layer] = from[layer][end];
            end = begins[layer] - 1;
        }
        return begins;
    }

    /** The best begin of the last class, for each end in a range. */
    private void divide(int[] begin, int first, int last, int least, int most) {
        if (first > last) {
            return;
        }
        int middle = (first + last) >>> 1;
        int best = least;
        double lowest = Double.POSITIVE_INFINITY;
        int to = Math.min(middle, most);
        double weight = weights[middle + 1];
        double sum = sums[middle + 1];
        double square = squares[middle + 1];
        for (int i = least; i <= to; i++) {
            double s = sum - sums[i];
            double total = before[i - 1] + (square - squares[i] - s * s / (weight - weights[i]));
            if (total < lowest) {
                lowest = total;
                best = i;
            }
        }
        current[middle] = lowest;
        begin[middle] = best;
        divide(begin, first, middle - 1, least, best);
        divide(begin, middle + 1, last, best, most);
    }

    private double cost(int from, int to) {
        double s = sums[to + 1] - sums[from];
        return squares[to + 1] - squares[from] - s * s / (weights[to + 1] - weights[from]);
    }
}
