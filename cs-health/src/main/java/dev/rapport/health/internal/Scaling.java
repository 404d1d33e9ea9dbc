package dev.rapport.health.internal;

import java.util.function.IntToDoubleFunction;

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
