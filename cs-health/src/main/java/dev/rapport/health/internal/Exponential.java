package dev.rapport.health.internal;

/**
 * The exponential function of numbers up to 0, for inner loops: several times as fast as {@link StrictMath#exp} and, being
 * made of the arithmetic of doubles only, as much the same on every machine. Within 2 units in the last place.
 *
 * <p><b>Algorithm.</b> {@code exp(-x) = 2^-(k / 64) exp(-r)} with the nearest k, a table of 64 powers and a polynomial.
 *
 * <p><b>References.</b> Tang (1989), doi:10.1145/63522.214389.
 *
 * <p>This class is internal to Rapport and may change in any release.
 */
public final class Exponential {

    private static final int STEPS = 64;
    private static final double PER_STEP = STEPS / 0.6931471805599453;
    /** The logarithm of 2 over 64 in two parts, the first with so few bits that its multiples by k are exact. */
    private static final double HIGH =
            Double.longBitsToDouble(Double.doubleToRawLongBits(0.6931471805599453 / STEPS) & -(1L << 20));

    private static final double LOW = 0.6931471805599453 / STEPS - HIGH + 2.3190468138462996e-17 / STEPS;
    private static final double SMALLEST = 708;
    private static final double[] POWERS = new double[STEPS];

    static {
        for (int j = 0; j < STEPS; j++) {
            POWERS[j] = StrictMath.pow(2, -j / (double) STEPS);
        }
    }

    private Exponential() {}

    /**
     * The exponential function of a number up to 0.
     *
     * @param x  how far below 0, at least 0
     * @return {@code exp(-x)}; 0 beyond 708, NaN of NaN
     */
    public static double ofNegative(double x) {
        if (!(x <= SMALLEST)) {
            return x > SMALLEST ? 0 : Double.NaN;
        }
        int k = (int) (x * PER_STEP + 0.5);
        double r = x - k * HIGH - k * LOW;
        double power = POWERS[k & (STEPS - 1)] * Double.longBitsToDouble((1023L - (k >> 6)) << 52);
        double rest = -r + r * r * (0.5 - r * (1.0 / 6 - r * (1.0 / 24 - r * (1.0 / 120))));
        return power + power * rest;
    }
}
