package dev.rapport.health.internal;

/**
 * Gauss's hypergeometric function 2F1(a, b; c; z) for positive a, b, c and 0 &lt;= z &lt; 1, by its series, whose terms are all
 * positive so that nothing cancels. Towards z = 1 the series is long; it is cut when a term no longer counts.
 *
 * <p>This class is internal to Rapport and may change in any release.
 *
 * <p>Reference: Abramowitz and Stegun (1964), 15.1.1.
 */
public final class Hypergeometric {

    private static final int TERMS = 5_000_000;

    private Hypergeometric() {}

    /**
     * The function.
     *
     * @param a  above 0
     * @param b  above 0
     * @param c  above 0
     * @param z  at least 0, below 1
     * @return at least 1; infinite where it is beyond doubles
     */
    public static double gauss(double a, double b, double c, double z) {
        double sum = 1;
        double term = 1;
        for (int n = 0; n < TERMS; n++) {
            double ratio = (a + n) * (b + n) / ((c + n) * (n + 1.0)) * z;
            term *= ratio;
            sum += term;
            // Once terms shrink by a steady ratio, the rest is at most a geometric series
            if (ratio < 1 && term * ratio <= 1e-17 * sum * (1 - ratio)) {
                return sum;
            }
        }
        return sum;
    }
}
