package dev.rapport.health.estimate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How far two numbers rise together, whatever the form of the relation. */
public final class RankCorrelation {

    /** Below this, the interval on Fisher's scale is no approximation any more. */
    private static final int FEWEST = 10;

    private RankCorrelation() {}

    /**
     * Spearman's rank correlation.
     *
     * <p><strong>Formula.</strong> {@code r}, the product-moment correlation of the ranks, ties at their mean rank;
     * {@code tanh(atanh(r) ± z sqrt((1 + r^2 / 2) / (n - 3)))}.
     *
     * <p><strong>Units.</strong> {@code n} pairs, {@code z} the quantile of the normal distribution at {@code (1 + level) /
     * 2}; correlation and ends from -1 to 1, without unit.
     *
     * <p><strong>Edges.</strong> Not enough data below the least number, which is at least 10, or if all of one number are
     * alike. If the ranks agree completely, {@code r} is taken as 1 - 1 / n for the interval, the end that it reaches is 1.
     *
     * <p><strong>Algorithm.</strong> Sorting; exact ranks, so the correlation is that of whole and half numbers.
     *
     * <p><strong>Reference.</strong> D. G. Bonett, T. A. Wright, Sample Size Requirements for Estimating Pearson, Kendall and
     * Spearman Correlations, Psychometrika 65 (2000) 23-28, doi:10.1007/BF02294183.
     *
     * @param pairs  the numbers
     * @param level  such as 0.95
     * @param fewest  the least number of pairs for a number, at least 10
     * @return the estimate
     */
    public static Estimate of(Pairs pairs, double level, int fewest) {
        Confidence confidence = new Confidence(level, IntervalMethod.FISHER_Z);
        if (fewest < FEWEST) {
            throw new IllegalArgumentException("fewest (" + fewest + ") must be at least " + FEWEST + ".");
        }
        int n = pairs.size();
        Basis basis = Basis.independent(n);
        if (n < fewest) {
            return new Estimate.NotEnoughData(n + " of at least " + fewest + " pairs", basis);
        }
        double[] a = ranks(pairs.xs());
        double[] b = ranks(pairs.ys());
        double ofA = products(a, a);
        double ofB = products(b, b);
        if (ofA == 0 || ofB == 0) {
            return new Estimate.NotEnoughData("all " + (ofA == 0 ? "first" : "second") + " numbers are alike", basis);
        }
        double r = Math.max(-1, Math.min(1, products(a, b) / Math.sqrt(ofA) / Math.sqrt(ofB)));
        double inner = Math.max(-1 + 1.0 / n, Math.min(1 - 1.0 / n, r));
        double centre = StrictMath.log((1 + inner) / (1 - inner)) / 2;
        double reach = Quantiles.normal(level) * Math.sqrt((1 + inner * inner / 2) / (n - 3));
        return new Estimate.Known(
                r,
                Interval.within(-1, 1, r, StrictMath.tanh(centre - reach), StrictMath.tanh(centre + reach), confidence),
                basis);
    }

    /** Twice the ranks less their mean, which are whole numbers, so that sums of products are exact. */
    private static double[] ranks(double[] values) {
        int n = values.length;
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] ranks = new double[n];
        int from = 0;
        while (from < n) {
            int to = from;
            while (to < n && values[order[to]] == values[order[from]]) {
                to++;
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = from + to - n;
            }
            from = to;
        }
        return ranks;
    }

    private static double products(double[] a, double[] b) {
        double[] products = new double[a.length];
        Arrays.setAll(products, i -> a[i] * b[i]);
        double sum = 0;
        for (double product : products) {
            sum += product;
        }
        return sum;
    }
}
