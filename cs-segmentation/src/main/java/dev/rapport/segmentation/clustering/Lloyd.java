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

    /** What it takes to look at the bounds of a row, and at its own centre alone, in comparisons with one centre of many. */
    private static final double LOOK_AT_BOUNDS = 2;

    private static final double LOOK_AT_OWN = 5;

    /** For how many iterations a chunk does without bounds that save less than they take; twice as long each time. */
    private static final int PAUSE = 4;

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
    private final int[] pauses;
    private final int[] boundedFrom;
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
        this.pauses = new int[chunks.count()];
        this.boundedFrom = new int[chunks.count()];
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
            if (first || !bounded || iterations <= boundedFrom[chunk]) {
                assignAll(chunk, from, to);
            } else {
                assignBounded(chunk, from, to);
            }
            sum(chunk, from, to);
        });
    }

    private void assignAll(int chunk, int from, int to) {
        Comparison comparison = new Comparison(bounded && iterations >= boundedFrom[chunk]);
        comparison.compare(from, to);
        changed[chunk] = comparison.any || first;
    }

    private void assignBounded(int chunk, int from, int to) {
        Comparison comparison = new Comparison(true);
        int tried = 0;
        int compared = 0;
        for (int row = from; row < to; row++) {
            int label = labels[row];
            double above = (upper[row] + moved[label]) * wide;
            double below = (lower[row] - moves[label]) * (lower[row] > moves[label] ? narrow : wide);
            double certain = Math.max(below, halfToNext[label]);
            if (!(above * wide < certain && certain > LEAST_BOUND)) {
                tried++;
                above = Math.sqrt(points.squaredDistance(row, centres, label)) * wide;
                if (!(above * wide < certain && certain > LEAST_BOUND)) {
                    compared++;
                    comparison.add(row);
                    continue;
                }
            }
            upper[row] = above;
            lower[row] = below;
        }
        changed[chunk] = comparison.finish();
        double saved = (double) (to - from - compared) * k;
        if (saved < LOOK_AT_BOUNDS * (to - from) + LOOK_AT_OWN * tried) {
            pauses[chunk] = Math.max(PAUSE, 2 * pauses[chunk]);
            boundedFrom[chunk] = iterations + pauses[chunk];
        } else {
            pauses[chunk] = 0;
        }
    }

    /** Compares points with every centre, a block of them at a time; of equally near centres the first is taken. */
    private final class Comparison {
        private final Block block = new Block(points);
        private final double[] best = new double[Block.SIZE];
        private final double[] second = new double[Block.SIZE];
        private final double[][] distances = new double[k][Block.SIZE];
        private final boolean bounds;
        private boolean any;

        Comparison(boolean bounds) {
            this.bounds = bounds;
        }

        void add(int row) {
            block.add(row);
            if (block.isFull()) {
                compareAdded();
            }
        }

        void compare(int from, int to) {
            for (int row = from; row < to; row += Block.SIZE) {
                block.fill(row, to);
                compare();
            }
        }

        boolean finish() {
            compareAdded();
            return any;
        }

        private void compareAdded() {
            block.turn();
            compare();
            block.clear();
        }

        private void compare() {
            Arrays.fill(best, Double.POSITIVE_INFINITY);
            Arrays.fill(second, Double.POSITIVE_INFINITY);
            for (int centre = 0; centre < k; centre++) {
                block.from(centres, centre * columns, distances[centre]);
                rank(distances[centre], best, second);
            }
            for (int i = 0; i < block.count(); i++) {
                int row = block.row(i);
                int label = nearest(i, labels[row]);
                any |= labels[row] != label;
                labels[row] = label;
            }
            if (bounds) {
                roots(best, wide);
                roots(second, narrow);
                for (int i = 0; i < block.count(); i++) {
                    upper[block.row(i)] = best[i];
                    lower[block.row(i)] = second[i];
                }
            }
        }

        private int nearest(int i, int before) {
            if (second[i] > best[i] && distances[before][i] == best[i]) {
                return before;
            }
            int label = 0;
            while (distances[label][i] != best[i]) {
                label++;
            }
            return label;
        }
    }

    /** The two least distances of each row. */
    private static void rank(double[] distances, double[] best, double[] second) {
        for (int i = 0; i < Block.SIZE; i++) {
            double distance = distances[i];
            second[i] = Math.min(second[i], Math.max(best[i], distance));
            best[i] = Math.min(best[i], distance);
        }
    }

    private static void roots(double[] squares, double rounding) {
        for (int i = 0; i < Block.SIZE; i++) {
            squares[i] = Math.sqrt(squares[i]) * rounding;
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
            int j = 0;
            for (; j + 4 <= columns; j += 4) {
                sum[at + j] += values[value + j];
                sum[at + j + 1] += values[value + j + 1];
                sum[at + j + 2] += values[value + j + 2];
                sum[at + j + 3] += values[value + j + 3];
            }
            for (; j < columns; j++) {
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
