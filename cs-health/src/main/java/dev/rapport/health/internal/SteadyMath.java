package dev.rapport.health.internal;

/**
 * Logarithm and exponential for inner loops: the same on every machine, as those of {@link StrictMath} are, in a quarter of
 * their time.
 *
 * <p><strong>Formula.</strong> {@code ln x} and {@code e^x}.
 *
 * <p><strong>Units.</strong> Without unit.
 *
 * <p><strong>Edges.</strong> The logarithm is of finite numbers above 0; the exponential of numbers up to 700, 0 below
 * -700 and NaN of NaN.
 *
 * <p><strong>Algorithm.</strong> The nearest of 128 (64) points from a table of StrictMath's, and from there a polynomial.
 * The logarithm errs by at most 1e-15 plus 4e-16 of it, the exponential by 4e-16 of it.
 *
 * <p><strong>Reference.</strong> P. T. P. Tang, "Table-driven implementation of the exponential function in IEEE
 * floating-point arithmetic", ACM Transactions on Mathematical Software 15 (1989), doi:10.1145/63522.214389.
 *
 * <p>This class is internal to Rapport and may change in any release.
 */
public final class SteadyMath {

    private static final int LOG_BITS = 7;
    private static final int LOG_POINTS = 1 << LOG_BITS;
    private static final int EXP_BITS = 6;
    private static final int EXP_POINTS = 1 << EXP_BITS;
    private static final int MANTISSA_BITS = 52;
    private static final int BIAS = 1023;
    private static final long MANTISSA = (1L << MANTISSA_BITS) - 1;
    private static final long ONE = (long) BIAS << MANTISSA_BITS;
    private static final double LOG_TWO = 0.6931471805599453;
    private static final double THIRD = 1.0 / 3;
    private static final double SIXTH = 1.0 / 6;
    private static final double TWENTY_FOURTH = 1.0 / 24;
    private static final double HUNDRED_TWENTIETH = 1.0 / 120;
    private static final double LEAST_EXPONENT = -700;

    private static final double STEPS = EXP_POINTS / LOG_TWO;
    /** Above all steps, so that cutting off rounds; and a half. */
    private static final double MIDDLE = 131072.5;
    /** A step in two parts: the first with so few bits that its multiples are exact. */
    private static final double STEP = (float) (LOG_TWO / EXP_POINTS);

    /** ln 2 / 64 less the first part. */
    private static final double STEP_REST = -2.976022343684012e-11;

    private static final double[] INVERSE = new double[LOG_POINTS];
    private static final double[] LOG = new double[LOG_POINTS];
    private static final double[] POWER = new double[EXP_POINTS];

    static {
        for (int i = 0; i < LOG_POINTS; i++) {
            INVERSE[i] = (float) (1 / (1 + (i + 0.5) / LOG_POINTS));
            LOG[i] = -StrictMath.log(INVERSE[i]);
        }
        for (int i = 0; i < EXP_POINTS; i++) {
            POWER[i] = StrictMath.pow(2, (double) i / EXP_POINTS);
        }
    }

    private SteadyMath() {}

    /**
     * The natural logarithm.
     *
     * @param x  finite, above 0
     * @return its logarithm
     */
    public static double log(double x) {
        if (x < Double.MIN_NORMAL) {
            return StrictMath.log(x);
        }
        long bits = Double.doubleToRawLongBits(x);
        int exponent = (int) (bits >>> MANTISSA_BITS) - BIAS;
        int point = (int) (bits >>> (MANTISSA_BITS - LOG_BITS)) & (LOG_POINTS - 1);
        double r = Double.longBitsToDouble((bits & MANTISSA) | ONE) * INVERSE[point] - 1;
        double square = r * r;
        double series = square * (r * THIRD - 0.5 + square * (r * 0.2 - 0.25 - square * SIXTH));
        return exponent * LOG_TWO + LOG[point] + (r + series);
    }

    /**
     * The exponential function.
     *
     * @param x  at most 700
     * @return its exponential; 0 below -700, NaN of NaN
     */
    public static double exp(double x) {
        if (x < LEAST_EXPONENT) {
            return 0;
        }
        int step = (int) (x * STEPS + MIDDLE) - (int) MIDDLE;
        double r = x - step * STEP - step * STEP_REST;
        double square = r * r;
        double series = 1 + r + square * (0.5 + r * SIXTH + square * (TWENTY_FOURTH + r * HUNDRED_TWENTIETH));
        double scale = Double.longBitsToDouble((long) ((step >> EXP_BITS) + BIAS) << MANTISSA_BITS);
        return scale * (POWER[step & (EXP_POINTS - 1)] * series);
    }
}
