package dev.rapport.examples.segmentstudy;

import dev.rapport.segmentation.clustering.ClusterData;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The two directions in which customers differ most; texts count by their ten most frequent values, what is missing as mean. */
final class PrincipalDirections {

    private static final int MOST_LEVELS = 10;
    private static final int STEPS = 300;

    private final double[] first;
    private final double[] second;
    private final double share;

    private PrincipalDirections(double[] first, double[] second, double share) {
        this.first = first;
        this.second = second;
        this.share = share;
    }

    static PrincipalDirections of(ClusterData data) {
        List<double[]> columns = columns(data);
        int width = columns.size();
        double[][] covariance = new double[width][width];
        double total = 0;
        for (int a = 0; a < width; a++) {
            for (int b = 0; b < width; b++) {
                for (int row = 0; row < data.size(); row++) {
                    covariance[a][b] += columns.get(a)[row] * columns.get(b)[row];
                }
            }
            total += covariance[a][a];
        }
        double[] one = direction(covariance);
        double strong = strength(covariance, one);
        for (int a = 0; a < width; a++) {
            for (int b = 0; b < width; b++) {
                covariance[a][b] -= strong * one[a] * one[b];
            }
        }
        double[] two = direction(covariance);
        double weaker = strength(covariance, two);
        return new PrincipalDirections(
                along(columns, one, data.size()),
                along(columns, two, data.size()),
                total > 0 ? (strong + weaker) / total : 1);
    }

    private static List<double[]> columns(ClusterData data) {
        List<double[]> columns = new ArrayList<>();
        for (int j = 0; j < data.features().size(); j++) {
            if (data.features().get(j).isCategory()) {
                int levels = data.levels(j).size();
                int[] counts = new int[levels];
                for (int row = 0; row < data.size(); row++) {
                    if (!Double.isNaN(data.value(row, j))) {
                        counts[(int) data.value(row, j)]++;
                    }
                }
                int[] sorted = counts.clone();
                Arrays.sort(sorted);
                int least = sorted[Math.max(0, levels - MOST_LEVELS)];
                for (int level = 0; level < levels; level++) {
                    if (counts[level] >= least) {
                        columns.add(standardised(data, j, level));
                    }
                }
            } else {
                columns.add(standardised(data, j, -1));
            }
        }
        return columns;
    }

    private static double[] standardised(ClusterData data, int j, int level) {
        double[] column = new double[data.size()];
        double sum = 0;
        int count = 0;
        for (int row = 0; row < column.length; row++) {
            double value = data.value(row, j);
            column[row] = level < 0 || Double.isNaN(value) ? value : value == level ? 1 : 0;
            if (!Double.isNaN(value)) {
                sum += column[row];
                count++;
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (int row = 0; row < column.length; row++) {
            column[row] = Double.isNaN(column[row]) ? 0 : column[row] - mean;
            squares += column[row] * column[row];
        }
        double deviation = squares > 0 ? Math.sqrt(squares / column.length) : 1;
        for (int row = 0; row < column.length; row++) {
            column[row] /= deviation;
        }
        return column;
    }

    /** By power iteration, which need not be exact to draw a map. */
    private static double[] direction(double[][] matrix) {
        double[] vector = new double[matrix.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = 1 + i % 3 * 0.5;
        }
        for (int step = 0; step < STEPS; step++) {
            double[] next = new double[vector.length];
            double length = 0;
            for (int a = 0; a < vector.length; a++) {
                for (int b = 0; b < vector.length; b++) {
                    next[a] += matrix[a][b] * vector[b];
                }
                length += next[a] * next[a];
            }
            if (!(length > 0)) {
                return new double[vector.length];
            }
            for (int a = 0; a < vector.length; a++) {
                vector[a] = next[a] / Math.sqrt(length);
            }
        }
        return vector;
    }

    private static double strength(double[][] matrix, double[] vector) {
        double sum = 0;
        for (int a = 0; a < vector.length; a++) {
            for (int b = 0; b < vector.length; b++) {
                sum += vector[a] * matrix[a][b] * vector[b];
            }
        }
        return sum;
    }

    private static double[] along(List<double[]> columns, double[] direction, int rows) {
        double[] along = new double[rows];
        for (int j = 0; j < direction.length; j++) {
            for (int row = 0; row < rows; row++) {
                along[row] += direction[j] * columns.get(j)[row];
            }
        }
        return along;
    }

    double first(int row) {
        return first[row];
    }

    double second(int row) {
        return second[row];
    }

    /** How much of the variance they show. */
    String words() {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }
}
