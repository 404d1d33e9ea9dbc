package dev.rapport.engagement.model;

/**
 * A number that is not known exactly: the least and the greatest that people would believe, and the likeliest between them.
 *
 * <p>Its distribution is triangular: the density rises from the least to the likeliest and falls to the greatest. Mean {@code
 * (low + likely + high) / 3}; quantile {@code low + sqrt(p (high - low) (likely - low))} up to {@code p = (likely - low) / (high -
 * low)}, mirrored above. Edges: a single point is certain. Reference: S. Kotz, J. R. van Dorp, Beyond Beta, 2004, chapter 1,
 * doi:10.1142/5720.
 *
 * @param low  the least, finite
 * @param likely  the likeliest
 * @param high  the greatest, finite
 */
public record Triangle(double low, double likely, double high) {

    /**
     * Checks the order.
     *
     * @param low  the least, finite
     * @param likely  not below the least
     * @param high  not below the likeliest, finite
     */
    public Triangle {
        if (!(Double.isFinite(low) && Double.isFinite(high) && low <= likely && likely <= high)) {
            throw new IllegalArgumentException("low (" + low + "), likely (" + likely + ") and high (" + high
                    + ") must be finite and in that order.");
        }
    }

    /**
     * A number that is known.
     *
     * @param value  the number, finite
     * @return a triangle of one point
     */
    public static Triangle exactly(double value) {
        return new Triangle(value, value, value);
    }

    /**
     * The mean.
     *
     * @return between the least and the greatest
     */
    public double mean() {
        return (low + likely + high) / 3;
    }

    /**
     * What a share of the believable numbers lies below.
     *
     * @param share  from 0 to 1
     * @return between the least and the greatest
     */
    public double quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share (" + share + ") must be from 0 to 1.");
        }
        double width = high - low;
        return share * width <= likely - low
                ? low + Math.sqrt(share * width * (likely - low))
                : high - Math.sqrt((1 - share) * width * (high - likely));
    }
}
