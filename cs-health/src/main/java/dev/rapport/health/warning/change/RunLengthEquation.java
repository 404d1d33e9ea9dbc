package dev.rapport.health.warning.change;

/**
 * The integral equation of average run lengths.
 *
 * <p>A chart's statistic is a Markov process; from a statistic s it lasts on average {@code L(s)} observations until it
 * leaves the region in which the chart is silent.
 *
 * <p><strong>Formula.</strong> {@code L(s) = 1 + P(reset | s) L(0) + integral of L(u) p(u | s) du} over the region, where
 * p is the density of the next statistic and P(reset) the probability that a one-sided chart falls back to 0.
 *
 * <p><strong>Units.</strong> Observations; statistics are in the unit of the chart.
 *
 * <p><strong>Edges.</strong> At least 1. Run lengths beyond about 1e13 lose digits, as 1 is then lost beside them.
 *
 * <p><strong>Algorithm.</strong> Nystroem: the integral by Gauss and Legendre, the equations at its nodes solved
 * directly. The kernels are analytic, so the error falls faster than any power of the number of nodes; with the numbers
 * that the charts choose it is below 1e-11 of the result.
 *
 * <p><strong>Reference.</strong> E. S. Page, "Continuous inspection schemes", Biometrika 41 (1954),
 * doi:10.1093/biomet/41.1-2.100; S. V. Crowder, "A simple method for studying run-length distributions of exponentially
 * weighted moving average charts", Technometrics 29 (1987), doi:10.1080/00401706.1987.10488267.
 */
final class RunLengthEquation {

    /** The density of the next statistic u after s. */
    @FunctionalInterface
    interface Transition {
        double density(double s, double u);
    }

    /** The probability that the next statistic after s is 0. */
    @FunctionalInterface
    interface Reset {
        double probability(double s);
    }

    private RunLengthEquation() {}

    /** L(0) where the statistic falls back to 0 and must not exceed a threshold. */
    static double fromReset(double threshold, int nodes, Transition transition, Reset reset) {
        Quadrature quadrature = new Quadrature(nodes, 0, threshold);
        int size = nodes + 1;
        double[][] matrix = new double[size][size];
        double[] right = new double[size];
        for (int i = 0; i < size; i++) {
            double s = i == 0 ? 0 : quadrature.nodes[i - 1];
            right[i] = 1;
            matrix[i][0] = -reset.probability(s);
            for (int j = 1; j < size; j++) {
                matrix[i][j] = -quadrature.weights[j - 1] * transition.density(s, quadrature.nodes[j - 1]);
            }
            matrix[i][i] += 1;
        }
        return LinearSystem.solve(matrix, right)[0];
    }

    /** L(0) where the statistic moves freely between two thresholds. */
    static double between(double threshold, int nodes, Transition transition) {
        Quadrature quadrature = new Quadrature(nodes, -threshold, threshold);
        double[][] matrix = new double[nodes][nodes];
        double[] right = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            right[i] = 1;
            for (int j = 0; j < nodes; j++) {
                matrix[i][j] = -quadrature.weights[j] * transition.density(quadrature.nodes[i], quadrature.nodes[j]);
            }
            matrix[i][i] += 1;
        }
        double[] lengths = LinearSystem.solve(matrix, right);
        double length = 1;
        for (int j = 0; j < nodes; j++) {
            length += quadrature.weights[j] * transition.density(0, quadrature.nodes[j]) * lengths[j];
        }
        return length;
    }
}
