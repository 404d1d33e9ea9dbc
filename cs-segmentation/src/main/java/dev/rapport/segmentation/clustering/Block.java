package dev.rapport.segmentation.clustering;

import java.util.Arrays;

/**
 * Some rows, column after column, so that distances from one centre are reckoned for several rows in one instruction. Each
 * is summed in the order of the columns, as {@link Points#squaredDistance} sums it, to the last bit.
 *
 * <p>Every column is an array of its own, and every loop begins at 0: a compiler that cannot tell whether an offset makes
 * two runs of one array overlap takes one number at a time.
 */
final class Block {

    /** So few that a block stays in the cache next to the core, so many that the ends of loops do not count. */
    static final int SIZE = 256;

    private final Points points;
    private final double[][] turned;
    private final int[] rows = new int[SIZE];
    private int count;

    Block(Points points) {
        this.points = points;
        this.turned = new double[points.columns()][SIZE];
    }

    void clear() {
        count = 0;
    }

    boolean isFull() {
        return count == SIZE;
    }

    int count() {
        return count;
    }

    int row(int i) {
        return rows[i];
    }

    void add(int row) {
        rows[count++] = row;
    }

    /** The rows from one to below another, as many as there is room for. */
    void fill(int from, int to) {
        count = Math.min(SIZE, to - from);
        double[] values = points.values();
        int columns = turned.length;
        for (int i = 0; i < count; i++) {
            rows[i] = from + i;
        }
        for (int j = 0; j < columns; j++) {
            double[] column = turned[j];
            for (int i = 0, at = from * columns + j; i < count; i++, at += columns) {
                column[i] = values[at];
            }
        }
    }

    /** Reads the columns of the rows that were added. */
    void turn() {
        double[] values = points.values();
        int columns = turned.length;
        for (int j = 0; j < columns; j++) {
            double[] column = turned[j];
            for (int i = 0; i < count; i++) {
                column[i] = values[rows[i] * columns + j];
            }
        }
    }

    /** The squared distances of the rows from a centre; behind the last row stands what does not count. */
    void from(double[] centres, int at, double[] sums) {
        Arrays.fill(sums, 0, SIZE, 0);
        int columns = turned.length;
        int j = 0;
        for (; j + 4 <= columns; j += 4) {
            addFour(j, centres, at + j, sums);
        }
        for (; j < columns; j++) {
            addOne(j, centres[at + j], sums);
        }
    }

    private void addFour(int j, double[] centres, int at, double[] sums) {
        double[] a = turned[j];
        double[] b = turned[j + 1];
        double[] c = turned[j + 2];
        double[] d = turned[j + 3];
        double toA = centres[at];
        double toB = centres[at + 1];
        double toC = centres[at + 2];
        double toD = centres[at + 3];
        for (int i = 0; i < SIZE; i++) {
            double p = a[i] - toA;
            double q = b[i] - toB;
            double r = c[i] - toC;
            double s = d[i] - toD;
            sums[i] = sums[i] + p * p + q * q + r * r + s * s;
        }
    }

    private void addOne(int j, double to, double[] sums) {
        double[] a = turned[j];
        for (int i = 0; i < SIZE; i++) {
            double p = a[i] - to;
            sums[i] += p * p;
        }
    }
}
