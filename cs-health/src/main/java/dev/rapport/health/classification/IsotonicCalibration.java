package dev.rapport.health.classification;

import dev.rapport.health.fitted.FittedModel;
import dev.rapport.health.internal.Sorting;
import java.util.Arrays;

/**
 * Turns scores into probabilities by the best curve that never falls. Immutable.
 *
 * <p><b>Formula.</b> Minimises the weighted squared distance from what happened among all curves that never fall; straight
 * lines between the scores that were fitted, level outside.
 *
 * <p><b>Units.</b> Scores are any numbers of which higher means more likely; the result is a probability.
 *
 * <p><b>Edge results.</b> Rows of equal score count as one with their mean. Without rows it is refused.
 *
 * <p><b>Algorithm.</b> Pool adjacent violators, O(n log n) with the sorting.
 *
 * <p><b>References.</b> Zadrozny and Elkan (2002), doi:10.1145/775047.775151; Barlow et al., Statistical Inference under Order
 * Restrictions (1972). Agrees with scikit-learn's {@code IsotonicRegression}.
 */
public final class IsotonicCalibration implements FittedModel {

    private final double[] score;
    private final double[] probability;

    private IsotonicCalibration(double[] score, double[] probability) {
        this.score = score;
        this.probability = probability;
    }

    /**
     * The calibration of a curve that is known, such as that of a document.
     *
     * @param scores  where the curve bends, finite and rising
     * @param probabilities  its height there, 0 to 1, never falling
     * @return the calibration
     */
    public static IsotonicCalibration of(double[] scores, double[] probabilities) {
        if (scores.length == 0 || scores.length != probabilities.length) {
            throw new IllegalArgumentException("scores (" + scores.length + ") and probabilities ("
                    + probabilities.length + ") must have the same number of values, at least one.");
        }
        for (int i = 0; i < scores.length; i++) {
            boolean rises = i == 0 || (scores[i] > scores[i - 1] && probabilities[i] >= probabilities[i - 1]);
            if (!rises || !Double.isFinite(scores[i]) || !(probabilities[i] >= 0 && probabilities[i] <= 1)) {
                throw new IllegalArgumentException(
                        "value " + i + " of the curve (" + scores[i] + ", " + probabilities[i]
                                + ") must have a finite score above the one before, and a probability between 0 and 1 that does"
                                + " not fall.");
            }
        }
        return new IsotonicCalibration(scores.clone(), probabilities.clone());
    }

    /**
     * Fits the curve.
     *
     * @param scores  a score for each row, not NaN
     * @param happened  whether it then happened
     * @return the calibration
     */
    public static IsotonicCalibration fit(double[] scores, boolean[] happened) {
        double[] outcomes = new double[happened.length];
        double[] ones = new double[happened.length];
        for (int row = 0; row < outcomes.length; row++) {
            outcomes[row] = happened[row] ? 1 : 0;
            ones[row] = 1;
        }
        return fit(scores, outcomes, ones);
    }

    /**
     * Fits the curve to shares.
     *
     * @param scores  a score for each row, not NaN
     * @param outcomes  the share to which it happened, 0 to 1
     * @param weights  how much each row counts, above 0
     * @return the calibration
     */
    public static IsotonicCalibration fit(double[] scores, double[] outcomes, double[] weights) {
        int size = scores.length;
        if (size == 0 || outcomes.length != size || weights.length != size) {
            throw new IllegalArgumentException("scores (" + size + "), outcomes (" + outcomes.length + ") and weights ("
                    + weights.length + ") must have the same number of rows, at least one.");
        }
        for (int row = 0; row < size; row++) {
            if (Double.isNaN(scores[row]) || !(outcomes[row] >= 0 && outcomes[row] <= 1) || !(weights[row] > 0)) {
                throw new IllegalArgumentException("row " + row + " must have a score, an outcome between 0 and 1 and a"
                        + " weight above 0, had " + scores[row] + ", " + outcomes[row] + ", " + weights[row] + ".");
            }
        }
        int[] order = Sorting.descending(scores);
        double[] at = new double[size];
        double[] mean = new double[size];
        double[] weight = new double[size];
        int count = 0;
        for (int i = size - 1; i >= 0; i--) {
            int row = order[i];
            if (count == 0 || at[count - 1] != scores[row]) {
                at[count++] = scores[row] + 0.0;
            }
            weight[count - 1] += weights[row];
            mean[count - 1] += weights[row] * outcomes[row];
        }
        double[] fitted = pool(mean, weight, count);
        return new IsotonicCalibration(Arrays.copyOf(at, count), fitted);
    }

    /** Blocks of neighbours that would fall are merged until none does. */
    private static double[] pool(double[] sum, double[] weight, int count) {
        double[] blockSum = new double[count];
        double[] blockWeight = new double[count];
        int[] blockEnd = new int[count];
        int blocks = 0;
        for (int i = 0; i < count; i++) {
            blockSum[blocks] = sum[i];
            blockWeight[blocks] = weight[i];
            blockEnd[blocks++] = i + 1;
            while (blocks > 1
                    && blockSum[blocks - 2] / blockWeight[blocks - 2]
                            >= blockSum[blocks - 1] / blockWeight[blocks - 1]) {
                blockSum[blocks - 2] += blockSum[blocks - 1];
                blockWeight[blocks - 2] += blockWeight[blocks - 1];
                blockEnd[blocks - 2] = blockEnd[blocks - 1];
                blocks--;
            }
        }
        double[] fitted = new double[count];
        for (int block = 0, i = 0; block < blocks; block++) {
            for (; i < blockEnd[block]; i++) {
                fitted[i] = blockSum[block] / blockWeight[block];
            }
        }
        return fitted;
    }

    /**
     * Where the curve bends.
     *
     * @return the scores, rising
     */
    public double[] scores() {
        return score.clone();
    }

    /**
     * Its height there.
     *
     * @return a probability for each of {@link #scores()}
     */
    public double[] probabilities() {
        return probability.clone();
    }

    /**
     * The probability of a score.
     *
     * @param value  the score, not NaN
     * @return 0 to 1
     */
    public double probability(double value) {
        int found = Arrays.binarySearch(score, value + 0.0);
        if (found >= 0) {
            return probability[found];
        }
        int above = -found - 1;
        if (above == 0) {
            return probability[0];
        }
        if (above == score.length) {
            return probability[score.length - 1];
        }
        double share = (value - score[above - 1]) / (score[above] - score[above - 1]);
        return probability[above - 1] + share * (probability[above] - probability[above - 1]);
    }
}
