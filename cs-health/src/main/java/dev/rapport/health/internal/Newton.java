package dev.rapport.health.internal;

import java.util.Arrays;

/**
 * Finds the maximum of a log-likelihood by Newton's method with step halving.
 *
 * <p>It has converged when the decrement, the score times the step, is so small that one more full step reaches the
 * accuracy of doubles, or the step itself is below 1e-9 of standardised columns. A likelihood that flattens while the steps stay long has no maximum: it rises for ever along a
 * direction that separates the outcomes.
 *
 * <p>This class is internal to Rapport and may change in any release.
 */
public final class Newton {

    private static final int ITERATIONS = 200;
    private static final int HALVINGS = 40;
    private static final double DECREMENT = 1e-12;
    private static final double QUADRATIC = 1e-3;
    private static final double ROUNDING = 1e-24;
    private static final double FLAT = 1e-7;
    private static final double LONG = 0.1;
    private static final double TINY = 1e-9;

    private final double[] parameters;
    private final double start;
    private double value;
    private double[] gradient;
    private double[][] information;
    private int iterations;
    private int dependent = -1;
    private Ending ending = Ending.NO_CONVERGENCE;
    private double[] lastStep;

    private Newton(Likelihood likelihood, double[] parameters) {
        this.parameters = parameters.clone();
        this.gradient = new double[parameters.length];
        this.information = new double[parameters.length][parameters.length];
        this.lastStep = new double[parameters.length];
        this.start = likelihood.evaluate(this.parameters, gradient, information);
        this.value = start;
    }

    /** How a search ended. */
    public enum Ending {
        /** The maximum was found. */
        CONVERGED,
        /** The information is singular: a column depends on others, see {@link Newton#dependent()}. */
        SINGULAR,
        /** The likelihood rises for ever; the last step shows along which parameters. */
        SEPARATED,
        /** The search gave up, or the likelihood is not finite. */
        NO_CONVERGENCE
    }

    /** A log-likelihood with its derivatives. */
    @FunctionalInterface
    public interface Likelihood {

        /**
         * Evaluates the log-likelihood.
         *
         * @param parameters  where
         * @param gradient  receives the first derivatives
         * @param information  receives the negative second derivatives; both triangles, or at least the lower one
         * @return the log-likelihood; NaN or minus infinity where it is not defined
         */
        double evaluate(double[] parameters, double[] gradient, double[][] information);
    }

    /**
     * Searches.
     *
     * @param likelihood  what is to be maximised
     * @param start  where to begin
     * @return how it ended, and where
     */
    public static Newton maximise(Likelihood likelihood, double[] start) {
        Newton newton = new Newton(likelihood, start);
        if (Double.isFinite(newton.value)) {
            newton.run(likelihood);
        }
        return newton;
    }

    private void run(Likelihood likelihood) {
        int size = parameters.length;
        if (size == 0) {
            ending = Ending.CONVERGED;
            return;
        }
        double[] tried = new double[size];
        double[] triedGradient = new double[size];
        double[][] triedInformation = new double[size][size];
        double before = Double.POSITIVE_INFINITY;
        while (iterations < ITERATIONS) {
            Cholesky factor = Cholesky.of(information);
            if (factor.dependent() >= 0) {
                dependent = factor.dependent();
                ending = separates() ? Ending.SEPARATED : Ending.SINGULAR;
                return;
            }
            double[] step = factor.solve(gradient);
            double decrement = 0;
            for (int i = 0; i < size; i++) {
                decrement += step[i] * gradient[i];
            }
            if (!(decrement >= 0) && !(Math.abs(decrement) < DECREMENT)) {
                return;
            }
            lastStep = step;
            if (iterations > 3 && decrement < FLAT && separates()) {
                ending = Ending.SEPARATED;
                return;
            }
            if (Arrays.stream(step).allMatch(one -> Math.abs(one) < TINY)) {
                // Value and information would change by less than their rounding
                for (int i = 0; i < size; i++) {
                    parameters[i] += step[i];
                }
                ending = Ending.CONVERGED;
                return;
            }
            double share = 1;
            double reached = Double.NaN;
            for (int halving = 0; halving < HALVINGS; halving++, share /= 2) {
                for (int i = 0; i < size; i++) {
                    tried[i] = parameters[i] + share * step[i];
                }
                reached = likelihood.evaluate(tried, triedGradient, triedInformation);
                if (reached >= value - 1e-12 * Math.abs(value)) {
                    break;
                }
            }
            if (!(reached >= value - 1e-12 * Math.abs(value))) {
                ending = decrement < FLAT ? Ending.CONVERGED : Ending.NO_CONVERGENCE;
                return;
            }
            iterations++;
            System.arraycopy(tried, 0, parameters, 0, size);
            value = reached;
            double[] g = gradient;
            gradient = triedGradient;
            triedGradient = g;
            double[][] h = information;
            information = triedInformation;
            triedInformation = h;
            // Where convergence is quadratic this step was exact; elsewhere go on until rounding is all that is left
            boolean quadratic = decrement < QUADRATIC * before;
            if (share == 1 && decrement < DECREMENT && (quadratic || decrement < ROUNDING || decrement >= before)) {
                ending = Ending.CONVERGED;
                return;
            }
            before = decrement;
        }
    }

    /** Parameters are those of standardised columns, so that a step of a tenth is long near a maximum. */
    private boolean separates() {
        return iterations > 3 && Arrays.stream(lastStep).anyMatch(step -> Math.abs(step) > LONG);
    }

    /**
     * How the search ended.
     *
     * @return the ending
     */
    public Ending ending() {
        return ending;
    }

    /**
     * The parameters along which the likelihood rises for ever.
     *
     * @return a flag each; all false unless the outcomes are separated
     */
    public boolean[] separating() {
        double longest = Arrays.stream(lastStep).map(Math::abs).max().orElse(0);
        boolean[] separating = new boolean[lastStep.length];
        for (int i = 0; i < separating.length; i++) {
            separating[i] = ending == Ending.SEPARATED && Math.abs(lastStep[i]) > longest / 10;
        }
        return separating;
    }

    /**
     * The column that made the information singular.
     *
     * @return its index, or -1
     */
    public int dependent() {
        return dependent;
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
        return parameters;
    }

    /**
     * The log-likelihood where the search began.
     *
     * @return the value
     */
    public double start() {
        return start;
    }

    /**
     * The log-likelihood where the search ended.
     *
     * @return the value
     */
    public double value() {
        return value;
    }

    /**
     * The score where the search ended.
     *
     * @return the first derivatives
     */
    public double[] gradient() {
        return gradient;
    }

    /**
     * The information where the search ended.
     *
     * @return the negative second derivatives
     */
    public double[][] information() {
        return information;
    }
}
