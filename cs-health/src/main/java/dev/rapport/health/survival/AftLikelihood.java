package dev.rapport.health.survival;

import dev.rapport.health.internal.Newton;
import dev.rapport.health.internal.Scaling;
import dev.rapport.health.regression.Covariates;
import java.util.Arrays;

/**
 * The likelihood of log times in the parameters {@code (gamma, theta)} with {@code z = theta y - x gamma}: concave, unlike
 * that in location and scale. Columns are standardised, the first is the intercept, the last parameter is theta (left out
 * where it is fixed at 1).
 */
final class AftLikelihood implements Newton.Likelihood {

    private final SurvivalData data;
    private final AftDistribution distribution;
    private final boolean fixedScale;
    final int size;
    final double[] mean;
    final double[] scale;
    private final double[][] x;
    private final double[] y;
    final double center;
    private double jacobian;

    AftLikelihood(SurvivalData data, Covariates covariates, AftDistribution distribution) {
        this.data = data;
        this.distribution = distribution;
        this.fixedScale = distribution == AftDistribution.EXPONENTIAL;
        this.size = covariates.size() + 1;
        this.mean = new double[size];
        this.scale = new double[size];
        this.x = new double[size][data.size()];
        this.y = new double[data.size()];
        double sum = 0;
        double total = 0;
        for (int row = 0; row < y.length; row++) {
            y[row] = StrictMath.log(data.stop(row));
            sum += data.weight(row) * y[row];
            total += data.weight(row);
            jacobian -= data.event(row) ? data.weight(row) * y[row] : 0;
        }
        center = sum / total;
        for (int row = 0; row < y.length; row++) {
            y[row] -= center;
        }
        Arrays.fill(x[0], 1);
        scale[0] = 1;
        for (int j = 1; j < size; j++) {
            standardise(covariates, j);
        }
    }

    private void standardise(Covariates covariates, int column) {
        Scaling scaling = Scaling.of(y.length, row -> covariates.value(row, column - 1), data::weight);
        mean[column] = scaling.mean();
        scale[column] = scaling.deviation();
        for (int row = 0; row < y.length; row++) {
            x[column][row] = (covariates.value(row, column - 1) - mean[column]) / scale[column];
        }
    }

    /** Where to begin: everybody alike, spread as the log times are. */
    double[] start() {
        double[] start = new double[size + (fixedScale ? 0 : 1)];
        if (!fixedScale) {
            double squares = 0;
            for (double one : y) {
                squares += one * one;
            }
            start[size] = squares > 0 ? 1 / Math.sqrt(squares / y.length) : 1;
        }
        return start;
    }

    @Override
    public double evaluate(double[] parameters, double[] gradient, double[][] information) {
        Arrays.fill(gradient, 0);
        for (double[] line : information) {
            Arrays.fill(line, 0);
        }
        double theta = fixedScale ? 1 : parameters[size];
        if (!(theta > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        double value = jacobian;
        for (int row = 0; row < y.length; row++) {
            value += data.weight(row) * add(row, parameters, theta, gradient, information);
        }
        return value;
    }

    private double add(int row, double[] parameters, double theta, double[] gradient, double[][] information) {
        boolean event = data.event(row);
        double weight = data.weight(row);
        double z = theta * y[row];
        for (int j = 0; j < size; j++) {
            z -= x[j][row] * parameters[j];
        }
        double slope = weight * distribution.slope(z, event);
        double curvature = weight * distribution.curvature(z, event);
        for (int i = 0; i < size; i++) {
            gradient[i] -= slope * x[i][row];
            for (int j = 0; j <= i; j++) {
                information[i][j] += curvature * x[i][row] * x[j][row];
            }
        }
        if (!fixedScale) {
            gradient[size] += slope * y[row] + (event ? weight / theta : 0);
            for (int j = 0; j < size; j++) {
                information[size][j] -= curvature * x[j][row] * y[row];
            }
            information[size][size] += curvature * y[row] * y[row] + (event ? weight / (theta * theta) : 0);
        }
        return event ? distribution.logDensity(z) + StrictMath.log(theta) : distribution.logSurvival(z);
    }
}
