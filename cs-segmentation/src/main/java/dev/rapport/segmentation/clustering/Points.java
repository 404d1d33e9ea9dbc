package dev.rapport.segmentation.clustering;

import static java.util.Objects.requireNonNull;

/**
 * Points in a space of numbers, row after row in one array: what k-means works on, without a copy. The caller must not
 * change the array while it is used.
 */
public final class Points {

    private final double[] values;
    private final int columns;
    private final int rows;

    private Points(double[] values, int columns) {
        this.values = values;
        this.columns = columns;
        this.rows = values.length / columns;
    }

    /**
     * Points that stand in an array, which is not copied.
     *
     * @param values  the coordinates, row after row, all finite
     * @param columns  the number of coordinates of a point, at least 1
     * @return the points
     * @throws IllegalArgumentException if the array is empty, does not hold whole rows, or has a value that is not finite
     */
    @SuppressWarnings("ArrayIdentity") // shared on purpose: a copy would double the memory
    public static Points of(double[] values, int columns) {
        requireNonNull(values, "values");
        if (columns < 1) {
            throw new IllegalArgumentException("columns (" + columns + ") must be at least 1.");
        }
        if (values.length == 0 || values.length % columns != 0) {
            throw new IllegalArgumentException("values must hold whole rows of " + columns
                    + " columns, at least one, was an array of " + values.length + ".");
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("values of row " + i / columns + ", column " + i % columns
                        + " must be finite, was " + values[i]
                        + ".\nMaybe leave rows without data out, or use k-prototypes or k-medoids, which take them.");
            }
        }
        return new Points(values, columns);
    }

    /**
     * The number of points.
     *
     * @return the number, at least 1
     */
    public int rows() {
        return rows;
    }

    /**
     * The number of coordinates.
     *
     * @return the number, at least 1
     */
    public int columns() {
        return columns;
    }

    /**
     * A coordinate.
     *
     * @param row  the point
     * @param column  which of its coordinates
     * @return the value
     */
    public double get(int row, int column) {
        return values[row * columns + column];
    }

    double[] values() {
        return values;
    }

    /** The squared distance of a point from a centre, summed in the order of the columns. */
    double squaredDistance(int row, double[] centres, int centre) {
        return squaredDistance(values, row * columns, centres, centre * columns, columns);
    }

    static double squaredDistance(double[] a, int aFrom, double[] b, int bFrom, int columns) {
        double sum = 0;
        for (int j = 0; j < columns; j++) {
            double difference = a[aFrom + j] - b[bFrom + j];
            sum += difference * difference;
        }
        return sum;
    }

    /** Says so if there are fewer that differ than clusters. */
    static void requireAtMost(int k, int distinct) {
        if (distinct < k) {
            throw new IllegalArgumentException("k (" + k
                    + ") must be at most the number of customers that differ from one another (" + distinct + ").");
        }
    }
}
