package dev.rapport.health.internal;

/**
 * Sums of products over columns, arranged so that the processor has several of them under way at once.
 *
 * <p>This class is internal to Rapport and may change in any release.
 */
public final class Products {

    private Products() {}

    /**
     * The sum of the products of two columns.
     *
     * @param a  one
     * @param b  the other
     * @param count  how many rows of both count
     * @return the sum
     */
    public static double sum(double[] a, double[] b, int count) {
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
     * Adds the sum of the products of a column with each of several others.
     *
     * @param sums  receives the sums
     * @param others  with how many columns
     * @param column  the column
     * @param columns  the others
     * @param count  how many rows count
     */
    public static void addTo(double[] sums, int others, double[] column, double[][] columns, int count) {
        int k = 0;
        for (; k + 3 < others; k += 4) {
            four(sums, k, column, columns, count);
        }
        for (; k < others; k++) {
            sums[k] += sum(column, columns[k], count);
        }
    }

    private static void four(double[] sums, int k, double[] a, double[][] columns, int count) {
        double[] b = columns[k];
        double[] c = columns[k + 1];
        double[] d = columns[k + 2];
        double[] e = columns[k + 3];
        double b0 = 0;
        double b1 = 0;
        double c0 = 0;
        double c1 = 0;
        double d0 = 0;
        double d1 = 0;
        double e0 = 0;
        double e1 = 0;
        int i = 0;
        for (; i + 1 < count; i += 2) {
            double even = a[i];
            double odd = a[i + 1];
            b0 += even * b[i];
            b1 += odd * b[i + 1];
            c0 += even * c[i];
            c1 += odd * c[i + 1];
            d0 += even * d[i];
            d1 += odd * d[i + 1];
            e0 += even * e[i];
            e1 += odd * e[i + 1];
        }
        if (i < count) {
            b0 += a[i] * b[i];
            c0 += a[i] * c[i];
            d0 += a[i] * d[i];
            e0 += a[i] * e[i];
        }
        sums[k] += b0 + b1;
        sums[k + 1] += c0 + c1;
        sums[k + 2] += d0 + d1;
        sums[k + 3] += e0 + e1;
    }
}
