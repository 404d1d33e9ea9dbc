package dev.rapport.health.internal;

import java.util.function.ToDoubleFunction;

/**
 * Finds the maximum of a log-likelihood of a few positive parameters whose derivatives are awkward: a quasi-Newton search
 * (BFGS) in their logarithms with differences for derivatives, then Newton steps with five-point differences until only
 * rounding is left.
 *
 * <p>This class is internal to Rapport and may change in any release.
 */
public final class Search {

    private static final int ITERATIONS = 200;
    private static final int POLISHES = 8;
    private static final double COARSE = 1e-5;
    private static final double FINE = 1e-3;
    /** Logarithms of parameters beyond this have run away. */
    private static final double FAR = 25;

    private final ToDoubleFunction<double[]> likelihood;
    private final int size;
    private double[] at;
    private double value;
    private boolean converged;
    private int runaway = -1;
    private int iterations;
    private double[][] information = new double[0][0];

    private Search(ToDoubleFunction<double[]> likelihood, double[] start) {
        this.likelihood = likelihood;
        this.size = start.length;
        this.at = new double[size];
        for (int i = 0; i < size; i++) {
            at[i] = StrictMath.log(start[i]);
        }
        this.value = value(at);
    }

    /**
     * Searches.
     *
     * @param likelihood  the log-likelihood of positive parameters; NaN where it is not defined
     * @param start  where to begin, all above 0
     * @return where it ended
     */
    public static Search maximise(ToDoubleFunction<double[]> likelihood, double... start) {
        Search search = new Search(likelihood, start);
        if (Double.isFinite(search.value)) {
            search.climb();
            if (search.runaway < 0) {
                search.polish();
            }
        }
        return search;
    }

    private double value(double[] logs) {
        double value = likelihood.applyAsDouble(exp(logs));
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    private static double[] exp(double[] logs) {
        double[] parameters = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            parameters[i] = StrictMath.exp(logs[i]);
        }
        return parameters;
    }

    private double moved(int i, double by) {
        double[] there = at.clone();
        there[i] += by;
        return value(there);
    }

    private double[] gradient() {
        double[] gradient = new double[size];
        for (int i = 0; i < size; i++) {
            gradient[i] = (moved(i, COARSE) - moved(i, -COARSE)) / (2 * COARSE);
        }
        return gradient;
    }

    private double[] fineGradient() {
        double[] gradient = new double[size];
        for (int i = 0; i < size; i++) {
            gradient[i] =
                    (8 * (moved(i, FINE) - moved(i, -FINE)) - (moved(i, 2 * FINE) - moved(i, -2 * FINE))) / (12 * FINE);
        }
        return gradient;
    }

    private void climb() {
        double[][] inverse = identity(1 / Math.max(1, norm(gradient())));
        double[] gradient = gradient();
        boolean fresh = true;
        while (iterations < ITERATIONS) {
            double[] step = times(inverse, gradient);
            double slope = dot(step, gradient);
            if (!(slope > 0)) {
                if (fresh) {
                    return;
                }
                inverse = identity(1 / Math.max(1, norm(gradient)));
                fresh = true;
                continue;
            }
            double longest = 0;
            for (double one : step) {
                longest = Math.max(longest, Math.abs(one));
            }
            double share = Math.min(1, 2 / longest);
            double[] from = at;
            double before = value;
            boolean risen = false;
            for (int halving = 0; halving < 40 && !risen; halving++, share /= 2) {
                at = plus(from, step, share);
                value = value(at);
                risen = value >= before + 1e-4 * share * slope;
            }
            iterations++;
            if (!risen) {
                at = from;
                value = before;
                if (fresh || slope < 1e-9) {
                    return;
                }
                inverse = identity(1 / Math.max(1, norm(gradient)));
                fresh = true;
                continue;
            }
            for (int i = 0; i < size; i++) {
                if (Math.abs(at[i]) > FAR) {
                    runaway = i;
                    return;
                }
            }
            double[] next = gradient();
            fresh = false;
            update(inverse, minus(at, from), minus(gradient, next));
            gradient = next;
            if (slope < 1e-10) {
                return;
            }
        }
    }

