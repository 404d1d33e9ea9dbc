package dev.rapport.segmentation.clustering;

import java.util.Arrays;

/** Swaps of medoids that are judged on all customers, where there is no room for a matrix. Not safe to share. */
final class WholeSwaps {

    private static final double BETTER = 1e-12;

    private final Dissimilarity dissimilarity;
    private final int[] medoids;
    private final int[] nearest;
    private final double[] first;
    private final double[] second;
    /** What it costs to do without each medoid. */
    private final double[] loss;

    private double sum;

    WholeSwaps(Dissimilarity dissimilarity, int[] medoids) {
        int n = dissimilarity.data().size();
        this.dissimilarity = dissimilarity;
        this.medoids = medoids.clone();
        this.nearest = new int[n];
        this.first = new double[n];
        this.second = new double[n];
        this.loss = new double[medoids.length];
        assign();
    }

    private void assign() {
        Arrays.fill(loss, 0);
        sum = 0;
        for (int row = 0; row < nearest.length; row++) {
            double least = Double.POSITIVE_INFINITY;
            double next = Double.POSITIVE_INFINITY;
            for (int m = 0; m < medoids.length; m++) {
                double distance = dissimilarity.between(row, medoids[m]);
                if (distance < least) {
                    next = least;
                    least = distance;
                    nearest[row] = m;
                } else if (distance < next) {
                    next = distance;
                }
            }
            first[row] = least;
            second[row] = next;
            sum += least;
            loss[nearest[row]] += next - least;
        }
    }

    /** The medoids after each candidate has taken the place of the medoid that makes it best, if that makes it better. */
    int[] tried(int[] candidates) {
        for (int candidate : candidates) {
            if (medoids.length > 1 && sum > 0) {
                tryOne(candidate);
            }
        }
        return medoids.clone();
    }

    private void tryOne(int candidate) {
        double[] change = loss.clone();
        double gain = 0;
        for (int row = 0; row < nearest.length; row++) {
            double distance = dissimilarity.between(row, candidate);
            if (distance < first[row]) {
                gain += distance - first[row];
                change[nearest[row]] += first[row] - second[row];
            } else if (distance < second[row]) {
                change[nearest[row]] += distance - second[row];
            }
        }
        int best = 0;
        for (int m = 1; m < change.length; m++) {
            best = change[m] < change[best] ? m : best;
        }
        if (gain + change[best] < -BETTER * sum) {
            medoids[best] = candidate;
            assign();
        }
    }
}
