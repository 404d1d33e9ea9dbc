package dev.rapport.health.internal;

import dev.rapport.health.regression.Covariates;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The likelihood of yes and no given covariates: the intercept first, columns standardised. The information is the expected
 * one (Fisher's). Rows are read in blocks that stay in the cache, so that no second copy of the columns is needed.
 *
 * <p>This class is internal to Rapport and may change in any release.
 */
public final class BinomialLikelihood implements Newton.Likelihood {

    private static final int BLOCK = 256;

    private final Covariates covariates;
    private final boolean[] yes;
    private final double @Nullable [] weights;
    private final Link link;
    private final double ridge;
    private final int size;
    private final double[] mean;
    private final double[] scale;
    private final double[][] block;
    private final double[] slope = new double[BLOCK];
    private final double[] weight = new double[BLOCK];

    /** From the linear predictor to the probability. */
    public enum Link {
        /** {@code p = 1 / (1 + exp(-eta))}. */
        LOGIT {
            @Override
            double add(double eta, boolean yes, double weight, double[] slope, double[] information, int at) {
                double tail = StrictMath.exp(-Math.abs(eta));
                double p = eta > 0 ? 1 / (1 + tail) : tail / (1 + tail);
                slope[at] = weight * ((yes ? 1 : 0) - p);
                information[at] = weight * (tail / ((1 + tail) * (1 + tail)));
                double towards = yes ? -eta : eta;
                return -weight * (Math.max(towards, 0) + StrictMath.log1p(tail));
            }

            @Override
            public double probability(double eta) {
                return 1 / (1 + StrictMath.exp(-eta));
            }
        },
        /** {@code p = 1 - exp(-exp(eta))}: the coefficients of a proportional hazard in discrete time. */
        CLOGLOG {
            @Override
            double add(double eta, boolean yes, double weight, double[] slope, double[] information, int at) {
                double hazard = StrictMath.exp(eta);
                double p = -StrictMath.expm1(-hazard);
                double odds = hazard < 1e-300 ? 1 : hazard * StrictMath.exp(-hazard) / p;
                slope[at] = weight * (yes ? odds : -hazard);
                information[at] = weight * hazard * odds;
                return weight * (yes ? StrictMath.log(p) : -hazard);
            }

            @Override
            public double probability(double eta) {
                return -StrictMath.expm1(-StrictMath.exp(eta));
            }
        };

        /** The log-likelihood of a row; writes its slope and its expected information. */
        abstract double add(double eta, boolean yes, double weight, double[] slope, double[] information, int at);

        /**
         * The probability.
         *
         * @param eta  the linear predictor
         * @return 0 to 1
         */
        public abstract double probability(double eta);
    }

    /**
     * A likelihood.
     *
     * @param covariates  the columns
     * @param yes  the outcome of each row; not copied
     * @param weights  how much each row counts, or null for once; not copied
     * @param link  from the linear predictor to the probability
     * @param ridge  the strength of the penalty on standardised coefficients, not on the intercept
     */
    public BinomialLikelihood(
            Covariates covariates, boolean[] yes, double @Nullable [] weights, Link link, double ridge) {
        this.covariates = covariates;
        this.yes = yes;
        this.weights = weights;
        this.link = link;
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
            value += link.add(eta[i], yes[from + i], weight(from + i), slope, weight, i);
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
    public double[] start() {
        double sum = 0;
        double total = 0;
        for (int row = 0; row < yes.length; row++) {
            sum += yes[row] ? weight(row) : 0;
            total += weight(row);
        }
        double[] start = new double[size];
        double share = sum / total;
        start[0] = link == Link.LOGIT ? StrictMath.log(share / (1 - share)) : StrictMath.log(-StrictMath.log1p(-share));
        return start;
    }

    /**
     * The log-likelihood without the penalty.
     *
     * @param value  the penalised one
     * @param beta  where
     * @return the value
     */
    public double unpenalised(double value, double[] beta) {
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
    public double[] unscaled(double[] beta) {
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
     * @return a full symmetric matrix
     */
    public double[][] unscaled(double[][] inverse) {
        double[][] rows = new double[size][size];
        for (int j = 0; j < size; j++) {
            rows[j][j] = 1 / scale[j];
            rows[0][j] -= j == 0 ? 0 : mean[j] / scale[j];
        }
        double[][] covariance = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                double sum = 0;
                for (int k = 0; k < size; k++) {
                    for (int l = 0; l < size; l++) {
                        sum += rows[i][k] * inverse[k][l] * rows[j][l];
                    }
                }
                covariance[i][j] = sum;
            }
        }
        return covariance;
    }
}
