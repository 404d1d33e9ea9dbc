package dev.rapport.engagement.experiment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A weighted sum of the means of several samples whose rows come in clusters; a cluster may be in several samples.
 *
 * <p><strong>Formula.</strong> {@code d = sum_k a[k] m[k]}. With the share {@code w[c,k]} of cluster {@code c} in the {@code
 * n[k]} rows of sample {@code k} and the sum {@code e[c,k]} of its deviations from {@code m[k]}, the bias-reduced variance is
 * {@code sum_c (sum_k a[k] e[c,k] / n[k] / sqrt(1 - w[c,k]))^2}; the usual one is without the root and times {@code G / (G - 1)
 * (N - 1) / (N - K)}; the jackknife is {@code (G - 1) / G sum_c (d[-c] - d)^2}. The degrees of freedom of the bias-reduced one
 * are {@code trace(Q)^2 / trace(Q Q)} with {@code Q[c,c] = sum_k a[k]^2 w[c,k] / n[k]} and {@code Q[b,c] = -sum_k a[k]^2 v[b,k]
 * v[c,k] / n[k]}, {@code v = w / sqrt(1 - w)}: Satterthwaite's, for rows of equal variance.
 *
 * <p><strong>Units.</strong> That of the rows times that of the weights; the variance its square.
 *
 * <p><strong>Edges.</strong> With one row a cluster and two samples: Welch's standard error. A sample of one cluster has no
 * variance: callers ask for at least two.
 *
 * <p><strong>Algorithm.</strong> One pass over the rows, one over the clusters for each pair of samples.
 *
 * <p><strong>Reference.</strong> See {@link ClusterErrors}.
 */
final class ClusteredContrast {

    /** Spread that is no more than rounding, as a share of the largest number. */
    private static final double ROUNDING = 1e-12;

    /** The share of their number that clusters must be worth in clusters of equal size ... */
    private static final double LEAST_SHARE = 0.7;

    /** ... unless they are worth so many. */
    private static final double ENOUGH = 10;

    private final double[] weights;
    private final double[] sums;
    private final double[] counts;
    private final double[][] clusterSums;
    private final double[][] clusterCounts;
    private final double largest;

    private ClusteredContrast(double[] weights, Map<String, double[][]> clusters, double largest) {
        this.weights = weights;
        this.largest = largest;
        this.sums = new double[weights.length];
        this.counts = new double[weights.length];
        this.clusterSums = new double[clusters.size()][];
        this.clusterCounts = new double[clusters.size()][];
        int c = 0;
        for (double[][] cluster : clusters.values()) {
            clusterSums[c] = cluster[0];
            clusterCounts[c] = cluster[1];
            for (int k = 0; k < weights.length; k++) {
                sums[k] += cluster[0][k];
                counts[k] += cluster[1][k];
            }
            c++;
        }
    }

    /** Gathers rows. Mutable, for one thread. */
    static final class Rows {

        private final int samples;
        private final Map<String, double[][]> clusters = new LinkedHashMap<>();
        private double largest;

        Rows(int samples) {
            this.samples = samples;
        }

        void add(String cluster, int sample, double value) {
            double[][] ours = clusters.computeIfAbsent(cluster, name -> new double[2][samples]);
            ours[0][sample] += value;
            ours[1][sample]++;
            largest = Math.max(largest, Math.abs(value));
        }

        ClusteredContrast weighted(double... weights) {
            return new ClusteredContrast(weights, clusters, largest);
        }
    }

    /** In how many clusters a sample is. */
    int clustersOf(int sample) {
        return (int)
                Arrays.stream(clusterCounts).filter(cluster -> cluster[sample] > 0).count();
    }

    /** The least number of clusters that any sample is in. */
    int leastClusters() {
        int least = Integer.MAX_VALUE;
        for (int k = 0; k < weights.length; k++) {
            least = Math.min(least, clustersOf(k));
        }
        return least;
    }

    double mean(int sample) {
        return sums[sample] / counts[sample];
    }

    double value() {
        double value = 0;
        for (int k = 0; k < weights.length; k++) {
            value += weights[k] * mean(k);
        }
        return value;
    }

