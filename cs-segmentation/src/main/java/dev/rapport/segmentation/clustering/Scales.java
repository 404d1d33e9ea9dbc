package dev.rapport.segmentation.clustering;

import java.util.Arrays;

/** What differences of numbers are divided by, for each attribute; 1 where there is no difference, and for texts. */
final class Scales {

    private Scales() {}

    static double[] none(ClusterData data) {
        double[] scales = new double[data.features().size()];
        Arrays.fill(scales, 1);
        return scales;
    }

    /** The greatest less the least value. */
    static double[] ranges(ClusterData data) {
        double[] scales = none(data);
        for (int j = 0; j < scales.length; j++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int row = 0; row < data.size() && !data.isCategory(j); row++) {
                double value = data.value(row, j);
                if (!Double.isNaN(value)) {
                    least = Math.min(least, value);
                    most = Math.max(most, value);
                }
            }
            if (most > least) {
                scales[j] = finite(most - least, data, j);
            }
        }
        return scales;
    }

    /** The standard deviation of the values there are, with n - 1. */
    static double[] deviations(ClusterData data) {
        double[] scales = none(data);
        for (int j = 0; j < scales.length; j++) {
            if (!data.isCategory(j)) {
                double variance = variance(data, j);
                if (variance > 0) {
                    scales[j] = finite(Math.sqrt(variance), data, j);
                }
            }
        }
        return scales;
    }

    /** Numbers less their means, in standard deviations. */
    static ClusterData standardised(ClusterData data) {
        double[] scales = deviations(data);
        int columns = scales.length;
        double[] values = data.values().clone();
        for (int j = 0; j < columns; j++) {
            double mean = mean(data, j);
            for (int at = j; at < values.length && !data.isCategory(j); at += columns) {
                values[at] = (values[at] - mean) / scales[j];
            }
        }
        return data.with(values);
    }

    private static double finite(double scale, ClusterData data, int j) {
        if (!Double.isFinite(scale)) {
            throw new IllegalArgumentException("attribute (" + data.features().get(j)
                    + ") must have values that are not so far apart.\nMaybe take its logarithm.");
        }
        return scale;
    }

    static double mean(ClusterData data, int j) {
        double sum = 0;
        int count = 0;
        for (int row = 0; row < data.size(); row++) {
            double value = data.value(row, j);
            if (!Double.isNaN(value)) {
                sum += value;
                count++;
            }
        }
        return sum / count;
    }

    /** 0 of a single value and where all are equal. */
    static double variance(ClusterData data, int j) {
        double mean = mean(data, j);
        double sum = 0;
        int count = 0;
        boolean differs = false;
        double first = Double.NaN;
        for (int row = 0; row < data.size(); row++) {
            double value = data.value(row, j);
            if (!Double.isNaN(value)) {
                first = count == 0 ? value : first;
                differs |= value != first;
                sum += (value - mean) * (value - mean);
                count++;
            }
        }
        return differs ? sum / (count - 1) : 0;
    }
}
