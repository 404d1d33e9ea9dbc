package dev.rapport.health.classification;

import dev.rapport.health.internal.Cholesky;
import dev.rapport.health.internal.Exponential;
import dev.rapport.health.internal.Newton;
import dev.rapport.health.internal.Products;
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
    private static final int MANY = 40_000;
    private static final int FEW = 10_000;
    private static final int ROUNDS = 6;
    private static final double NEAR = 1e-7;

    private final Covariates covariates;
    private final boolean[] yes;
    private final double @Nullable [] weights;
    private final double ridge;
    private final int size;
    private final double[] mean;
    private final double[] scale;
    private final int stride;
    private final double[][] block;
    private final double[] eta = new double[BLOCK];
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
        this.stride = 1;
        Arrays.fill(block[0], 1);
        scale[0] = 1;
        for (int j = 1; j < size; j++) {
            standardise(j);
        }
    }

    /** The likelihood of every so many-th block of another, standardised as that. */
    private LogisticLikelihood(LogisticLikelihood whole, int stride) {
        this.covariates = whole.covariates;
        this.yes = whole.yes;
        this.weights = whole.weights;
        this.ridge = whole.ridge / stride;
        this.size = whole.size;
        this.mean = whole.mean;
        this.scale = whole.scale;
        this.stride = stride;
        this.block = new double[size][BLOCK];
        Arrays.fill(block[0], 1);
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
        for (double[] line : information) {
            Arrays.fill(line, 0);
        }
        double value = pass(beta, gradient, information);
        for (int j = 1; j < size; j++) {
            information[j][j] += ridge;
        }
        return value;
    }

    /** The log-likelihood and its slope, without the information. */
    private double slope(double[] beta, double[] gradient) {
        return pass(beta, gradient, new double[0][]);
    }

    private double pass(double[] beta, double[] gradient, double[][] information) {
        Arrays.fill(gradient, 0);
        double value = 0;
        // In long, since the last step may lead beyond the largest int
        for (long from = 0; from < yes.length; from += (long) BLOCK * stride) {
            int first = (int) from;
            value += block(first, Math.min(BLOCK, yes.length - first), beta, gradient, information);
        }
        for (int j = 1; j < size; j++) {
            value -= ridge / 2 * beta[j] * beta[j];
            gradient[j] -= ridge * beta[j];
        }
        return value;
    }

    private double block(int from, int count, double[] beta, double[] gradient, double[][] information) {
        double[] eta = this.eta;
        Arrays.fill(eta, 0, count, beta[0]);
        for (int j = 1; j < size; j++) {
            double[] column = block[j];
            covariates.standardised(j - 1, from, count, mean[j], scale[j], column);
            double factor = beta[j];
            for (int i = 0; i < count; i++) {
                eta[i] += column[i] * factor;
            }
        }
        double value = rows(from, count);
        double[] weighted = eta;
        for (int j = 0; j < information.length; j++) {
            double[] column = block[j];
            for (int i = 0; i < count; i++) {
                weighted[i] = column[i] * weight[i];
            }
            // A few above the diagonal too, where that fills a group
            Products.addTo(information[j], Math.min(size, (j + 4) / 4 * 4), weighted, block, count);
        }
        Products.addTo(gradient, size, slope, block, count);
        return value;
    }

    /** The log-likelihood of the rows of a block, from their linear predictors; notes slopes and information. */
    private double rows(int from, int count) {
        double value = 0;
        // One logarithm of a product instead of one a row: no factor is above 2, so that 256 of them stay finite
        double product = 1;
        for (int i = 0; i < count; i++) {
            int row = from + i;
            double at = eta[i];
            boolean isYes = yes[row];
            double rowWeight = weight(row);
            double tail = Exponential.ofNegative(Math.abs(at));
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
        double share = total(true) / (total(true) + total(false));
        double[] start = new double[size];
        start[0] = StrictMath.log(share / (1 - share));
        return start;
    }

    /** The log-likelihood of the same probability for all. */
    double without() {
        double yeses = total(true);
        double noes = total(false);
        double all = yeses + noes;
        return yeses * StrictMath.log(yeses / all) + noes * StrictMath.log(noes / all);
    }

    private double total(boolean outcome) {
        double sum = 0;
        for (int row = 0; row < yes.length; row++) {
            sum += yes[row] == outcome ? weight(row) : 0;
        }
        return sum;
    }

    /**
     * Where to begin: of many rows, the maximum of a share of them (and of a larger share from there), from which
     * few steps lead to that of all.
     *
     * @param start  where else
     * @return the parameters
     */
    double[] warmStart(double[] start) {
        if (yes.length < MANY) {
            return start;
        }
        double[] at = start;
        for (int step = yes.length / FEW; step > 2; step /= 10) {
            LogisticLikelihood share = new LogisticLikelihood(this, step);
            Newton few = Newton.maximise(share, at);
            if (few.ending() != Newton.Ending.CONVERGED) {
                return start;
            }
            at = few.parameters();
            if (step / 10 <= 2) {
                return polished(at, Cholesky.of(few.information()), (double) yes.length / share.covered());
            }
        }
        return at;
    }

    private int covered() {
        int rows = 0;
        for (long from = 0; from < yes.length; from += (long) BLOCK * stride) {
            rows += (int) Math.min(BLOCK, yes.length - from);
        }
        return rows;
    }

    /**
     * Steps by the slope of all rows and the information of the last share of them, which is nearly that of all: each costs
     * a fraction of one with an information of its own.
     */
    private double[] polished(double[] begin, Cholesky ofShare, double times) {
        double[] at = begin.clone();
        double[] gradient = new double[size];
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            slope(at, gradient);
            double[] step = ofShare.solve(gradient);
            double longest = 0;
            for (int j = 0; j < size; j++) {
                step[j] /= times;
                longest = Math.max(longest, Math.abs(step[j]));
            }
            if (!(longest < before)) {
                return at;
            }
            for (int j = 0; j < size; j++) {
                at[j] += step[j];
            }
            if (longest < NEAR) {
                return at;
            }
            before = longest;
        }
        return at;
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
                        spread[0][0] += toIntercept[k] * Products.sum(inverse[k], toIntercept, size);
                    }
                } else {
                    spread[i][j] = Products.sum(inverse[Math.max(i, j)], toIntercept, size);
                }
            }
        }
        return Covariance.of(spread, scale);
    }
}
