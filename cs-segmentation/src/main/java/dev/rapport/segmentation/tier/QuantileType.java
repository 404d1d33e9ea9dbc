package dev.rapport.segmentation.tier;

/**
 * What a quantile is between two values, by the numbers of Hyndman and Fan, which R uses.
 *
 * <p>Reference: Hyndman and Fan, Sample quantiles in statistical packages, The American Statistician 50(4), 1996,
 * doi:10.2307/2684934.
 */
public enum QuantileType {
    /** Type 1: the least value that so large a share is not above. Always one of the values. */
    INVERTED_DISTRIBUTION,
    /** Type 2: as type 1, the mean of two values where the share is met exactly. */
    AVERAGED_DISTRIBUTION,
    /** Type 6: between the values at p (n + 1). */
    WEIBULL,
    /** Type 7: between the values at 1 + p (n - 1); what R, NumPy and spreadsheets take unless told otherwise. */
    LINEAR,
    /** Type 8: between the values at p (n + 1/3) + 1/3; nearly free of bias, whatever the distribution. */
    MEDIAN_UNBIASED;

    private static final double FUZZ = 4 * 0x1p-52;

    /**
     * A quantile.
     *
     * @param sorted  the values, rising, at least one
     * @param share  the share below, 0 to 1
     * @return the quantile
     * @throws IllegalArgumentException if there are no values or the share is no share
     */
    public double of(double[] sorted, double share) {
        if (sorted.length == 0 || !(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException(
                    "share (" + share + ") must be between 0 and 1, of at least one value (" + sorted.length + ").");
        }
        int n = sorted.length;
        double position = switch (this) {
            case INVERTED_DISTRIBUTION, AVERAGED_DISTRIBUTION -> n * share;
            case WEIBULL -> share * (n + 1);
            case LINEAR -> 1 + share * (n - 1);
            case MEDIAN_UNBIASED -> share * (n + 1.0 / 3) + 1.0 / 3;
        };
        double whole = Math.floor(position + FUZZ);
        double rest = position - whole;
        rest = Math.abs(rest) < FUZZ ? 0 : rest;
        if (this == INVERTED_DISTRIBUTION) {
            rest = rest > 0 ? 1 : 0;
        } else if (this == AVERAGED_DISTRIBUTION) {
            rest = rest > 0 ? 1 : 0.5;
        }
        double low = at(sorted, whole);
        double high = at(sorted, whole + 1);
        return rest == 0 || low == high ? low : rest == 1 ? high : (1 - rest) * low + rest * high;
    }

    private static double at(double[] sorted, double position) {
        return sorted[(int) Math.max(0, Math.min(sorted.length - 1, position - 1))];
    }
}
