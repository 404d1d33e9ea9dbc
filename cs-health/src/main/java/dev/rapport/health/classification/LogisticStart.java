package dev.rapport.health.classification;

import dev.rapport.health.internal.Cholesky;
import dev.rapport.health.internal.Newton;
import dev.rapport.health.internal.Products;

/**
 * Where to begin the search of a logistic regression of many rows: near the maximum of a hundredth of them, of a tenth and
 * of all in turn. Every share lends its information to the next, where a step then costs only a slope.
 */
final class LogisticStart {

    private static final int MANY = 40_000;
    private static final int FEW = 10_000;
    private static final int TIMES = 10;
    private static final int ROUNDS = 6;
    private static final double NEAR = 1e-7;
    /** Of a share, whose maximum is not that of all anyway. */
    private static final double NEAR_ENOUGH = 1e-3;

    private final int size;
    private final Products products = new Products();
    private double[] at;

    private LogisticStart(double[] at) {
        this.size = at.length;
        this.at = at;
    }

    /**
     * Where to begin.
     *
     * @param whole  the likelihood of all rows
     * @return the parameters
     */
    static double[] of(LogisticLikelihood whole) {
        double[] start = whole.start();
        int rows = whole.rows();
        return rows < MANY ? start : new LogisticStart(start).search(whole, rows / FEW);
    }

    private double[] search(LogisticLikelihood whole, int stride) {
        double[] start = at;
        LogisticLikelihood share = whole.share(stride);
        Newton few = Newton.maximise(share, at);
        if (few.ending() != Newton.Ending.CONVERGED) {
            return start;
        }
        at = few.parameters();
        double[][] information = few.information();
        for (int next = stride / TIMES; next > 2; next /= TIMES) {
            LogisticLikelihood larger = whole.share(next);
            approach(larger, inverse(information, share, larger), NEAR_ENOUGH);
            share = larger;
            share.evaluate(at, new double[size], information);
            if (Cholesky.of(information).dependent() >= 0) {
                return start;
            }
        }
        approach(whole, inverse(information, share, whole), NEAR);
        return at;
    }

    /** The inverse of the information of a share of rows, as if there were as many as in another. */
    private static double[][] inverse(double[][] information, LogisticLikelihood share, LogisticLikelihood other) {
        double[][] inverse = Cholesky.of(information).inverse();
        double covered = (double) share.rows() / other.rows();
        for (double[] line : inverse) {
            for (int j = 0; j < line.length; j++) {
                line[j] *= covered;
            }
        }
        return inverse;
    }

    /**
     * Steps by the slope and an inverse that is nearly right. What the slope did not change as foretold corrects the inverse,
     * after Broyden, Fletcher, Goldfarb and Shanno (1970).
     */
    private void approach(LogisticLikelihood likelihood, double[][] inverse, double near) {
        double[] gradient = new double[size];
        double[] fall = new double[size];
        double[] step = new double[size];
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < ROUNDS; round++) {
            System.arraycopy(gradient, 0, fall, 0, size);
            likelihood.slope(at, gradient);
            if (round > 0) {
                for (int j = 0; j < size; j++) {
                    fall[j] -= gradient[j];
                }
                correct(inverse, step, fall);
            }
            double longest = 0;
            for (int j = 0; j < size; j++) {
                step[j] = products.sum(inverse[j], gradient, size);
                longest = Math.max(longest, Math.abs(step[j]));
            }
            if (!(longest < before)) {
                return;
            }
            for (int j = 0; j < size; j++) {
                at[j] += step[j];
            }
            if (longest < near) {
                return;
            }
            before = longest;
        }
    }

    /** Makes an inverse map the fall of the slope to the step over which it fell. */
    private void correct(double[][] inverse, double[] step, double[] fall) {
        double[] foretold = new double[size];
        for (int j = 0; j < size; j++) {
            foretold[j] = products.sum(inverse[j], fall, size);
        }
        double along = products.sum(step, fall, size);
        double across = 1 + products.sum(fall, foretold, size) / along;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                inverse[i][j] += (across * step[i] * step[j] - foretold[i] * step[j] - step[i] * foretold[j]) / along;
            }
        }
    }
}
