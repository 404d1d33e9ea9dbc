package dev.rapport.health.estimate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A weighted sum of the means of samples that may share clusters, with its variance.
 *
 * <p><strong>Formula.</strong> The value is {@code sum_k a[k] m[k]} over the samples {@code k}. Its variance is {@code
 * sum_c (sum_k a[k] e[c,k] / n[k] / sqrt(1 - w[c,k]))^2} over the clusters {@code c}, where {@code e[c,k]} is the sum of the
 * deviations of cluster {@code c}'s observations from {@code m[k]} and {@code w[c,k]} the cluster's share in the {@code
 * n[k]} observations of sample {@code k}: the bias-reduced linearisation. The degrees of freedom are Satterthwaite's for
 * independent observations of equal variance, {@code trace(Q)^2 / trace(Q Q)} with {@code Q[c,c] = sum_k a[k]^2 w[c,k] / n[k]}
 * and, of two clusters, {@code Q[c,d] = -sum_k a[k]^2 v[c,k] v[d,k] / n[k]}, {@code v = w / sqrt(1 - w)}.
 *
 * <p><strong>Units.</strong> The value has the unit of the observations times that of the weights, the variance its square.
 *
 * <p><strong>Edges.</strong> With one observation a cluster the variance of one mean is {@code s^2 / n} and the degrees of
 * freedom {@code n - 1}, as if there were no clusters; with clusters of equal size they are one less than there are clusters,
 * with unequal ones fewer. A sample of one cluster has no variance: callers ask for two.
 *
 * <p><strong>Algorithm.</strong> One pass over the clusters; the double sum over pairs of clusters falls into squares of sums.
 *
 * <p><strong>Reference.</strong> R. M. Bell, D. F. McCaffrey, Bias Reduction in Standard Errors for Linear Regression with
 * Multi-Stage Samples, Survey Methodology 28 (2002) 169-181; G. W. Imbens, M. Kolesar, Robust Standard Errors in Small
 * Samples, Review of Economics and Statistics 98 (2016), doi:10.1162/REST_a_00552.
 *
 * @param value  the weighted sum
 * @param variance  its variance
 * @param degreesOfFreedom  those of the variance
 */
record ClusterRobust(double value, double variance, double degreesOfFreedom) {

    static ClusterRobust ofMean(ClusteredSample sample) {
        return of(List.of(sample), new double[] {1});
    }

    /** The second mean less the first. */
    static ClusterRobust ofDifference(ClusteredSample first, ClusteredSample second) {
        return of(List.of(first, second), new double[] {-1, 1});
    }

    static ClusterRobust of(List<ClusteredSample> samples, double[] weights) {
        int count = samples.size();
        double value = 0;
        double trace = 0;
        Map<String, Double> deviations = new TreeMap<>();
        Map<String, Double> diagonal = new TreeMap<>();
        double[][] products = new double[count][count];
        double[][] productsOfSquares = new double[count][count];
        for (int k = 0; k < count; k++) {
            ClusteredSample sample = samples.get(k);
            double n = sample.observations();
            value += weights[k] * sample.mean();
            trace += weights[k] * weights[k] / n;
            double weight = weights[k];
            sample.byName().forEach((name, cluster) -> {
                double share = cluster.observations() / n;
                double deviation = cluster.sum() - cluster.observations() * sample.mean();
                deviations.merge(name, weight * deviation / n / Math.sqrt(1 - share), Double::sum);
                diagonal.merge(name, weight * weight * share / n, Double::sum);
            });
            for (int l = 0; l <= k; l++) {
                addPairs(sample, samples.get(l), k, l, products, productsOfSquares);
            }
        }
        double norm = squares(diagonal);
        for (int k = 0; k < count; k++) {
            for (int l = 0; l <= k; l++) {
                double factor = weights[k]
                        * weights[k]
                        / samples.get(k).observations()
                        * (weights[l] * weights[l] / samples.get(l).observations());
                double pairs = products[k][l] * products[k][l] - productsOfSquares[k][l];
                norm += (k == l ? 1 : 2) * factor * pairs;
            }
        }
        return new ClusterRobust(value, squares(deviations), trace * trace / norm);
    }

    private static void addPairs(
            ClusteredSample a, ClusteredSample b, int k, int l, double[][] products, double[][] productsOfSquares) {
        Map<String, Double> ofB = new HashMap<>();
        b.byName().forEach((name, cluster) -> ofB.put(name, leverage(cluster, b)));
        a.byName().forEach((name, cluster) -> {
            Double other = ofB.get(name);
            if (other != null) {
                double product = leverage(cluster, a) * other;
                products[k][l] += product;
                productsOfSquares[k][l] += product * product;
            }
        });
    }

    private static double leverage(ClusteredSample.Cluster cluster, ClusteredSample sample) {
        double share = (double) cluster.observations() / sample.observations();
        return share / Math.sqrt(1 - share);
    }

    private static double squares(Map<String, Double> values) {
        double sum = 0;
        for (double value : values.values()) {
            sum += value * value;
        }
        return sum;
    }
}
