package dev.rapport.segmentation.clustering;

import java.util.Arrays;
import java.util.Optional;

/**
 * How much nearer customers are to their own cluster than to the next.
 *
 * <p>Formula: s(i) = (b - a) / max(a, b), a the mean dissimilarity of customer i from the others of its cluster, b the least
 * mean dissimilarity from those of another one; from -1 to 1, higher is better. The mean is over all customers. Edges: 0 of
 * a customer that is alone in its cluster, and where a and b are both 0; with fewer than two clusters that have customers
 * there is no silhouette. Time: n^2 dissimilarities; sampled, those of the sample alone.
 *
 * <p>Reference: Rousseeuw, Silhouettes, Journal of Computational and Applied Mathematics 20, 1987,
 * doi:10.1016/0377-0427(87)90125-7.
 */
public final class Silhouette {

    private final int[] rows;
    private final double[] widths;
    private final double mean;
    private final double standardError;
    private final double[] byCluster;

    private Silhouette(int[] rows, double[] widths, int[] labels, int k) {
        this.rows = rows;
        this.widths = widths;
        double sum = 0;
        double[] sums = new double[k];
        int[] counts = new int[k];
        for (int i = 0; i < widths.length; i++) {
            sum += widths[i];
            sums[labels[rows[i]]] += widths[i];
            counts[labels[rows[i]]]++;
        }
        for (int label = 0; label < k; label++) {
            sums[label] /= counts[label];
        }
        this.mean = sum / widths.length;
        this.standardError = error(widths, mean, labels.length);
        this.byCluster = sums;
    }

    private static double error(double[] widths, double mean, int customers) {
        double squares = 0;
        for (double width : widths) {
            squares += (width - mean) * (width - mean);
        }
        double drawn = widths.length;
        return Math.sqrt(squares / (drawn - 1) / drawn * (1 - drawn / customers));
    }

    /**
     * The silhouette of all customers, in the dissimilarity of the method.
     *
     * @param clustering  the clusters
     * @return the silhouette; empty with fewer than two clusters
     */
    public static Optional<Silhouette> of(Clustering clustering) {
        int[] all = new int[clustering.data().size()];
        Arrays.setAll(all, row -> row);
        return of(clustering.dissimilarity()::between, all, clustering.labels(), clustering.k());
    }

    /**
     * The silhouette of a sample of the customers, among themselves.
     *
     * @param clustering  the clusters
     * @param most  how many customers are drawn, at least 2
     * @param seed  what the random numbers begin with
     * @return the silhouette; empty if the sample has fewer than two clusters
     */
    public static Optional<Silhouette> sampled(Clustering clustering, int most, long seed) {
        if (most < 2) {
            throw new IllegalArgumentException("most (" + most + ") must be at least 2.");
        }
        int size = clustering.data().size();
        int[] rows = SplitMix.of(seed, 0).sample(size, Math.min(size, most));
        return of(clustering.dissimilarity()::between, rows, clustering.labels(), clustering.k());
    }

    /**
     * The silhouette of any assignment.
     *
     * @param dissimilarity  how unlike customers are
     * @param labels  the cluster of each customer, from 0
     * @return the silhouette; empty with fewer than two clusters
     */
    public static Optional<Silhouette> of(Dissimilarity dissimilarity, int... labels) {
        if (labels.length != dissimilarity.data().size()) {
            throw new IllegalArgumentException("labels must be as many as the customers ("
                    + dissimilarity.data().size() + "), was " + labels.length + ".");
        }
        int[] all = new int[labels.length];
        Arrays.setAll(all, row -> row);
        int k = Arrays.stream(labels).max().orElse(0) + 1;
        return of(dissimilarity::between, all, labels.clone(), k);
    }

    private static Optional<Silhouette> of(Seeding.Pairs pairs, int[] rows, int[] labels, int k) {
        int[] sizes = new int[k];
        for (int row : rows) {
            sizes[labels[row]]++;
        }
        if (Arrays.stream(sizes).filter(size -> size > 0).count() < 2) {
            return Optional.empty();
        }
        double[] widths = new double[rows.length];
        double[] sums = new double[k];
        for (int i = 0; i < rows.length; i++) {
            Arrays.fill(sums, 0);
            for (int j = 0; j < rows.length; j++) {
                if (i != j) {
                    sums[labels[rows[j]]] += pairs.between(rows[i], rows[j]);
                }
            }
            widths[i] = width(sums, sizes, labels[rows[i]]);
        }
        return Optional.of(new Silhouette(rows, widths, labels, k));
    }

    private static double width(double[] sums, int[] sizes, int own) {
        if (sizes[own] == 1) {
            return 0;
        }
        double a = sums[own] / (sizes[own] - 1);
        double b = Double.POSITIVE_INFINITY;
        for (int label = 0; label < sums.length; label++) {
            if (label != own && sizes[label] > 0) {
                b = Math.min(b, sums[label] / sizes[label]);
            }
        }
        return a == b ? 0 : (b - a) / Math.max(a, b);
    }

    /**
     * The mean over all customers.
     *
     * @return from -1 to 1
     */
    public double mean() {
        return mean;
    }

    /**
     * How far the mean of a sample is from that of all customers, as a standard error: the deviation of the widths (with n - 1)
     * over the root of the size of the sample m, times the root of 1 - m / n. It tells what the choice of customers does; that
     * the widths of a sample rest on distances within the sample adds a little of the order of 1 / m.
     *
     * @return the error; 0 of all customers
     */
    public double standardError() {
        return standardError;
    }

    /**
     * The mean over a cluster.
     *
     * @param label  the position of the cluster
     * @return from -1 to 1; NaN if none of its customers is in the sample
     */
    public double ofCluster(int label) {
        return byCluster[label];
    }

    /**
     * How many customers it is of.
     *
     * @return all, or the size of the sample
     */
    public int size() {
        return widths.length;
    }

    /**
     * One of the customers.
     *
     * @param i  the position among those it is of
     * @return the position of the customer in the data
     */
    public int row(int i) {
        return rows[i];
    }

    /**
     * The width of a customer.
     *
     * @param i  the position among those it is of
     * @return from -1 to 1
     */
    public double width(int i) {
        return widths[i];
    }
}
