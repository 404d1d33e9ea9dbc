package dev.rapport.health.warning.change;

/**
 * Run lengths of Brook and Evans, doi:10.1093/biomet/59.3.539: the statistic in cells, extrapolated to cells of no width.
 */
final class MarkovChain {

    private MarkovChain() {}

    static double cusum(double k, double h, double shift) {
        double coarse = cusum(k, h, shift, 60);
        double fine = cusum(k, h, shift, 120);
        return fine + (fine - coarse) / 3;
    }

    /** Cells around multiples of w, the first half as wide, as in the paper. */
    private static double cusum(double k, double h, double shift, int cells) {
        double width = 2 * h / (2 * cells - 1);
        double[][] matrix = new double[cells][cells];
        double[] right = new double[cells];
        for (int i = 0; i < cells; i++) {
            right[i] = 1;
            for (int j = 0; j < cells; j++) {
                double upper = Normal.cumulative((j - i + 0.5) * width + k - shift);
                double lower = j == 0 ? 0 : Normal.cumulative((j - i - 0.5) * width + k - shift);
                matrix[i][j] = (i == j ? 1 : 0) - (upper - lower);
            }
        }
        return LinearSystem.solve(matrix, right)[0];
    }
}
