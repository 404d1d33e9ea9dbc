package dev.rapport.segmentation.clustering;

import java.util.Arrays;

/** One run of k-prototypes: Lloyd's steps from some first centres. */
final class Prototypes {

    private static final int MOST_ITERATIONS = 300;

    private final ClusterData data;
    private final double[] values;
    private final int columns;
    private final int k;
    private final double[] scales;
    private final double lambda;
    private final boolean[] category;
    private final double[] centres;
    private final int[] labels;
    private double cost;

    Prototypes(ClusterData data, double[] scales, double lambda, double[] centres) {
        this.data = data;
        this.values = data.values();
        this.columns = scales.length;
        this.k = centres.length / columns;
        this.scales = scales;
        this.lambda = lambda;
        this.centres = centres;
        this.category = new boolean[columns];
        for (int j = 0; j < columns; j++) {
            category[j] = data.isCategory(j);
        }
        this.labels = new int[data.size()];
        Arrays.fill(labels, -1);
    }

    Prototypes run() {
        boolean settled = !assign();
        for (int i = 0; i < MOST_ITERATIONS && !settled; i++) {
            boolean refilled = update();
            settled = !assign() && !refilled;
        }
        cost = 0;
        for (int row = 0; row < labels.length; row++) {
            cost += distance(row, labels[row]);
        }
        return this;
    }

    private boolean assign() {
        boolean any = false;
        for (int row = 0; row < labels.length; row++) {
            double least = Double.POSITIVE_INFINITY;
            int best = 0;
            for (int centre = 0; centre < k; centre++) {
                double distance = distance(row, centre);
                if (distance < least) {
                    least = distance;
                    best = centre;
                }
            }
            any |= labels[row] != best;
            labels[row] = best;
        }
        return any;
    }

    private double distance(int row, int centre) {
        double sum = 0;
        for (int j = 0; j < columns; j++) {
            double value = values[row * columns + j];
            double to = centres[centre * columns + j];
            if (!Double.isNaN(value) && !Double.isNaN(to)) {
                sum += ClusterMeasure.MIXED.part(category[j], value, to, scales[j], lambda);
            }
        }
        return sum;
    }

    /** Says whether a cluster was empty, and got the customer that is furthest from its own. */
    private boolean update() {
        int[] sizes = new int[k];
        for (int label : labels) {
            sizes[label]++;
        }
        for (int j = 0; j < columns; j++) {
            if (category[j]) {
                modes(j, sizes);
            } else {
                means(j, sizes);
            }
        }
        boolean refilled = false;
        for (int centre = 0; centre < k; centre++) {
            if (sizes[centre] == 0) {
                refilled |= refill(centre);
            }
        }
        return refilled;
    }

    private void means(int j, int[] sizes) {
        double[] sums = new double[k];
        int[] counts = new int[k];
        for (int row = 0; row < labels.length; row++) {
            double value = values[row * columns + j];
            if (!Double.isNaN(value)) {
                sums[labels[row]] += value;
                counts[labels[row]]++;
            }
        }
        for (int centre = 0; centre < k; centre++) {
            if (sizes[centre] > 0) {
                centres[centre * columns + j] = sums[centre] / counts[centre];
            }
        }
    }

    private void modes(int j, int[] sizes) {
        int levels = data.levels(j).size();
        int[] counts = new int[k * levels];
        for (int row = 0; row < labels.length; row++) {
            double value = values[row * columns + j];
            if (!Double.isNaN(value)) {
                counts[labels[row] * levels + (int) value]++;
            }
        }
        for (int centre = 0; centre < k; centre++) {
            if (sizes[centre] > 0) {
                int best = 0;
                for (int level = 1; level < levels; level++) {
                    best = counts[centre * levels + level] > counts[centre * levels + best] ? level : best;
                }
                centres[centre * columns + j] = counts[centre * levels + best] == 0 ? Double.NaN : best;
            }
        }
    }

    private boolean refill(int centre) {
        double most = 0;
        int furthest = -1;
        for (int row = 0; row < labels.length; row++) {
            double distance = distance(row, labels[row]);
            if (distance > most) {
                most = distance;
                furthest = row;
            }
        }
        if (furthest < 0) {
            return false;
        }
        System.arraycopy(values, furthest * columns, centres, centre * columns, columns);
        labels[furthest] = centre;
        return true;
    }

    /** What each customer costs if a centre goes. */
    void distancesWithout(int removed, double[] into) {
        for (int row = 0; row < labels.length; row++) {
            double least = Double.POSITIVE_INFINITY;
            for (int centre = 0; centre < k; centre++) {
                least = centre == removed ? least : Math.min(least, distance(row, centre));
            }
            into[row] = least;
        }
    }

    double[] centres() {
        return centres;
    }

    double cost() {
        return cost;
    }
}