    /** How many clusters of equal size a sample is worth. */
    private double effectiveClusters(int sample) {
        double squares = 0;
        for (int c = 0; c < clusterCounts.length; c++) {
            squares += share(c, sample) * share(c, sample);
        }
        return 1 / squares;
    }

    /** Whether a few clusters outweigh the others of a sample, so that simulated intervals hold the truth too rarely. */
    private boolean isLopsided(int sample) {
        double effective = effectiveClusters(sample);
        return effective < ENOUGH && effective < LEAST_SHARE * clustersOf(sample);
    }

    /** The effect; refused where a few clusters outweigh the others of a sample. */
    Effect effect(EffectMethod method, ClusterErrors errors, Judgement judgement) {
        for (int k = 0; k < weights.length; k++) {
            if (isLopsided(k)) {
                return new Effect.Refused(
                        method,
                        "a few clusters outweigh the others: the " + clustersOf(k) + " of one side are worth "
                                + BigDecimal.valueOf(effectiveClusters(k)).setScale(1, RoundingMode.HALF_EVEN)
                                + " of equal size");
            }
        }
        Spread spread = spread(errors);
        return spread.standardError() <= ROUNDING * largest
                ? new Effect.Refused(method, "the outcome is alike, or changes alike, in all clusters of a side")
                : Effect.Measured.student(method, spread, judgement);
    }

    Spread spread(ClusterErrors errors) {
        return switch (errors) {
            case CLUSTERED -> new Spread(value(), Math.sqrt(usual()), Double.POSITIVE_INFINITY);
            case BIAS_REDUCED -> new Spread(value(), Math.sqrt(squares(true)), degreesOfFreedom());
            case JACKKNIFE -> new Spread(value(), Math.sqrt(jackknife()), clusterSums.length - 1.0);
        };
    }

    private double usual() {
        double g = clusterSums.length;
        double n = Arrays.stream(counts).sum();
        return squares(false) * g / (g - 1) * (n - 1) / (n - weights.length);
    }

    private double squares(boolean isReduced) {
        double variance = 0;
        for (int c = 0; c < clusterSums.length; c++) {
            double sum = 0;
            for (int k = 0; k < weights.length; k++) {
                double deviation = clusterSums[c][k] - clusterCounts[c][k] * mean(k);
                double rest = isReduced ? Math.sqrt(1 - share(c, k)) : 1;
                sum += clusterCounts[c][k] == 0 ? 0 : weights[k] * deviation / counts[k] / rest;
            }
            variance += sum * sum;
        }
        return variance;
    }

    private double jackknife() {
        double value = value();
        double sum = 0;
        for (int c = 0; c < clusterSums.length; c++) {
            double without = 0;
            for (int k = 0; k < weights.length; k++) {
                without += weights[k] * (sums[k] - clusterSums[c][k]) / (counts[k] - clusterCounts[c][k]);
            }
            sum += (without - value) * (without - value);
        }
        return sum * (clusterSums.length - 1) / clusterSums.length;
    }

    private double degreesOfFreedom() {
        double trace = 0;
        double norm = 0;
        for (double[] cluster : clusterCounts) {
            double diagonal = 0;
            for (int k = 0; k < weights.length; k++) {
                diagonal += factor(k) * cluster[k] / counts[k];
            }
            norm += diagonal * diagonal;
        }
        for (int k = 0; k < weights.length; k++) {
            trace += factor(k);
            for (int l = 0; l < weights.length; l++) {
                norm += factor(k) * factor(l) * pairs(k, l);
            }
        }
        return trace * trace / norm;
    }

    private double factor(int k) {
        return weights[k] * weights[k] / counts[k];
    }

    /** The sum over pairs of different clusters. */
    private double pairs(int k, int l) {
        double products = 0;
        double squares = 0;
        for (int c = 0; c < clusterCounts.length; c++) {
            if (clusterCounts[c][k] > 0 && clusterCounts[c][l] > 0) {
                double product = leverage(c, k) * leverage(c, l);
                products += product;
                squares += product * product;
            }
        }
        return products * products - squares;
    }

    private double share(int c, int k) {
        return clusterCounts[c][k] / counts[k];
    }

    private double leverage(int c, int k) {
        return share(c, k) / Math.sqrt(1 - share(c, k));
    }
}
