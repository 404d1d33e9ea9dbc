package dev.rapport.health.classification;

import dev.rapport.health.internal.Cholesky;
import dev.rapport.health.internal.Newton;
import dev.rapport.health.internal.Products;
import dev.rapport.health.internal.Scaling;
import dev.rapport.health.internal.SteadyMath;
import dev.rapport.health.regression.Covariance;
import dev.rapport.health.regression.Covariates;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The likelihood of yes and no given covariates: the intercept first, columns standardised. The information is the expected
 * one (Fisher's). Rows are read in blocks that stay in the cache, so that no second copy of the columns is needed.
 */
final class LogisticLikelihood implements Newton.Likelihood {

    private static final int BLOCK = Products.BLOCK;

    private final Covariates covariates;
    private final boolean[] yes;
    private final double @Nullable [] weights;
    private final double ridge;
    private final int size;
    private final int events;
    private final double yeses;
    private final double noes;
    /** Without the intercept. */
    private final double[] mean;

    private final double[] scale;
    private final int stride;
    private final double[][] block;
    private final double[] eta = new double[BLOCK];
    private final double[] slope = new double[BLOCK];
    private final double[] weight = new double[BLOCK];
    private final double[] factor;
    private final double[] sums;
    private final Products products = new Products();

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
        int events = 0;
        double yeses = 0;
        double noes = 0;
        for (int row = 0; row < yes.length; row++) {
            if (yes[row]) {
                events++;
                yeses += weight(row);
            } else {
                noes += weight(row);
            }
        }
        this.events = events;
        this.yeses = yeses;
        this.noes = noes;
        this.mean = new double[size - 1];
        this.scale = new double[size - 1];
        this.factor = new double[size - 1];
        this.sums = new double[size - 1];
        this.stride = 1;
        this.block = block(size);
        for (int j = 0; j < mean.length; j++) {
            int column = j;
            Scaling scaling = Scaling.of(
                    yes.length, (from, count, to) -> covariates.copy(column, from, count, to), weights);
            mean[j] = scaling.mean();
            scale[j] = scaling.deviation();
        }
    }

    /** The likelihood of every so many-th block of all rows, standardised as all. */
    LogisticLikelihood share(int stride) {
        return new LogisticLikelihood(this, stride);
    }

    private LogisticLikelihood(LogisticLikelihood whole, int stride) {
        this.covariates = whole.covariates;
        this.yes = whole.yes;
        this.weights = whole.weights;
        this.ridge = whole.ridge / stride;
        this.size = whole.size;
        this.events = whole.events;
        this.yeses = whole.yeses;
        this.noes = whole.noes;
        this.mean = whole.mean;
        this.scale = whole.scale;
        this.factor = new double[size - 1];
        this.sums = new double[size - 1];
        this.stride = stride;
        this.block = block(size);
    }

    private static double[][] block(int size) {
        double[][] block = new double[size][BLOCK];
        Arrays.fill(block[0], 1);
        return block;
    }

    /** How many rows there are, or of a share how many it has. */
    int rows() {
        int rows = 0;
        for (long from = 0; from < yes.length; from += (long) BLOCK * stride) {
            rows += (int) Math.min(BLOCK, yes.length - from);
        }
        return rows;
    }

    /** How many rows are yes, however heavy. */
    int events() {
        return events;
    }

    private double weight(int row) {
        return weights == null ? 1 : weights[row];
    }

    @Override
    public double evaluate(double[] beta, double[] gradient, double[][] information) {
        for (double[] line : information) {
            Arrays.fill(line, 0);
        }
        double value = pass(beta, gradient, information);
        for (int j = 1; j < size; j++) {
            information[j][j] += ridge;
        }
        return value;
    }

    /** The slope alone, which takes a third of the time. */
    void slope(double[] beta, double[] gradient) {
        pass(beta, gradient, new double[0][]);
    }

    private double pass(double[] beta, double[] gradient, double[][] information) {
        Arrays.fill(gradient, 0);
        Arrays.fill(sums, 0);
        for (int j = 1; j < size; j++) {
            factor[j - 1] = beta[j] / scale[j - 1];
        }
        double value = 0;
        // In long, since the last step may lead beyond the largest int
        for (long from = 0; from < yes.length; from += (long) BLOCK * stride) {
            int first = (int) from;
            value += block(first, Math.min(BLOCK, yes.length - first), beta, gradient, information);
        }
        for (int j = 1; j < size; j++) {
            value -= ridge / 2 * beta[j] * beta[j];
            gradient[j] = sums[j - 1] / scale[j - 1] - ridge * beta[j];
        }
        return value;
    }

    private double block(int from, int count, double[] beta, double[] gradient, double[][] information) {
        Arrays.fill(eta, 0, count, beta[0]);
        covariates.addPredictors(from, count, mean, factor, eta);
        double value = rows(from, count);
        for (int i = 0; i < count; i++) {
            gradient[0] += slope[i];
        }
        covariates.addSums(from, count, mean, slope, sums);
        for (int j = 0; j < information.length; j++) {
            double[] column = block[j];
            if (j > 0) {
                standardise(j - 1, from, count, column);
            }
            double[] weighted = eta;
            for (int i = 0; i < count; i++) {
                weighted[i] = column[i] * weight[i];
            }
            for (int k = 0; k <= j; k++) {
                information[j][k] += products.sum(weighted, block[k], count);
            }
        }
        return value;
    }

    private void standardise(int column, int from, int count, double[] to) {
        covariates.copy(column, from, count, to);
        double shift = mean[column];
        double divisor = scale[column];
        for (int i = 0; i < count; i++) {
            to[i] = (to[i] - shift) / divisor;
        }
    }

    /** The log-likelihood of the rows of a block, from their linear predictors; notes slopes and information. */
    private double rows(int from, int count) {
        double value = 0;
        // One logarithm of a product instead of one a row: no factor is above 2, so that those of a block stay finite
        double product = 1;
        for (int i = 0; i < count; i++) {
            int row = from + i;
            double at = eta[i];
            boolean isYes = yes[row];
            double rowWeight = weight(row);
            double tail = SteadyMath.exp(-Math.abs(at));
            double inverse = 1 / (1 + tail);
            double p = at > 0 ? inverse : tail * inverse;
            slope[i] = rowWeight * ((isYes ? 1 : 0) - p);
            weight[i] = rowWeight * (tail * inverse * inverse);
            value -= rowWeight * Math.max(isYes ? -at : at, 0);
            if (weights == null) {
                product *= 1 + tail;
            } else {
                value -= rowWeight * StrictMath.log1p(tail);
            }
        }
        return value - StrictMath.log(product);
    }

    /** The same probability for all. */
    double[] start() {
        double share = yeses / (yeses + noes);
        double[] start = new double[size];
        start[0] = StrictMath.log(share / (1 - share));
        return start;
    }

    /** The log-likelihood of the same probability for all. */
    double without() {
        double all = yeses + noes;
        return yeses * StrictMath.log(yeses / all) + noes * StrictMath.log(noes / all);
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
            estimates[j] = beta[j] / scale[j - 1];
            estimates[0] -= estimates[j] * mean[j - 1];
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
        double[] scales = new double[size];
        toIntercept[0] = 1;
        scales[0] = 1;
        for (int j = 1; j < size; j++) {
            toIntercept[j] = -mean[j - 1] / scale[j - 1];
            scales[j] = scale[j - 1];
        }
        double[][] spread = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                if (i > 0 && j > 0) {
                    spread[i][j] = inverse[i][j];
                } else if (i == 0 && j == 0) {
                    for (int k = 0; k < size; k++) {
                        spread[0][0] += toIntercept[k] * products.sum(inverse[k], toIntercept, size);
                    }
                } else {
                    spread[i][j] = products.sum(inverse[Math.max(i, j)], toIntercept, size);
                }
            }
        }
        return Covariance.of(spread, scales);
    }
}
