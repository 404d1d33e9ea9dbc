package dev.rapport.health.warning.change;

/** The standard normal distribution, the same on every machine. */
final class Normal {

    private static final double ROOT_TWO_PI = 2.5066282746310002;
    /** Beyond, the series loses digits and the continued fraction gains them. */
    private static final double SERIES_BELOW = 2.5;

    private Normal() {}

    /** The density at x. */
    static double density(double x) {
        return StrictMath.exp(-0.5 * x * x) / ROOT_TWO_PI;
    }

    /**
     * The probability of a value of at most x.
     *
     * <p><strong>Formula.</strong> {@code 1/2 + density(x) (x + x^3/3 + x^5/(3*5) + x^7/(3*5*7) + ...)} in the middle; in
     * the tails {@code density(x) / (x + 1/(x + 2/(x + 3/(x + ...))))}.
     *
     * <p><strong>Units.</strong> {@code x} is in standard deviations; the result is a probability.
     *
     * <p><strong>Edges.</strong> 0 and 1 at the infinities; NaN for NaN.
     *
     * <p><strong>Algorithm.</strong> The series until it does not grow any more, the fraction from the end of 100 terms;
     * relative error below 1e-14 down to x = -38.
     *
     * <p><strong>Reference.</strong> G. Marsaglia, "Evaluating the normal distribution", Journal of Statistical Software
     * 11 (2004) 4, doi:10.18637/jss.v011.i04; Abramowitz and Stegun 26.2.11 and 26.2.14.
     */
    static double cumulative(double x) {
        if (Double.isNaN(x)) {
            return Double.NaN;
        }
        if (Math.abs(x) < SERIES_BELOW) {
            return 0.5 + density(x) * series(x);
        }
        double tail = density(x) / fraction(Math.abs(x));
        return x < 0 ? tail : 1 - tail;
    }

    private static double series(double x) {
        double square = x * x;
        double term = x;
        double sum = x;
        double before = 0;
        for (int odd = 3; sum != before; odd += 2) {
            before = sum;
            term *= square / odd;
            sum += term;
        }
        return sum;
    }

    private static double fraction(double x) {
        double value = x;
        for (int term = 100; term >= 1; term--) {
            value = x + term / value;
        }
        return value;
    }
}