    /** The BFGS formula for the inverse of the negative Hessian. */
    private void update(double[][] inverse, double[] s, double[] y) {
        double sy = dot(s, y);
        if (!(sy > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y)))) {
            return;
        }
        double[] hy = times(inverse, y);
        double factor = (1 + dot(y, hy) / sy) / sy;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                inverse[i][j] += factor * s[i] * s[j] - (hy[i] * s[j] + s[i] * hy[j]) / sy;
            }
        }
    }

    private void polish() {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < POLISHES; i++) {
            information = hessian();
            Cholesky factor = Cholesky.of(information);
            if (factor.dependent() >= 0) {
                runaway = factor.dependent();
                return;
            }
            double[] step = factor.solve(fineGradient());
            double longest = 0;
            for (double one : step) {
                longest = Math.max(longest, Math.abs(one));
            }
            if (longest < 0.5) {
                at = plus(at, step, 1);
                value = value(at);
            }
            iterations++;
            if (longest < 1e-12 || (longest < 1e-7 && longest >= best / 2)) {
                converged = true;
                return;
            }
            best = Math.min(best, longest);
        }
        converged = best < 1e-7;
    }

    /** The negative second derivatives, by differences that are exact to the fourth order. */
    private double[][] hessian() {
        double[][] near = differences(FINE);
        double[][] far = differences(2 * FINE);
        double[][] negative = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                negative[i][j] = (far[i][j] - 4 * near[i][j]) / 3;
            }
        }
        return negative;
    }

    private double[][] differences(double h) {
        double[][] second = new double[size][size];
        double[] up = new double[size];
        double[] down = new double[size];
        for (int i = 0; i < size; i++) {
            up[i] = moved(i, h);
            down[i] = moved(i, -h);
            second[i][i] = (up[i] + down[i] - 2 * value) / (h * h);
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double[] there = at.clone();
                there[i] += h;
                there[j] += h;
                double both = value(there);
                there[i] -= 2 * h;
                there[j] -= 2 * h;
                double neither = value(there);
                second[i][j] = (both + neither - up[i] - down[i] - up[j] - down[j] + 2 * value) / (2 * h * h);
                second[j][i] = second[i][j];
            }
        }
        return second;
    }

    private double[][] identity(double scale) {
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            matrix[i][i] = scale;
        }
        return matrix;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double norm(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    private static double[] plus(double[] a, double[] b, double factor) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + factor * b[i];
        }
        return sum;
    }

    private static double[] minus(double[] a, double[] b) {
        return plus(a, b, -1);
    }

    /**
     * Says whether the maximum was found.
     *
     * @return false if a parameter ran away or the search gave up
     */
    public boolean converged() {
        return converged;
    }

    /**
     * The parameter that ran towards 0 or infinity, or that the data does not determine.
     *
     * @return its index, or -1
     */
    public int runaway() {
        return runaway;
    }

    /**
     * How many steps were taken.
     *
     * @return the number
     */
    public int iterations() {
        return iterations;
    }

    /**
     * Where the search ended.
     *
     * @return the parameters
     */
    public double[] parameters() {
        return exp(at);
    }

    /**
     * The log-likelihood there.
     *
     * @return the value
     */
    public double value() {
        return value;
    }

    /**
     * The standard errors of the parameters, by the delta method from their logarithms.
     *
     * @return one for each parameter
     */
    public double[] standardErrors() {
        double[][] inverse = Cholesky.of(information).inverse();
        double[] errors = exp(at);
        for (int i = 0; i < size; i++) {
            errors[i] *= Math.sqrt(inverse[i][i]);
        }
        return errors;
    }
}
