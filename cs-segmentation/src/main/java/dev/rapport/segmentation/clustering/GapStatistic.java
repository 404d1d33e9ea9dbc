package dev.rapport.segmentation.clustering;

import java.util.ArrayList;
import java.util.List;

/**
 * How much better numbers fall into clusters than numbers without any would.
 *
 * <p>Formula: gap(k) = mean of log W*(k) over reference sets - log W(k), W the sum of squares within the clusters, the
 * reference sets drawn evenly from the box between the least and greatest value of each attribute; the standard error is
 * the standard deviation (with B - 1) of log W*(k) times sqrt(1 + 1/B), B the number of sets. Edges: where W(k) is 0 the gap
 * is infinite, and nothing is tried beyond.
 *
 * <p>Reference: Tibshirani, Walther and Hastie, Estimating the number of clusters in a data set via the gap statistic, Journal
 * of the Royal Statistical Society B 63(2), 2001, doi:10.1111/1467-9868.00293; R's {@code clusGap} with {@code d.power = 2}.
 */
public final class GapStatistic {

    private final List<double[]> byK;

    /** For each number of clusters, from 1, the sum of squares, the gap and its standard error. */
    GapStatistic(List<double[]> byK) {
        this.byK = byK;
    }

    /**
     * The statistic of 1 to some clusters.
     *
     * @param method  k-means; its own number of clusters does not matter
     * @param data  the customers, with numbers only and none missing
     * @param most  the greatest number of clusters, at least 1
     * @param sets  how many reference sets, at least 2
     * @param seed  what the random numbers begin with
     * @return the statistic
     */
    public static GapStatistic of(KMeans method, ClusterData data, int most, int sets, long seed) {
        return method.isStandardised()
                ? ofNumbers(method.unstandardised(), Scales.standardised(data), most, sets, seed)
                : ofNumbers(method, data, most, sets, seed);
    }

    private static GapStatistic ofNumbers(KMeans method, ClusterData data, int most, int sets, long seed) {
        if (most < 1) {
            throw new IllegalArgumentException("most (" + most + ") must be at least 1.");
        }
        if (sets < 2) {
            throw new IllegalArgumentException("sets (" + sets + ") must be at least 2.");
        }
        data.requireComplete("the gap statistic");
        int reach = data.distinct(most);
        List<ClusterData> references = new ArrayList<>();
        for (int set = 0; set < sets; set++) {
            references.add(reference(data, SplitMix.of(seed, set)));
        }
        List<double[]> byK = new ArrayList<>();
        for (int k = 1; k <= reach; k++) {
            double objective = method.withK(k).fit(data).objective();
            double sum = 0;
            double[] logs = new double[sets];
            for (int set = 0; set < sets; set++) {
                logs[set] = StrictMath.log(
                        method.withK(Math.min(k, references.get(set).distinct(k)))
                                .fit(references.get(set))
                                .objective());
                sum += logs[set];
            }
            double mean = sum / sets;
            double squares = 0;
            for (double log : logs) {
                squares += (log - mean) * (log - mean);
            }
            double error = Math.sqrt(squares / (sets - 1) * (1 + 1.0 / sets));
            double gap = objective == 0 ? Double.POSITIVE_INFINITY : mean - StrictMath.log(objective);
            byK.add(new double[] {objective, gap, Double.isNaN(error) ? 0 : error});
            if (objective == 0) {
                break;
            }
        }
        return new GapStatistic(byK);
    }

    private static ClusterData reference(ClusterData data, SplitMix random) {
        int columns = data.features().size();
        double[] least = new double[columns];
        double[] ranges = new double[columns];
        for (int j = 0; j < columns; j++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int row = 0; row < data.size(); row++) {
                low = Math.min(low, data.value(row, j));
                high = Math.max(high, data.value(row, j));
            }
            least[j] = low;
            ranges[j] = high - low;
        }
        double[] values = new double[data.size() * columns];
        for (int at = 0; at < values.length; at++) {
            values[at] = least[at % columns] + random.nextDouble() * ranges[at % columns];
        }
        return data.with(values);
    }

    /**
     * The greatest number of clusters it is of.
     *
     * @return the number, at least 1
     */
    public int most() {
        return byK.size();
    }

    /**
     * The gap.
     *
     * @param k  the number of clusters
     * @return the gap, in logarithms of squares
     */
    public double gap(int k) {
        return byK.get(k - 1)[1];
    }

    /**
     * The standard error of the gap.
     *
     * @param k  the number of clusters
     * @return the error
     */
    public double standardError(int k) {
        return byK.get(k - 1)[2];
    }

    /**
     * The sum of squares within the clusters.
     *
     * @param k  the number of clusters
     * @return the sum
     */
    public double objective(int k) {
        return byK.get(k - 1)[0];
    }
}
