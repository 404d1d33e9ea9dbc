package dev.rapport.segmentation.clustering;

/**
 * Moves of single points where Lloyd's steps have come to rest: a point goes to another cluster if the sum of squares falls,
 * the move of both centres reckoned in. What no such move improves, no step of Lloyd's improves either.
 *
 * <p>Reference: Hartigan and Wong, Algorithm AS 136, Applied Statistics 28(1), 1979, doi:10.2307/2346830; Telgarsky and
 * Vattani, Hartigan's method: k-means clustering without Voronoi, AISTATS 2010.
 */
final class Hartigan {

    private static final int MOST_ROUNDS = 100;
    private static final double BETTER = 1 - 1e-12;

    private final Points points;
    private final int columns;
    private final int k;
    private final double[] centres;
    private final int[] labels;
    private final int[] sizes;

    Hartigan(Points points, double[] centres, int[] labels) {
        this.points = points;
        this.columns = points.columns();
        this.k = centres.length / columns;
        this.centres = centres.clone();
        this.labels = labels.clone();
        this.sizes = new int[k];
        for (int label : labels) {
            sizes[label]++;
        }
    }

    /** Moves points until none gains, and says whether any moved. */
    boolean run() {
        boolean any = false;
        boolean moved = true;
        for (int round = 0; round < MOST_ROUNDS && moved; round++) {
            moved = false;
            for (int row = 0; row < labels.length; row++) {
                moved |= move(row);
            }
            any |= moved;
        }
        return any;
    }

    private boolean move(int row) {
        int own = labels[row];
        if (sizes[own] < 2) {
            return false;
        }
        double saved = points.squaredDistance(row, centres, own) * sizes[own] / (sizes[own] - 1);
        double least = saved * BETTER;
        int best = own;
        for (int centre = 0; centre < k; centre++) {
            if (centre != own) {
                double cost = points.squaredDistance(row, centres, centre) * sizes[centre] / (sizes[centre] + 1);
                if (cost < least) {
                    least = cost;
                    best = centre;
                }
            }
        }
        if (best == own) {
            return false;
        }
        for (int j = 0; j < columns; j++) {
            double value = points.get(row, j);
            int from = own * columns + j;
            int to = best * columns + j;
            centres[from] += (centres[from] - value) / (sizes[own] - 1);
            centres[to] += (value - centres[to]) / (sizes[best] + 1);
        }
        sizes[own]--;
        sizes[best]++;
        labels[row] = best;
        return true;
    }

    double[] centres() {
        return centres;
    }
}
