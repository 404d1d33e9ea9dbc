package dev.rapport.segmentation.clustering;

/** How far a customer is from a centre. What is compared is the order of these, so squares serve where roots would. */
public enum ClusterMeasure {
    /** The sum of ((x - c) / s)^2. Where a value is missing there is no answer. */
    SQUARED,
    /** The mean of ((x - c) / s)^2 over the attributes with a value. */
    MEAN_SQUARED,
    /** The mean of |x - c| / s over numbers, s their range, and of 1 for each text that differs; of those with a value. */
    GOWER,
    /** The sum of ((x - c) / s)^2 over the numbers with a value, plus lambda for each text that differs. */
    MIXED;

    /** What one attribute adds. */
    double part(boolean category, double value, double centre, double scale, double lambda) {
        if (category) {
            return value == centre ? 0 : this == MIXED ? lambda : 1;
        }
        double difference = (value - centre) / scale;
        return this == GOWER ? Math.abs(difference) : difference * difference;
    }

    boolean isMean() {
        return this == GOWER || this == MEAN_SQUARED;
    }
}
