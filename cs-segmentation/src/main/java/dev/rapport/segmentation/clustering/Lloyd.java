package dev.rapport.segmentation.clustering;

import java.util.Arrays;

/**
 * Lloyd's algorithm with the bounds of Hamerly: a point whose centre is certainly nearer than any other is not compared.
 *
 * <p>The result is that of the plain algorithm to the last bit. Both sum in the same order, and the bounds are widened by
 * more than rounding can have moved them, so a comparison is left out only where the plain algorithm would have decided as
 * it stands. Memory: three numbers and a label for each point, whatever k is.
 *
 * <p>References: Lloyd, Least squares quantization in PCM, IEEE Transactions on Information Theory 28(2), 1982,
 * doi:10.1109/TIT.1982.1056489; Hamerly, Making k-means even faster, SDM 2010, doi:10.1137/1.9781611972801.12.
 */
final class Lloyd {

    /** Where squares might lose bits to underflow, nothing is left out. */
    private static final double LEAST_BOUND = 1e-140;

    /** A look at its own centre alone must save so many comparisons with others, or it is left out for a while. */
    private static final double WORTH_IT = 5;

    private static final int TRY_AGAIN = 4;

    private final Points points;
    private final Chunks chunks;
    private final boolean bounded;
    private final int k;
    private final int columns;
    private final double[] centres;
    private final int[] labels;
    private final double[] upper;
    private final double[] lower;
    private final double wide;
    private final double narrow;
    private final double[] halfToNext;
    private final double[] moved;
    private final double[] moves;
    private final double[][] sums;
    private final int[][] counts;
    private final boolean[] changed;
    private final boolean[] idle;
    private boolean first = true;
    private boolean refilled;
    private int iterations;
    private boolean converged;
    private double objective;

    Lloyd(Points points, Chunks chunks, double[] centres, boolean bounded, double[] lower) {
        this.points = points;
        this.chunks = chunks;
        this.bounded = bounded;
        this.columns = points.columns();
        this.k = centres.length / columns;
        this.centres = centres;
        this.labels = new int[points.rows()];
        this.upper = bounded ? new double[points.rows()] : new double[0];
        this.lower = lower;
        double rounding = (columns + 8) * 0x1p-52;
        this.wide = 1 + rounding;
        this.narrow = 1 - rounding;
        this.halfToNext = new double[k];
        this.moved = new double[k];
        this.moves = new double[k];
        this.sums = new double[chunks.count()][k * columns];
        this.counts = new int[chunks.count()][k];
        this.changed = new boolean[chunks.count()];
        this.idle = new boolean[chunks.count()];
    }

    /** Runs until nothing moves, or so many times. */
    Lloyd run(int maxIterations) {
        while (!converged && iterations < maxIterations) {
            iterations++;
            assignAndSum();
            if (!first && !refilled && !anyChanged()) {
                converged = true;
                break;
            }
            update();
            first = false;
        }
        if (!converged) {
            assignAndSum();
        }
        objective = chunks.sum(this::distances);
        return this;
    }

