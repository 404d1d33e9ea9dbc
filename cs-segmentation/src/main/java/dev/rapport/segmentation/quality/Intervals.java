package dev.rapport.segmentation.quality;

/** The 95 % intervals of means. */
final class Intervals {

    private static final double Z = 1.959963984540054;
    private static final double T_1 = 12.706204736174694;
    private static final double T_2 = 4.302652729749464;

    private Intervals() {}

    /** Wilson's interval of a share: Journal of the American Statistical Association 22, 1927, doi:10.2307/2276774. */
    static Estimate share(double mean, int n) {
        double square = Z * Z;
        double centre = (mean + square / (2 * n)) / (1 + square / n);
        double margin = Z / (1 + square / n) * Math.sqrt(mean * (1 - mean) / n + square / (4.0 * n * n));
        return new Estimate(
                mean, Math.max(0, Math.min(mean, centre - margin)), Math.min(1, Math.max(mean, centre + margin)));
    }

    static Estimate mean(double mean, double squares, int n) {
        if (n == 1) {
            return new Estimate(mean, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double margin = student(n - 1) * Math.sqrt(squares / (n - 1) / n);
        return new Estimate(mean, mean - margin, mean + margin);
    }

    /**
     * The 0.975 quantile of Student's t, by its expansion around the normal one: Abramowitz and Stegun, Handbook of
     * Mathematical Functions, 26.7.5. Within 0.2 % from three degrees of freedom on, exact below.
     */
    static double student(int degrees) {
        if (degrees <= 2) {
            return degrees == 1 ? T_1 : T_2;
        }
        double z3 = Z * Z * Z;
        double z5 = z3 * Z * Z;
        double z7 = z5 * Z * Z;
        double z9 = z7 * Z * Z;
        double v = degrees;
        return Z
                + (z3 + Z) / 4 / v
                + (5 * z5 + 16 * z3 + 3 * Z) / 96 / (v * v)
                + (3 * z7 + 19 * z5 + 17 * z3 - 15 * Z) / 384 / (v * v * v)
                + (79 * z9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * Z) / 92_160 / (v * v * v * v);
    }
}
