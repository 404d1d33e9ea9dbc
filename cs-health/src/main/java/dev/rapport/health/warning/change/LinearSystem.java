package dev.rapport.health.warning.change;

/** Solves systems of linear equations by Gaussian elimination with the largest pivot of each column. */
final class LinearSystem {

    private LinearSystem() {}

    /**
     * Solves {@code matrix * x = right}; both arrays are used up.
     *
     * @return {@code right}, which now holds x
     * @throws ArithmeticException if the matrix has no inverse
     */
    static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                pivot = Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column]) ? row : pivot;
            }
            swap(matrix, right, column, pivot);
            double[] top = matrix[column];
            if (top[column] == 0) {
                throw new ArithmeticException("the system of equations has no unique solution.");
            }
            for (int row = column + 1; row < size; row++) {
                double[] below = matrix[row];
                double factor = below[column] / top[column];
                if (factor != 0) {
                    for (int i = column + 1; i < size; i++) {
                        below[i] -= factor * top[i];
                    }
                    right[row] -= factor * right[column];
                }
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            double sum = right[row];
            for (int i = row + 1; i < size; i++) {
                sum -= matrix[row][i] * right[i];
            }
            right[row] = sum / matrix[row][row];
        }
        return right;
    }

    private static void swap(double[][] matrix, double[] right, int a, int b) {
        double[] row = matrix[a];
        matrix[a] = matrix[b];
        matrix[b] = row;
        double value = right[a];
        right[a] = right[b];
        right[b] = value;
    }
}