    private boolean anyChanged() {
        for (boolean one : changed) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    private void assignAndSum() {
        if (bounded) {
            for (int a = 0; a < k; a++) {
                double least = Double.POSITIVE_INFINITY;
                for (int b = 0; b < k; b++) {
                    if (b != a) {
                        least = Math.min(
                                least, Points.squaredDistance(centres, a * columns, centres, b * columns, columns));
                    }
                }
                halfToNext[a] = Math.sqrt(least) / 2 * narrow;
            }
        }
        chunks.each((chunk, from, to) -> {
            if (!bounded || first) {
                assignAll(chunk, from, to);
            } else {
                assignBounded(chunk, from, to);
            }
            sum(chunk, from, to);
        });
    }

    private void assignAll(int chunk, int from, int to) {
        Comparison comparison = new Comparison();
        for (int row = from; row < to; row++) {
            comparison.add(row);
        }
        changed[chunk] = comparison.finish() || first;
    }

    private void assignBounded(int chunk, int from, int to) {
        Comparison comparison = new Comparison();
        boolean tightens = !idle[chunk] || iterations % TRY_AGAIN == 0;
        int tried = 0;
        int held = 0;
        for (int row = from; row < to; row++) {
            int label = labels[row];
            double above = (upper[row] + moved[label]) * wide;
            double below = (lower[row] - moves[label]) * (lower[row] > moves[label] ? narrow : wide);
            double certain = Math.max(below, halfToNext[label]);
            if (!(above * wide < certain && certain > LEAST_BOUND)) {
                tried++;
                above = tightens
                        ? Math.sqrt(points.squaredDistance(row, centres, label)) * wide
                        : Double.POSITIVE_INFINITY;
                if (!(above * wide < certain && certain > LEAST_BOUND)) {
                    comparison.add(row);
                    continue;
                }
                held++;
            }
            upper[row] = above;
            lower[row] = below;
        }
        if (tightens) {
            idle[chunk] = (double) held * k < WORTH_IT * tried;
        }
        changed[chunk] = comparison.finish();
    }

    /** Compares points with every centre, a block of them at a time; of equally near centres the first is taken. */
    private final class Comparison {
        private final Block block = new Block(points);
        private final double[] best = new double[Block.SIZE];
        private final double[] second = new double[Block.SIZE];
        private final double[] distances = new double[k * Block.SIZE];
        private boolean any;

        void add(int row) {
            block.add(row);
            if (block.isFull()) {
                compare();
            }
        }

        boolean finish() {
            compare();
            return any;
        }

        private void compare() {
            Arrays.fill(best, Double.POSITIVE_INFINITY);
            Arrays.fill(second, Double.POSITIVE_INFINITY);
            for (int centre = 0; centre < k; centre++) {
                block.from(centres, centre * columns, distances, centre * Block.SIZE);
                rank(centre * Block.SIZE);
            }
            for (int i = 0; i < block.count(); i++) {
                int row = block.row(i);
                int label = nearest(i, labels[row]);
                any |= labels[row] != label;
                labels[row] = label;
                if (bounded) {
                    upper[row] = Math.sqrt(best[i]) * wide;
                    lower[row] = Math.sqrt(second[i]) * narrow;
                }
            }
            block.clear();
        }

        /** The two least distances of each row. */
        private void rank(int from) {
            for (int i = 0; i < Block.SIZE; i++) {
                double distance = distances[from + i];
                second[i] = Math.min(second[i], Math.max(best[i], distance));
                best[i] = Math.min(best[i], distance);
            }
        }

        private int nearest(int i, int before) {
            if (second[i] > best[i] && distances[before * Block.SIZE + i] == best[i]) {
                return before;
            }
            int label = 0;
            while (distances[label * Block.SIZE + i] != best[i]) {
                label++;
            }
            return label;
        }
    }

    private void sum(int chunk, int from, int to) {
        double[] sum = sums[chunk];
        int[] count = counts[chunk];
        double[] values = points.values();
        Arrays.fill(sum, 0);
        Arrays.fill(count, 0);
        for (int row = from; row < to; row++) {
            int label = labels[row];
            count[label]++;
            int at = label * columns;
            int value = row * columns;
            for (int j = 0; j < columns; j++) {
                sum[at + j] += values[value + j];
            }
        }
    }

    private void update() {
        double[] before = centres.clone();
        double[] total = new double[k * columns];
        int[] size = new int[k];
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            for (int i = 0; i < total.length; i++) {
                total[i] += sums[chunk][i];
            }
            for (int centre = 0; centre < k; centre++) {
                size[centre] += counts[chunk][centre];
            }
        }
        boolean empty = false;
        for (int centre = 0; centre < k; centre++) {
            empty |= size[centre] == 0;
            for (int j = 0; j < columns && size[centre] > 0; j++) {
                centres[centre * columns + j] = total[centre * columns + j] / size[centre];
            }
        }
        refilled = empty;
        if (empty) {
            refill(size);
        }
        double most = 0;
        double next = 0;
        int furthest = -1;
        for (int centre = 0; centre < k; centre++) {
            moved[centre] =
                    Math.sqrt(Points.squaredDistance(before, centre * columns, centres, centre * columns, columns))
                            * wide;
            if (furthest < 0 || moved[centre] > most) {
                next = most;
                most = moved[centre];
                furthest = centre;
            } else if (moved[centre] > next) {
                next = moved[centre];
            }
        }
        for (int centre = 0; centre < k; centre++) {
            moves[centre] = (centre == furthest ? next : most) * wide;
        }
    }

    /** A centre that has lost all its points goes to the point that is furthest from its own. */
    private void refill(int[] size) {
        for (int centre = 0; centre < k; centre++) {
            if (size[centre] == 0) {
                int furthest = -1;
                double most = -1;
                for (int row = 0; row < points.rows(); row++) {
                    double distance = points.squaredDistance(row, centres, labels[row]);
                    if (distance > most) {
                        most = distance;
                        furthest = row;
                    }
                }
                System.arraycopy(points.values(), furthest * columns, centres, centre * columns, columns);
                size[labels[furthest]]--;
                labels[furthest] = centre;
                size[centre] = 1;
                if (bounded) {
                    upper[furthest] = Double.POSITIVE_INFINITY;
                    lower[furthest] = 0;
                }
            }
        }
    }

    private double distances(int from, int to) {
        double sum = 0;
        for (int row = from; row < to; row++) {
            sum += points.squaredDistance(row, centres, labels[row]);
        }
        return sum;
    }

    double[] centres() {
        return centres;
    }

    int[] labels() {
        return labels;
    }

    double objective() {
        return objective;
    }

    int iterations() {
        return iterations;
    }

    boolean converged() {
        return converged;
    }
}
