package dev.rapport.segmentation.clustering;

import java.util.Arrays;

/**
 * How unlike two customers are.
 *
 * <p>Formulas, over the attributes j of which both have a value:
 *
 * <ul>
 *   <li>Euclidean: the root of the sum of ((x_j - y_j) / s_j)^2; where values are missing, the sum is scaled up by the
 *       number of attributes over that of those used, as in R's {@code dist} and {@code daisy}. In the units of the
 *       attributes, or without unit where s_j is the standard deviation.
 *   <li>Gower: the mean of d_j, which is |x_j - y_j| over the range of the attribute for numbers, and 0 or 1 for texts that
 *       are the same or not. From 0 to 1. An attribute with range 0 adds 0 with its full weight.
 *   <li>Mixed: the sum of ((x_j - y_j) / s_j)^2 over numbers, plus lambda for each text that differs.
 * </ul>
 *
 * <p>Edges: of two customers that share no attribute with a value Gower's is 1, the greatest there is; the Euclidean has no
 * answer, which is an error that names both; the mixed is 0, for nothing speaks against it.
 *
 * <p>References: Gower, A general coefficient of similarity and some of its properties, Biometrics 27, 1971,
 * doi:10.2307/2528823; Kaufman and Rousseeuw, Finding groups in data, Wiley 1990, chapter 1; Huang, Extensions to the
 * k-means algorithm for clustering large data sets with categorical values, Data Mining and Knowledge Discovery 2, 1998,
 * doi:10.1023/A:1009769707641.
 */
public final class Dissimilarity {

    private enum Kind {
        EUCLIDEAN,
        GOWER,
        MIXED
    }

    private final Kind kind;
    private final ClusterData data;
    private final double[] values;
    private final int columns;
    private final boolean[] category;
    private final double[] scales;
    private final double lambda;
    private final boolean plain;

    private Dissimilarity(Kind kind, ClusterData data, double[] scales, double lambda) {
        this.kind = kind;
        this.data = data;
        this.values = data.values();
        this.columns = data.features().size();
        this.category = new boolean[columns];
        boolean unscaled = true;
        for (int j = 0; j < columns; j++) {
            category[j] = data.isCategory(j);
            unscaled &= scales[j] == 1;
        }
        this.scales = scales;
        this.lambda = lambda;
        this.plain = kind == Kind.EUCLIDEAN && unscaled && !data.hasMissing();
    }

    /**
     * The Euclidean distance in the units of the attributes.
     *
     * @param data  the customers; no texts
     * @return the dissimilarity
     * @throws IllegalArgumentException if an attribute is a text
     */
    public static Dissimilarity euclidean(ClusterData data) {
        return euclidean(data, Scales.none(data));
    }

    static Dissimilarity euclidean(ClusterData data, double[] scales) {
        if (data.hasCategories()) {
            throw new IllegalArgumentException("attributes must be numbers for Euclidean distances, were "
                    + data.features() + ".\nMaybe Gower's, which takes texts.");
        }
        return new Dissimilarity(Kind.EUCLIDEAN, data, scales, 0);
    }

    /**
     * Gower's dissimilarity; the ranges are those of these customers.
     *
     * @param data  the customers
     * @return the dissimilarity
     */
    public static Dissimilarity gower(ClusterData data) {
        return gower(data, Scales.ranges(data));
    }

    static Dissimilarity gower(ClusterData data, double[] ranges) {
        return new Dissimilarity(Kind.GOWER, data, ranges, 0);
    }

    /**
     * The dissimilarity of k-prototypes.
     *
     * @param data  the customers
     * @param lambda  what a text that differs counts
     * @return the dissimilarity
     */
    public static Dissimilarity mixed(ClusterData data, double lambda) {
        return mixed(data, Scales.none(data), lambda);
    }

    static Dissimilarity mixed(ClusterData data, double[] scales, double lambda) {
        return new Dissimilarity(Kind.MIXED, data, scales, lambda);
    }

    /**
     * The customers that are compared.
     *
     * @return the data
     */
    public ClusterData data() {
        return data;
    }

    /**
     * How unlike two customers are.
     *
     * @param a  the position of one
     * @param b  the position of the other
     * @return the dissimilarity, 0 or more, the same both ways
     * @throws IllegalArgumentException if a Euclidean distance is asked for and they share no attribute with a value
     */
    public double between(int a, int b) {
        if (plain) {
            return Math.sqrt(Points.squaredDistance(values, a * columns, values, b * columns, columns));
        }
        double sum = 0;
        int used = 0;
        for (int j = 0; j < columns; j++) {
            double x = values[a * columns + j];
            double y = values[b * columns + j];
            if (!Double.isNaN(x) && !Double.isNaN(y)) {
                used++;
                sum += part(j, x, y);
            }
        }
        return switch (kind) {
            case EUCLIDEAN -> {
                if (used == 0) {
                    throw new IllegalArgumentException("customers ("
                            + data.customerIds().get(a) + ") and ("
                            + data.customerIds().get(b)
                            + ") must share an attribute that has a value for both.\nMaybe leave the one out that lacks"
                            + " more, or use Gower's dissimilarity.");
                }
                yield Math.sqrt(used == columns ? sum : sum / ((double) used / columns));
            }
            case GOWER -> used == 0 ? 1 : sum / used;
            case MIXED -> sum;
        };
    }

    private double part(int j, double x, double y) {
        if (category[j]) {
            return x == y ? 0 : kind == Kind.MIXED ? lambda : 1;
        }
        double difference = (x - y) / scales[j];
        return kind == Kind.GOWER ? Math.abs(difference) : difference * difference;
    }

    /** The kind, the attributes and their scales; for people. */
    @Override
    public String toString() {
        return kind + " on " + data.features() + " " + Arrays.toString(scales);
    }
}
