package dev.rapport.health.internal;

/**
 * The Cholesky factor L of a symmetric positive definite matrix, A = L L'. A pivot that is tiny beside the diagonal
 * element it came from marks a column that depends on those before it.
 *
 * <p>This class is internal to Rapport and may change in any release.
 */
public final class Cholesky {

    /** Below this share of its diagonal element a pivot counts as zero. */
    private static final double TOLERANCE = 1e-11;

    private final double[][] lower;
    private final int dependent;

    private Cholesky(double[][] lower, int dependent) {
        this.lower = lower;
        this.dependent = dependent;
    }

    /**
     * Factors a matrix.
     *
     * @param matrix  symmetric; only the lower triangle is read, nothing is written
     * @return the factor
     */
    public static Cholesky of(double[][] matrix) {
        int size = matrix.length;
        double[][] lower = new double[size][];
        for (int i = 0; i < size; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                if (j < i) {
                    lower[i][j] = sum / lower[j][j];
                } else if (!(sum > TOLERANCE * matrix[i][i])) {
                    return new Cholesky(lower, i);
                } else {
                    lower[i][i] = Math.sqrt(sum);
                }
            }
        }
        return new Cholesky(lower, -1);
    }

    /**
     * The first column that depends on those before it, or is not finite.
     *
     * @return its index; -1 if the matrix is positive definite
     */
    public int dependent() {
        return dependent;
    }

    /**
     * Solves A x = b.
     *
     * @param b  the right side
     * @return x
     */
    public double[] solve(double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < x.length; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= lower[i][k] * x[k];
            }
            x[i] /= lower[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < x.length; k++) {
                x[i] -= lower[k][i] * x[k];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    /**
     * The inverse of the matrix.
     *
     * @return a full symmetric matrix
     */
    public double[][] inverse() {
        int size = lower.length;
        double[][] inverse = new double[size][];
        for (int i = 0; i < size; i++) {
            double[] unit = new double[size];
            unit[i] = 1;
            inverse[i] = solve(unit);
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (inverse[i][j] + inverse[j][i]) / 2;
                inverse[i][j] = mean;
                inverse[j][i] = mean;
            }
        }
        return inverse;
    }
}
