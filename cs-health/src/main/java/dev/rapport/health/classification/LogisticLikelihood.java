package dev.rapport.health.classification;

import dev.rapport.health.internal.Newton;
import dev.rapport.health.internal.Scaling;
import dev.rapport.health.regression.Covariance;
import dev.rapport.health.regression.Covariates;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The likelihood of yes and no given covariates: the intercept first, columns standardised. The information is the expected
 * one (Fisher's). Rows are read in blocks that stay in the cache, so that no second copy of the columns is needed.
 */
final class LogisticLikelihood implements Newton.Likelihood {

    private static final int BLOCK = 256;

    private final Covariates covariates;
    private final boolean[] yes;
    private final double @Nullable [] weights;
    private final double ridge;
    private final int size;
    private final double[] mean;
    private final double[] scale;
    private final double[][] block;
    private final double[] slope = new double[BLOCK];
    private final double[] weight = new double[BLOCK];

    /**
     * A likelihood.
     *
     * @param covariates  the columns
     * @param yes  the outcome of each row; not copied
     * @param weights  how much each row counts, or null for once; not copied
     * @param ridge  the strength of the penalty on standardised coefficients, not on the intercept
     */
    LogisticLikelihood(Covariates covariates, boolean[] yes, double @Nullable [] weights, double ridge) {
        this.covariates = covariates;
        this.yes = yes;
        this.weights = weights;
        this.ridge = ridge;
        this.size = covariates.size() + 1;
        this.mean = new double[size];
        this.scale = new double[size];
        this.block = new double[size][BLOCK];
        Arrays.fill(block[0], 1);
        scale[0] = 1;
        for (int j = 1; j < size; j++) {
            standardise(j);
        }
    }

    private double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    private void standardise(int column) {
        Scaling scaling = Scaling.of(yes.length, row -> covariates.value(row, column - 1), this::weight);
        mean[column] = scaling.mean();
        scale[column] = scaling.deviation();
    }

    @Override
    public double evaluate(double[] beta, double[] gradient, double[][] information) {
        Arrays.fill(gradient, 0);
        for (double[] line : information) {
            Arrays.fill(line, 0);
        }
        double value = 0;
        for (int from = 0; from < yes.length; from += BLOCK) {
            value += block(from, Math.min(BLOCK, yes.length - from), beta, gradient, information);
        }
        for (int j = 1; j < size; j++) {
            value -= ridge / 2 * beta[j] * beta[j];
            gradient[j] -= ridge * beta[j];
            information[j][j] += ridge;
        }
        return value;
    }

    private double block(int from, int count, double[] beta, double[] gradient, double[][] information) {
        double[] eta = new double[count];
        Arrays.fill(eta, beta[0]);
        for (int j = 1; j < size; j++) {
            double[] column = block[j];
            covariates.standardised(j - 1, from, count, mean[j], scale[j], column);
            double factor = beta[j];
            for (int i = 0; i < count; i++) {
                eta[i] += column[i] * factor;
            }
        }
        double value = 0;
        for (int i = 0; i < count; i++) {
            value += row(eta[i], yes[from + i], weight(from + i), i);
        }
        double[] weighted = eta;
        for (int j = 0; j < size; j++) {
            double[] column = block[j];
            for (int i = 0; i < count; i++) {
                weighted[i] = column[i] * weight[i];
            }
            gradient[j] += product(column, slope, count);
            for (int k = 0; k <= j; k++) {
                information[j][k] += product(weighted, block[k], count);
            }
        }
        return value;
    }

    /** The log-likelihood of a row; notes its slope and its information. */
    private double row(double eta, boolean isYes, double rowWeight, int at) {
        double tail = StrictMath.exp(-Math.abs(eta));
        double p = eta > 0 ? 1 / (1 + tail) : tail / (1 + tail);
        slope[at] = rowWeight * ((isYes ? 1 : 0) - p);
        weight[at] = rowWeight * (tail / ((1 + tail) * (1 + tail)));
        return -rowWeight * (Math.max(isYes ? -eta : eta, 0) + StrictMath.log1p(tail));
    }

    /** Four sums side by side, so that the processor need not wait for each addition. */
    private static double product(double[] a, double[] b, int count) {
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
     * Where to begin: the same probability for all.
     *
     * @return the parameters
     */
    double[] start() {
        double sum = 0;
        double total = 0;
        for (int row = 0; row < yes.length; row++) {
            sum += yes[row] ? weight(row) : 0;
            total += weight(row);
        }
        double[] start = new double[size];
        double share = sum / total;
        start[0] = StrictMath.log(share / (1 - share));
        return start;
    }

    /**
     * The log-likelihood without the penalty.
     *
     * @param value  the penalised one
     * @param beta  where
     * @return the value
     */
    double unpenalised(double value, double[] beta) {
        double penalty = 0;
        for (int j = 1; j < size; j++) {
            penalty += ridge / 2 * beta[j] * beta[j];
        }
        return value + penalty;
    }

    /**
     * The coefficients of the columns as they were given.
     *
     * @param beta  those of the standardised columns
     * @return intercept first
     */
    double[] unscaled(double[] beta) {
        double[] estimates = new double[size];
        estimates[0] = beta[0];
        for (int j = 1; j < size; j++) {
            estimates[j] = beta[j] / scale[j];
            estimates[0] -= estimates[j] * mean[j];
        }
        return estimates;
    }

    /**
     * The covariance of the coefficients of the columns as they were given.
     *
     * @param inverse  that of the standardised ones
     * @return the intercept first
     */
    Covariance covariance(double[][] inverse) {
        double[] toIntercept = new double[size];
        toIntercept[0] = 1;
        for (int j = 1; j < size; j++) {
            toIntercept[j] = -mean[j] / scale[j];
        }
        double[][] spread = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                if (i > 0 && j > 0) {
                    spread[i][j] = inverse[i][j];
                } else if (i == 0 && j == 0) {
                    for (int k = 0; k < size; k++) {
                        spread[0][0] += toIntercept[k] * product(inverse[k], toIntercept, size);
                    }
                } else {
                    spread[i][j] = product(inverse[Math.max(i, j)], toIntercept, size);
                }
            }
        }
        return Covariance.of(spread, scale);
    }
}
