package dev.rapport.health.survival;

import dev.rapport.health.internal.Newton;
import dev.rapport.health.internal.Scaling;
import dev.rapport.health.regression.Covariance;
import dev.rapport.health.regression.Covariates;
import java.util.Arrays;

/**
 * The likelihood of leaving or staying in every period watched: levels of spans first, then standardised columns. The
 * information is the expected one (Fisher's).
 */
final class DiscreteHazardLikelihood implements Newton.Likelihood {

    /** By span: how often (weighted) somebody was watched, and left. */
    final double[] watched;

    final double[] left;
    private final SurvivalData data;
    private final HazardLink link;
    private final int[] first;
    private final int columns;
    /** Row-major, standardised. */
    private final double[] x;

    private final double[] mean;
    private final double[] scale;

    DiscreteHazardLikelihood(SurvivalData data, Covariates covariates, HazardLink link, int[] first) {
        this.data = data;
        this.link = link;
        this.first = first;
        this.columns = covariates.size();
        this.x = new double[data.size() * columns];
        this.mean = new double[columns];
        this.scale = new double[columns];
        this.watched = new double[first.length];
        this.left = new double[first.length];
        for (int j = 0; j < columns; j++) {
            int column = j;
            Scaling scaling = Scaling.of(data.size(), row -> covariates.value(row, column), data::weight);
            mean[j] = scaling.mean();
            scale[j] = scaling.deviation();
            for (int row = 0; row < data.size(); row++) {
                x[row * columns + j] = (covariates.value(row, j) - mean[j]) / scale[j];
            }
        }
        for (int row = 0; row < data.size(); row++) {
            for (int span = 0; span < first.length; span++) {
                watched[span] += data.weight(row) * periods(row, span);
            }
            if (data.event(row)) {
                left[spanOf((int) data.stop(row))] += data.weight(row);
            }
        }
    }

    private int spanOf(int period) {
        int found = Arrays.binarySearch(first, period);
        return found >= 0 ? found : -found - 2;
    }

    /** In how many periods of a span a row was watched. */
    private int periods(int row, int span) {
        int from = Math.max(first[span], (int) data.start(row) + 1);
        int to = span + 1 < first.length ? Math.min(first[span + 1] - 1, (int) data.stop(row)) : (int) data.stop(row);
        return Math.max(0, to - from + 1);
    }

    /** Levels without covariates: the shares that left. */
    double[] start() {
        double[] start = new double[first.length + columns];
        for (int span = 0; span < first.length; span++) {
            start[span] = link.of(left[span] / watched[span]);
        }
        return start;
    }

    @Override
    public double evaluate(double[] at, double[] gradient, double[][] information) {
        Arrays.fill(gradient, 0);
        for (double[] line : information) {
            Arrays.fill(line, 0);
        }
        double value = 0;
        for (int row = 0; row < data.size(); row++) {
            value += row(row, at, gradient, information);
        }
        return value;
    }

    private double row(int row, double[] at, double[] gradient, double[][] information) {
        int spans = first.length;
        int offset = row * columns;
        double base = 0;
        for (int j = 0; j < columns; j++) {
            base += at[spans + j] * x[offset + j];
        }
        double value = 0;
        double slopes = 0;
        double weights = 0;
        int leaving = data.event(row) ? spanOf((int) data.stop(row)) : -1;
        for (int span = spanOf((int) data.start(row) + 1); span < spans && first[span] <= data.stop(row); span++) {
            int count = periods(row, span);
            double eta = at[span] + base;
            double stays = span == leaving ? count - 1 : count;
            double slope = stays == 0 ? 0 : stays * link.slopeOfStaying(eta);
            value += stays == 0 ? 0 : data.weight(row) * stays * link.logStay(eta);
            if (span == leaving) {
                slope += link.slopeOfLeaving(eta);
                value += data.weight(row) * link.logHazard(eta);
            }
            slope *= data.weight(row);
            double weight = data.weight(row) * count * link.information(eta);
            gradient[span] += slope;
            information[span][span] += weight;
            for (int j = 0; j < columns; j++) {
                information[spans + j][span] += weight * x[offset + j];
            }
            slopes += slope;
            weights += weight;
        }
        for (int j = 0; j < columns; j++) {
            gradient[spans + j] += slopes * x[offset + j];
            for (int k = 0; k <= j; k++) {
                information[spans + j][spans + k] += weights * x[offset + j] * x[offset + k];
            }
        }
        return value;
    }

    /** The coefficients of the columns as they were given. */
    double[] unscaled(double[] at) {
        double[] estimates = shifted(at);
        for (int j = 0; j < columns; j++) {
            estimates[first.length + j] /= scale[j];
        }
        return estimates;
    }

    /** The covariance of the coefficients of the columns as they were given. */
    Covariance covariance(double[][] inverse) {
        int size = inverse.length;
        double[][] half = new double[size][];
        for (int k = 0; k < size; k++) {
            half[k] = shifted(inverse[k]);
        }
        double[][] spread = new double[size][];
        double[] column = new double[size];
        for (int k = 0; k < size; k++) {
            for (int i = 0; i < size; i++) {
                column[i] = half[i][k];
            }
            spread[k] = shifted(column);
        }
        double[] scales = new double[size];
        Arrays.fill(scales, 0, first.length, 1);
        System.arraycopy(scale, 0, scales, first.length, columns);
        return Covariance.of(spread, scales);
    }

    /** Moves the means of the columns into the levels. */
    private double[] shifted(double[] of) {
        double[] result = of.clone();
        for (int j = 0; j < columns; j++) {
            for (int span = 0; span < first.length; span++) {
                result[span] -= of[first.length + j] * (mean[j] / scale[j]);
            }
        }
        return result;
    }
}
