package dev.rapport.health.warning.change;

/**
 * The logarithm of the gamma function, the same on every machine.
 *
 * <p><strong>Formula.</strong> {@code ln Gamma(x)}; for whole numbers {@code ln (x - 1)!}.
 *
 * <p><strong>Units.</strong> x above 0, without unit.
 *
 * <p><strong>Edges.</strong> Infinite for 0; other x must be positive.
 *
 * <p><strong>Algorithm.</strong> Stirling's series with six terms at 16 and above, reached by {@code Gamma(x + 1) = x
 * Gamma(x)}; absolute error below 1e-13 up to 1000.
 *
 * <p><strong>Reference.</strong> Abramowitz and Stegun 6.1.41.
 */
final class LogGamma {

    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
    private static final double LARGE = 16;

    private LogGamma() {}

    static double of(double x) {
        double product = 1;
        double large = x;
        while (large < LARGE) {
            product *= large;
            large++;
        }
        double square = large * large;
        double series = (1 / 12.0
                        - (1 / 360.0
                                        - (1 / 1260.0
                                                        - (1 / 1680.0 - (1 / 1188.0 - 691 / 360360.0 / square) / square)
                                                                / square)
                                                / square)
                                / square)
                / large;
        return (large - 0.5) * StrictMath.log(large) - large + HALF_LOG_TWO_PI + series - StrictMath.log(product);
    }
}
