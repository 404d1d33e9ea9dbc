package dev.rapport.health.regression;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How the errors of coefficients go together. Kept as standard errors and correlations, which stay finite where a variance
 * would not. Immutable.
 */
public final class Covariance {

    private final double[] errors;
    private final double[][] correlations;

    private Covariance(double[] errors, double[][] correlations) {
        this.errors = errors;
        this.correlations = correlations;
    }

    /**
     * A covariance.
     *
     * @param errors  the standard error of each coefficient, at least 0
     * @param correlations  for each coefficient its correlations with those before it: rows of 0, 1, 2, ... numbers
     *     between -1 and 1
     * @return the covariance
     */
    public static Covariance of(double[] errors, double[][] correlations) {
        if (correlations.length != errors.length) {
            throw new IllegalArgumentException("correlations must have a row for each of the " + errors.length
                    + " errors, had " + correlations.length + ".");
        }
        double[][] copy = new double[errors.length][];
        for (int i = 0; i < errors.length; i++) {
            if (!(errors[i] >= 0)) {
                throw new IllegalArgumentException("errors[" + i + "] (" + errors[i] + ") must be at least 0.");
            }
            if (correlations[i].length != i) {
                throw new IllegalArgumentException("correlations[" + i + "] must have a number for each of the " + i
                        + " coefficients before it, had " + correlations[i].length + ".");
            }
            copy[i] = correlations[i].clone();
            for (double correlation : copy[i]) {
                if (!(correlation >= -1 && correlation <= 1)) {
                    throw new IllegalArgumentException(
                            "correlations[" + i + "] must be between -1 and 1, had " + correlation + ".");
                }
            }
        }
        return new Covariance(errors.clone(), copy);
    }

    /**
     * The covariance of coefficients in units of their own, from that of standardised ones.
     *
     * @param spread  a symmetric square of variances and covariances
     * @param scale  what each coefficient is divided by, above 0
     * @return the covariance
     */
    public static Covariance of(double[][] spread, double[] scale) {
        double[] errors = new double[scale.length];
        double[][] correlations = new double[scale.length][];
        for (int i = 0; i < scale.length; i++) {
            double deviation = Math.sqrt(Math.max(0, spread[i][i]));
            errors[i] = deviation / scale[i];
            correlations[i] = new double[i];
            for (int j = 0; j < i; j++) {
                double product = deviation * Math.sqrt(Math.max(0, spread[j][j]));
                double correlation = product > 0 ? spread[i][j] / product : 0;
                correlations[i][j] = Math.max(-1, Math.min(1, correlation));
            }
        }
        return of(errors, correlations);
    }

    /**
     * The number of coefficients.
     *
     * @return at least 0
     */
    public int size() {
        return errors.length;
    }

    /**
     * The standard error of a coefficient.
     *
     * @param i  which
     * @return at least 0
     */
    public double error(int i) {
        return errors[i];
    }

    /**
     * The correlation of the errors of two coefficients.
     *
     * @param i  one
     * @param j  the other
     * @return between -1 and 1
     */
    public double correlation(int i, int j) {
        return i == j ? 1 : i > j ? correlations[i][j] : correlations[j][i];
    }

    /**
     * The covariance of two coefficients.
     *
     * @param i  one
     * @param j  the other; the same for its variance
     * @return the covariance
     */
    public double at(int i, int j) {
        return errors[i] * correlation(i, j) * errors[j];
    }

    /**
     * The standard error of a combination of the coefficients, such as a linear predictor.
     *
     * @param weights  how often each coefficient counts
     * @return at least 0
     */
    public double errorOf(double... weights) {
        if (weights.length != errors.length) {
            throw new IllegalArgumentException("weights must be one for each of the " + errors.length
                    + " coefficients, were " + weights.length + ".");
        }
        double sum = 0;
        for (int i = 0; i < errors.length; i++) {
            for (int j = 0; j < errors.length; j++) {
                sum += weights[i] * errors[i] * correlation(i, j) * (weights[j] * errors[j]);
            }
        }
        return Math.sqrt(Math.max(0, sum));
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Covariance other
                && Arrays.equals(errors, other.errors)
                && Arrays.deepEquals(correlations, other.correlations);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(errors) + Arrays.deepHashCode(correlations);
    }

    /** The errors. */
    @Override
    public String toString() {
        return Arrays.toString(errors);
    }
}
