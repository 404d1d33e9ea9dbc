package dev.rapport.health.warning.change;

import java.util.function.DoubleUnaryOperator;

/**
 * Finds the threshold of a wanted average run length.
 *
 * <p><strong>Formula.</strong> The root of {@code ln averageRunLength(h) - ln wanted}, which rises with h.
 *
 * <p><strong>Units.</strong> h is in the unit of the chart, run lengths are in observations.
 *
 * <p><strong>Edges.</strong> Run lengths that even a threshold of 0 exceeds are refused by the charts beforehand.
 *
 * <p><strong>Algorithm.</strong> The bracket is doubled until it holds the root; then regula falsi with the step of
 * Illinois, until two thresholds are within 1e-12 of each other.
 *
 * <p><strong>Reference.</strong> M. Dowell, P. Jarratt, "A modified regula falsi method for computing the root of an
 * equation", BIT 11 (1971), doi:10.1007/BF01934364.
 */
final class ThresholdSearch {

    private static final double CLOSE = 1e-12;
    private static final int STEPS = 200;

    private ThresholdSearch() {}

    static double find(double wanted, double guess, DoubleUnaryOperator runLength) {
        double target = StrictMath.log(wanted);
        DoubleUnaryOperator excess = h -> StrictMath.log(runLength.applyAsDouble(h)) - target;
        double low = guess / 2;
        double below = excess.applyAsDouble(low);
        while (below > 0) {
            low /= 2;
            below = excess.applyAsDouble(low);
        }
        double high = guess;
        double above = excess.applyAsDouble(high);
        while (above < 0) {
            low = high;
            below = above;
            high *= 1.5;
            above = excess.applyAsDouble(high);
        }
        return between(low, below, high, above, excess);
    }

    private static double between(double from, double atFrom, double to, double atTo, DoubleUnaryOperator excess) {
        double low = from;
        double below = atFrom;
        double high = to;
        double above = atTo;
        int side = 0;
        double found = high;
        for (int step = 0; step < STEPS && high - low > CLOSE * high; step++) {
            found = (low * above - high * below) / (above - below);
            double value = excess.applyAsDouble(found);
            if (value == 0) {
                return found;
            }
            if (value < 0) {
                low = found;
                below = value;
                above = side < 0 ? above / 2 : above;
                side = -1;
            } else {
                high = found;
                above = value;
                below = side > 0 ? below / 2 : below;
                side = 1;
            }
            if (Math.abs(value) < CLOSE) {
                return found;
            }
        }
        return found;
    }
}
