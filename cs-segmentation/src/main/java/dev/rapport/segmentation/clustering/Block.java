package dev.rapport.segmentation.clustering;

import java.util.Arrays;

/**
 * Some rows, column after column, so that distances from one centre are reckoned for several rows in one instruction. Each
 * is summed in the order of the columns, as {@link Points#squaredDistance} sums it, to the last bit.
 */
final class Block {

    static final int SIZE = 128;

    private final Points points;
    private final int columns;
    private final double[] turned;
    private final int[] rows = new int[SIZE];
    private int count;

    Block(Points points) {
        this.points = points;
        this.columns = points.columns();
        this.turned = new double[columns * SIZE];
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
        double[] values = points.values();
        int at = row * columns;
        int to = count;
        for (int j = 0; j < columns; j++) {
            turned[to] = values[at + j];
            to += SIZE;
        }
        rows[count++] = row;
    }

    /** The squared distances of the rows from a centre. */
    void from(double[] centres, int at, double[] sums, int to) {
        int j = 0;
        if (columns >= 4) {
            first(sums, to, centres[at], centres[at + 1], centres[at + 2], centres[at + 3]);
            j = 4;
        } else {
            Arrays.fill(sums, to, to + SIZE, 0);
        }
        for (; j + 4 <= columns; j += 4) {
            add(sums, to, j * SIZE, centres[at + j], centres[at + j + 1], centres[at + j + 2], centres[at + j + 3]);
        }
        for (; j < columns; j++) {
            add(sums, to, j * SIZE, centres[at + j]);
        }
    }

    private void first(double[] sums, int to, double a, double b, double c, double d) {
        double[] x = turned;
        for (int i = 0; i < SIZE; i++) {
            double p = x[i] - a;
            double q = x[SIZE + i] - b;
            double r = x[2 * SIZE + i] - c;
            double s = x[3 * SIZE + i] - d;
            sums[to + i] = p * p + q * q + r * r + s * s;
        }
    }

    private void add(double[] sums, int to, int from, double a, double b, double c, double d) {
        double[] x = turned;
        for (int i = 0; i < SIZE; i++) {
            double p = x[from + i] - a;
            double q = x[from + SIZE + i] - b;
            double r = x[from + 2 * SIZE + i] - c;
            double s = x[from + 3 * SIZE + i] - d;
            sums[to + i] = sums[to + i] + p * p + q * q + r * r + s * s;
        }
    }

    private void add(double[] sums, int to, int from, double a) {
        double[] x = turned;
        for (int i = 0; i < SIZE; i++) {
            double p = x[from + i] - a;
            sums[to + i] += p * p;
        }
    }
}
