package dev.rapport.segmentation.clustering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The choice of the number of clusters, with the curve it rests on. Immutable.
 *
 * <pre>{@code
 * ClusterCount count = ClusterCount.bySilhouette(KMeans.of(2).standardised(), data, 10);
 * Clustering clustering = KMeans.of(count.k()).standardised().fit(data);
 * }</pre>
 */
public final class ClusterCount {

    private static final int EXACT = 2_000;

    private final int k;
    private final List<ClusterScore> curve;

    private ClusterCount(int k, List<ClusterScore> curve) {
        this.k = k;
        this.curve = List.copyOf(curve);
    }

    /**
     * The number whose mean silhouette is greatest; of equal ones the least. Of more than 2,000 customers a sample of so many
     * is taken.
     *
     * @param method  the method; its own number of clusters does not matter
     * @param data  the customers
     * @param most  the greatest number to try, at least 2; no more is tried than there are customers that differ, less one
     * @return the choice; 1 where there are fewer than three customers that differ
     */
    public static ClusterCount bySilhouette(ClusteringMethod method, ClusterData data, int most) {
        if (most < 2) {
            throw new IllegalArgumentException("most (" + most + ") must be at least 2.");
        }
        List<ClusterScore> curve = new ArrayList<>();
        int best = 1;
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 2; k <= Math.min(most, data.distinct(most + 1) - 1); k++) {
            Clustering clustering = method.withK(k).fit(data);
            Optional<Silhouette> silhouette =
                    data.size() <= EXACT ? Silhouette.of(clustering) : Silhouette.sampled(clustering, EXACT, 1);
            double mean = silhouette.map(Silhouette::mean).orElse(-1.0);
            curve.add(new ClusterScore(k, mean, clustering.objective()));
            if (mean > highest) {
                highest = mean;
                best = k;
            }
        }
        return new ClusterCount(best, curve);
    }

    /**
     * The least number whose gap is not below the next one's less its standard error.
     *
     * @param gap  the gap statistic of 1 to some clusters
     * @return the choice; the greatest number if no gap is
     */
    public static ClusterCount byGap(GapStatistic gap) {
        List<ClusterScore> curve = new ArrayList<>();
        int most = gap.most();
        int best = most;
        for (int k = most; k >= 1; k--) {
            curve.add(0, new ClusterScore(k, gap.gap(k), gap.objective(k)));
            if (k < most && gap.gap(k) >= gap.gap(k + 1) - gap.standardError(k + 1)) {
                best = k;
            }
        }
        return new ClusterCount(best, curve);
    }

    /**
     * The number of clusters that was chosen.
     *
     * @return the number
     */
    public int k() {
        return k;
    }

    /**
     * What was tried.
     *
     * @return each number with its silhouette or gap and its objective, rising
     */
    public List<ClusterScore> curve() {
        return curve;
    }
}
