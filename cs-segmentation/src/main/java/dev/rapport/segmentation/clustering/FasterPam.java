package dev.rapport.segmentation.clustering;

import java.util.Arrays;

/**
 * Partitioning around medoids by eager swaps: every customer in turn is tried in place of every medoid at once, and the best
 * swap is taken as soon as it lowers the sum. It ends when no single swap does.
 *
 * <p>Time: n^2 for each round over the customers, whatever k is; memory: the matrix and five numbers a customer.
 *
 * <p>References: Schubert and Rousseeuw, Fast and eager k-medoids clustering: O(k) runtime improvement of the PAM, CLARA, and
 * CLARANS algorithms, Information Systems 101, 2021, doi:10.1016/j.is.2021.101804; Kaufman and Rousseeuw, Finding groups in
 * data, Wiley 1990, chapter 2, for the first medoids.
 */
final class FasterPam {

    /** What a swap must gain, as a share of what is added up, so that rounding cannot go round in circles. */
    private static final double GAIN = 1e-12;

    private final double[][] matrix;
    private final int n;
    private final int k;
    private final int[] medoids;
    private final boolean[] isMedoid;
    private final int[] nearest;
    private final int[] second;
    private final double[] toNearest;
    private final double[] toSecond;
    private final double[] loss;
    private int swaps;

    /** Begins with some medoids. */
    FasterPam(double[][] matrix, int[] first) {
        this.matrix = matrix;
        this.n = matrix.length;
        this.k = first.length;
        this.medoids = first.clone();
        this.isMedoid = new boolean[n];
        this.nearest = new int[n];
        this.second = new int[n];
        this.toNearest = new double[n];
        this.toSecond = new double[n];
        this.loss = new double[k];
        for (int medoid : medoids) {
            isMedoid[medoid] = true;
        }
        for (int row = 0; row < n; row++) {
            rank(row);
        }
        sumLosses();
    }

    /** The first medoids of Kaufman and Rousseeuw: each lowers the sum most. */
    static int[] build(double[][] matrix, int k) {
        int n = matrix.length;
        int[] medoids = new int[k];
        double[] nearest = new double[n];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        boolean[] taken = new boolean[n];
        for (int m = 0; m < k; m++) {
            double least = Double.POSITIVE_INFINITY;
            int best = -1;
            for (int candidate = 0; candidate < n; candidate++) {
                if (!taken[candidate]) {
                    double sum = 0;
                    double[] distances = matrix[candidate];
                    for (int row = 0; row < n; row++) {
                        sum += Math.min(nearest[row], distances[row]);
                    }
                    if (sum < least) {
                        least = sum;
                        best = candidate;
                    }
                }
            }
            taken[best] = true;
            medoids[m] = best;
            for (int row = 0; row < n; row++) {
                nearest[row] = Math.min(nearest[row], matrix[best][row]);
            }
        }
        return medoids;
    }

    /** Swaps until no swap lowers the sum. A single first medoid that was built is the best. */
    FasterPam run() {
        return run(0);
    }

    /** As above, trying the customers from some position on. */
    FasterPam run(int start) {
        if (k == 1) {
            return this;
        }
        double sum = sum();
        double[] change = new double[k];
        int since = 0;
        for (int candidate = start; k < n && since < n; candidate = candidate + 1 == n ? 0 : candidate + 1) {
            since++;
            if (!isMedoid[candidate]) {
                double gained = changes(candidate, change);
                int best = 0;
                for (int m = 1; m < k; m++) {
                    best = change[m] < change[best] ? m : best;
                }
                if (gained + change[best] < -GAIN * (sum + scale())) {
                    swap(best, candidate);
                    sum = sum();
                    since = 0;
                }
            }
        }
        return this;
    }

    /** What a candidate changes: by being there, and by each medoid that goes. */
    double changes(int candidate, double[] change) {
        System.arraycopy(loss, 0, change, 0, k);
        double[] distances = matrix[candidate];
        double gained = 0;
        for (int row = 0; row < n; row++) {
            double distance = distances[row];
            if (distance < toSecond[row]) {
                if (distance < toNearest[row]) {
                    gained += distance - toNearest[row];
                    change[nearest[row]] += toNearest[row] - toSecond[row];
                } else {
                    change[nearest[row]] += distance - toSecond[row];
                }
            }
        }
        return gained;
    }

    private void swap(int out, int in) {
        swaps++;
        isMedoid[medoids[out]] = false;
        isMedoid[in] = true;
        medoids[out] = in;
        double[] distances = matrix[in];
        for (int row = 0; row < n; row++) {
            double distance = distances[row];
            if (nearest[row] == out || second[row] == out) {
                rank(row);
            } else if (distance < toNearest[row]) {
                second[row] = nearest[row];
                toSecond[row] = toNearest[row];
                nearest[row] = out;
                toNearest[row] = distance;
            } else if (distance < toSecond[row]) {
                second[row] = out;
                toSecond[row] = distance;
            }
        }
        sumLosses();
    }

    private void rank(int row) {
        double least = Double.POSITIVE_INFINITY;
        double next = Double.POSITIVE_INFINITY;
        int first = 0;
        int other = 0;
        double[] distances = matrix[row];
        for (int m = 0; m < k; m++) {
            double distance = distances[medoids[m]];
            if (distance < least) {
                next = least;
                other = first;
                least = distance;
                first = m;
            } else if (distance < next) {
                next = distance;
                other = m;
            }
        }
        nearest[row] = first;
        second[row] = other;
        toNearest[row] = least;
        toSecond[row] = next;
    }

    /** The size of what is added up, by which its rounding goes. */
    private double scale() {
        double sum = 0;
        for (double one : loss) {
            sum += one;
        }
        return sum;
    }

    private void sumLosses() {
        Arrays.fill(loss, 0);
        for (int row = 0; row < n; row++) {
            loss[nearest[row]] += toSecond[row] - toNearest[row];
        }
    }

    /** The sum of the dissimilarities from the nearest medoids. */
    double sum() {
        double sum = 0;
        for (double distance : toNearest) {
            sum += distance;
        }
        return sum;
    }

    int[] medoids() {
        return medoids.clone();
    }

    int swaps() {
        return swaps;
    }
}
