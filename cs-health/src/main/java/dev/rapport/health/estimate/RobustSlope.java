package dev.rapport.health.estimate;

/** By how much one number rises with another, as a straight line goes through the pairs. */
public final class RobustSlope {

    /** A customer with more leverage than this decides the slope alone. */
    private static final double WHOLE_LEVERAGE = 1 - 1e-9;

    private static final int FEWEST = 5;

    private RobustSlope() {}

    /**
     * The slope of the second number over the first.
     *
     * <p><strong>Formula.</strong> {@code b = sum_i w[i] y[i]} with {@code w[i] = (x[i] - m) / S}, {@code m} the mean of
     * {@code x} and {@code S = sum_i (x[i] - m)^2}; {@code b ± t[df] sqrt(v)} with {@code v = sum_i w[i]^2 e[i]^2 / (1 -
     * h[i])}, {@code e} the residuals, {@code h[i] = 1/n + (x[i] - m)^2 / S} the leverages, and Satterthwaite's degrees of
     * freedom for independent errors of equal variance.
     *
     * <p><strong>Units.</strong> That of the second number per unit of the first. The second may be 0 or 1, then the slope is
     * a difference in probability.
     *
     * <p><strong>Edges.</strong> Not enough data below the least number of pairs, which is at least 5; if all of one number
     * are alike; if one pair alone decides the slope; if all pairs lie on a line.
     *
     * <p><strong>Algorithm.</strong> Two passes with centred numbers; the degrees of freedom in one pass, since the projection
     * has rank two.
     *
     * <p><strong>Reference.</strong> J. G. MacKinnon, H. White, Some Heteroskedasticity-Consistent Covariance Matrix
     * Estimators with Improved Finite Sample Properties, Journal of Econometrics 29 (1985), HC2,
     * doi:10.1016/0304-4076(85)90158-7; G. W. Imbens, M. Kolesar (2016), doi:10.1162/REST_a_00552, for the degrees of
     * freedom.
     *
     * @param pairs  the numbers
     * @param level  such as 0.95
     * @param fewest  the least number of pairs for a number, at least 5
     * @return the estimate
     */
    public static Estimate of(Pairs pairs, double level, int fewest) {
        Confidence confidence = new Confidence(level, IntervalMethod.ROBUST_SLOPE_T);
        if (fewest < FEWEST) {
            throw new IllegalArgumentException("fewest (" + fewest + ") must be at least " + FEWEST + ".");
        }
        int n = pairs.size();
        Basis basis = Basis.independent(n);
        if (n < fewest) {
            return new Estimate.NotEnoughData(n + " of at least " + fewest + " pairs", basis);
        }
        double meanX = mean(pairs.xs());
        double meanY = mean(pairs.ys());
        double squaresX = squares(pairs.xs(), meanX);
        double squaresY = squares(pairs.ys(), meanY);
        if (isNothing(squaresX, meanX) || isNothing(squaresY, meanY)) {
            return new Estimate.NotEnoughData(
                    "all " + (isNothing(squaresX, meanX) ? "first" : "second") + " numbers are alike", basis);
        }
        double slope = 0;
        for (int i = 0; i < n; i++) {
            slope += (pairs.x(i) - meanX) / squaresX * (pairs.y(i) - meanY);
        }
        double variance = 0;
        double fourth = 0;
        double[] moments = new double[3];
        for (int i = 0; i < n; i++) {
            double distance = pairs.x(i) - meanX;
            double leverage = 1.0 / n + distance * distance / squaresX;
            if (leverage > WHOLE_LEVERAGE) {
                return new Estimate.NotEnoughData("one pair alone decides the slope", basis);
            }
            double residual = pairs.y(i) - meanY - slope * distance;
            double weight = distance / squaresX;
            double square = weight * weight / (1 - leverage);
            variance += square * residual * residual;
            fourth += square * square * (1 - 2 * leverage);
            moments[0] += square;
            moments[1] += square * distance;
            moments[2] += square * distance * distance;
        }
        if (variance <= 1e-24 * squaresY / squaresX) {
            return new Estimate.NotEnoughData("all pairs lie on a line", basis);
        }
        double norm = fourth
                + moments[0] * moments[0] / n / n
                + 2 * moments[1] * moments[1] / n / squaresX
                + moments[2] * moments[2] / squaresX / squaresX;
        double degreesOfFreedom = 1 / squaresX / squaresX / norm;
        double reach = Quantiles.student(level, degreesOfFreedom) * Math.sqrt(variance);
        return new Estimate.Known(slope, new Interval(slope - reach, slope + reach, confidence), basis);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double squares(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum;
    }

    /** Whether a sum of squares is no more than the rounding of the mean. */
    private static boolean isNothing(double squares, double mean) {
        return squares <= 1e-24 * Math.max(1e-30, mean * mean);
    }
}
