package dev.rapport.health.internal;

/**
 * Sums of products over rows. A whole block of rows is summed in lanes, each a loop over its own part, which the compiler
 * turns into vector instructions; a plain loop of sums it may not, since that would change their order. The order is always
 * the same, so that the sums are. Keeps the lanes between two sums; mutable, for one thread.
 *
 * <p>This class is internal to Rapport and may change in any release.
 */
public final class Products {

    private static final int LANES = 128;
    /** How many rows a block has. */
    public static final int BLOCK = 4 * LANES;

    private final double[] lanes = new double[LANES];

    /** Sums of nothing yet. */
    public Products() {}

    /**
     * The sum of the products of two columns.
     *
     * @param a  one
     * @param b  the other
     * @param count  how many rows of both count, quickest if a block
     * @return the sum
     */
    public double sum(double[] a, double[] b, int count) {
        if (count == BLOCK) {
            multiply(a, b);
            return sumOfLanes();
        }
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            s0 += a[i] * b[i];
            s1 += a[i + 1] * b[i + 1];
            s2 += a[i + 2] * b[i + 2];
            s3 += a[i + 3] * b[i + 3];
        }
        for (; i < count; i++) {
            s0 += a[i] * b[i];
        }
        return s0 + s1 + (s2 + s3);
    }

    /**
     * The sum of the products of numbers with a moved part of a column.
     *
     * @param a  the numbers
     * @param column  the column
     * @param from  where its part begins
     * @param shift  is subtracted from its values
     * @param count  how many rows count, quickest if a block
     * @return the sum of {@code a[i] (column[from + i] - shift)}
     */
    public double sum(double[] a, double[] column, int from, double shift, int count) {
        if (count == BLOCK) {
            multiply(a, column, from, shift);
            return sumOfLanes();
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += a[i] * (column[from + i] - shift);
        }
        return sum;
    }

    private void multiply(double[] a, double[] b) {
        double[] lanes = this.lanes;
        for (int l = 0; l < LANES; l++) {
            lanes[l] = a[l] * b[l]
                    + a[l + LANES] * b[l + LANES]
                    + (a[l + 2 * LANES] * b[l + 2 * LANES] + a[l + 3 * LANES] * b[l + 3 * LANES]);
        }
    }

    private void multiply(double[] a, double[] column, int from, double shift) {
        double[] lanes = this.lanes;
        for (int l = 0; l < LANES; l++) {
            lanes[l] = a[l] * (column[from + l] - shift)
                    + a[l + LANES] * (column[from + l + LANES] - shift)
                    + (a[l + 2 * LANES] * (column[from + l + 2 * LANES] - shift)
                            + a[l + 3 * LANES] * (column[from + l + 3 * LANES] - shift));
        }
    }

    private double sumOfLanes() {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        double s4 = 0;
        double s5 = 0;
        double s6 = 0;
        double s7 = 0;
        for (int l = 0; l < LANES; l += 8) {
            s0 += lanes[l];
            s1 += lanes[l + 1];
            s2 += lanes[l + 2];
            s3 += lanes[l + 3];
            s4 += lanes[l + 4];
            s5 += lanes[l + 5];
            s6 += lanes[l + 6];
            s7 += lanes[l + 7];
        }
        return s0 + s1 + (s2 + s3) + (s4 + s5 + (s6 + s7));
    }
}
