package dev.rapport.health.classification;

import dev.rapport.health.fitted.FittedModel;
import dev.rapport.health.internal.FitProblems;
import dev.rapport.health.internal.Newton;
import dev.rapport.model.problem.Checked;
import java.util.List;

/**
 * Turns scores into probabilities by a logistic curve. Immutable.
 *
 * <p><b>Formula.</b> {@code p = 1 / (1 + exp(A f + B))}, fitted to targets that are pulled towards each other, {@code (n1 + 1)
 * / (n1 + 2)} for yes and {@code 1 / (n0 + 2)} for no, so that separated scores have a finite fit.
 *
 * <p><b>Units.</b> f is any score on the scale of log-odds; for probabilities use {@code log(p / (1 - p))}. A is negative
 * where higher scores mean yes.
 *
 * <p><b>Edge results.</b> Scores that are all alike give the mean target; without rows it is refused.
 *
 * <p><b>Algorithm.</b> Newton's method with step halving, as in LibSVM, to full accuracy.
 *
 * <p><b>References.</b> Platt (1999); Lin, Lin and Weng (2007), doi:10.1007/s10994-007-5018-6.
 */
public final class PlattCalibration implements FittedModel {

    private final double slope;
    private final double shift;

    /**
     * A curve that is known.
     *
     * @param slope  A
     * @param shift  B
     */
    public PlattCalibration(double slope, double shift) {
        this.slope = slope;
        this.shift = shift;
    }

    /**
     * Fits the curve.
     *
     * @param scores  a score for each row, finite
     * @param happened  whether it then happened
     * @return the calibration; or why there is none
     */
    public static Checked<PlattCalibration> fit(double[] scores, boolean[] happened) {
        Targets targets = new Targets(scores, happened);
        Newton newton =
                Newton.maximise(targets, new double[] {0, StrictMath.log((targets.no + 1) / (targets.yes + 1))});
        return newton.ending() == Newton.Ending.CONVERGED
                ? Checked.valid(new PlattCalibration(
                        newton.parameters()[0] / targets.scale,
                        newton.parameters()[1] - newton.parameters()[0] * targets.mean / targets.scale))
                : Checked.invalid(FitProblems.of(newton, List.of("score", "intercept")));
    }

    /** The likelihood of pulled targets; scores are standardised. */
    private static final class Targets implements Newton.Likelihood {

        private final double[] scores;
        private final boolean[] happened;
        private double yes;
        private double no;
        private double mean;
        private double scale;

        Targets(double[] scores, boolean[] happened) {
            if (scores.length == 0 || scores.length != happened.length) {
                throw new IllegalArgumentException("scores (" + scores.length + ") and happened (" + happened.length
                        + ") must have the same number of rows, at least one.");
            }
            this.scores = scores;
            this.happened = happened;
            for (int row = 0; row < scores.length; row++) {
                if (!Double.isFinite(scores[row])) {
                    throw new IllegalArgumentException("scores[" + row + "] (" + scores[row]
                            + ") must be finite.\nMaybe it is the log-odds of a probability of 0 or 1.");
                }
                yes += happened[row] ? 1 : 0;
                mean += scores[row] / scores.length;
            }
            no = scores.length - yes;
            for (double score : scores) {
                scale += (score - mean) * (score - mean) / scores.length;
            }
            scale = scale > 0 ? Math.sqrt(scale) : 1;
        }

        @Override
        public double evaluate(double[] at, double[] gradient, double[][] information) {
            double high = (yes + 1) / (yes + 2);
            double low = 1 / (no + 2);
            double value = 0;
            gradient[0] = 0;
            gradient[1] = 0;
            // A tiny penalty keeps the slope of scores that are all alike at 0
            information[0][0] = 1e-12;
            information[1][0] = 0;
            information[1][1] = 1e-12;
            for (int row = 0; row < scores.length; row++) {
                double score = (scores[row] - mean) / scale;
                double target = happened[row] ? high : low;
                double eta = -(at[0] * score + at[1]);
                double tail = StrictMath.exp(-Math.abs(eta));
                double p = eta > 0 ? 1 / (1 + tail) : tail / (1 + tail);
                value += target * eta - Math.max(eta, 0) - StrictMath.log1p(tail);
                double slope = p - target;
                double weight = tail / ((1 + tail) * (1 + tail));
                gradient[0] += slope * score;
                gradient[1] += slope;
                information[0][0] += weight * score * score;
                information[1][0] += weight * score;
                information[1][1] += weight;
            }
            return value;
        }
    }

    /**
     * The slope.
     *
     * @return A, negative where higher scores mean yes
     */
    public double slope() {
        return slope;
    }

    /**
     * The shift.
     *
     * @return B
     */
    public double shift() {
        return shift;
    }

    /**
     * The probability of a score.
     *
     * @param score  the score
     * @return 0 to 1
     */
    public double probability(double score) {
        return 1 / (1 + StrictMath.exp(slope * score + shift));
    }
}
