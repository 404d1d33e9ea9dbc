package dev.rapport.health.internal;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Mean and standard deviation of a column, with which it is standardised before a fit. Columns of any scale come out alike,
 * also where the square of a value is beyond doubles.
 *
 * <p>This class is internal to Rapport and may change in any release.
 *
 * @param mean  the weighted mean
 * @param deviation  the weighted standard deviation; 1 for a column that does not vary
 */
public record Scaling(double mean, double deviation) {

    /** Above this share of the squares about a first guess of the mean, those about the mean itself lose two digits. */
    private static final double CANCELS = 0.01;

    private static final double SMALL = 1e-280;

    /** A column that can be read in parts. */
    @FunctionalInterface
    public interface Column {

        /**
         * Copies a part of the column.
         *
         * @param from  the first row
         * @param count  how many rows
         * @param to  receives the values from its beginning on
         */
        void copy(int from, int count, double[] to);
    }

    /**
     * The scaling of a column, read once: the mean of its first values is a guess from which deviations are summed. A
     * column for which that loses accuracy is read again.
     *
     * @param count  how many rows
     * @param column  the column
     * @param weights  the weight of each row, or null for 1
     * @return its scaling
     */
    public static Scaling of(int count, Column column, double @Nullable [] weights) {
        double[] values = new double[Products.BLOCK];
        double[] weight = new double[Products.BLOCK];
        Arrays.fill(weight, 1);
        double[] sums = new double[Products.BLOCK];
        double[] squares = new double[Products.BLOCK];
        double total = weights == null ? count : 0;
        double guess = 0;
        int part;
        for (int from = 0; from < count; from += part) {
            part = Math.min(Products.BLOCK, count - from);
            column.copy(from, part, values);
            if (weights != null) {
                System.arraycopy(weights, from, weight, 0, part);
                total += Arrays.stream(weight, 0, part).sum();
            }
            if (from == 0) {
                guess = Arrays.stream(values, 0, part).sum() / part;
            }
            for (int i = 0; i < part; i++) {
                double away = values[i] - guess;
                double weighted = away * weight[i];
                sums[i] += weighted;
                squares[i] += weighted * away;
            }
        }
        double moved = Arrays.stream(sums).sum() / total;
        double mean = Arrays.stream(squares).sum() / total;
        double variance = mean - moved * moved;
        if (variance > CANCELS * mean && variance > SMALL && variance < 1 / SMALL) {
            return new Scaling(guess + moved, Math.sqrt(variance));
        }
        double[] all = new double[count];
        column.copy(0, count, all);
        return of(count, row -> all[row], weights == null ? row -> 1 : row -> weights[row]);
    }

    /**
     * The scaling of a column.
     *
     * @param count  how many rows
     * @param value  the value of a row
     * @param weight  the weight of a row
     * @return its scaling
     */
    public static Scaling of(int count, IntToDoubleFunction value, IntToDoubleFunction weight) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < count; i++) {
            sum += weight.applyAsDouble(i) * value.applyAsDouble(i);
            total += weight.applyAsDouble(i);
        }
        double mean = sum / total;
        double farthest = 0;
        for (int i = 0; i < count; i++) {
            farthest = Math.max(farthest, Math.abs(value.applyAsDouble(i) - mean));
        }
        if (!(farthest > 0)) {
            return new Scaling(mean, 1);
        }
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double away = (value.applyAsDouble(i) - mean) / farthest;
            squares += weight.applyAsDouble(i) * away * away;
        }
        return new Scaling(mean, farthest * Math.sqrt(squares / total));
    }
}
