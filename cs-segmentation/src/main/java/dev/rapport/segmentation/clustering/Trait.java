package dev.rapport.segmentation.clustering;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/** How a cluster differs from all customers in one attribute. */
public final class Trait {

    private static final double CLEARLY = 0.3;
    private static final double VERY = 1;

    private final Feature feature;
    private final Optional<String> text;
    private final double inCluster;
    private final double overall;
    private final double strength;

    Trait(Feature feature, Optional<String> text, double inCluster, double overall, double strength) {
        this.feature = feature;
        this.text = text;
        this.inCluster = inCluster;
        this.overall = overall;
        this.strength = strength;
    }

    /**
     * The attribute.
     *
     * @return the attribute
     */
    public Feature feature() {
        return feature;
    }

    /**
     * The text that the cluster differs in most.
     *
     * @return the text; empty if the attribute is a number
     */
    public Optional<String> text() {
        return text;
    }

    /**
     * The mean of the number in the cluster, or the share of its customers that have the text; of those with a value.
     *
     * @return the mean or the share; NaN if none of them has a value
     */
    public double inCluster() {
        return inCluster;
    }

    /**
     * The same of all customers.
     *
     * @return the mean or the share
     */
    public double overall() {
        return overall;
    }

    /**
     * How much that is: the difference in standard deviations of all customers; of a share p, over sqrt(p (1 - p)).
     *
     * @return the strength, below 0 where the cluster has less; 0 where nothing differs
     */
    public double strength() {
        return strength;
    }

    /**
     * Says whether it is worth saying: a strength of at least 0.3 either way.
     *
     * @return true if it sets the cluster apart
     */
    public boolean isClear() {
        return Math.abs(strength) >= CLEARLY;
    }

    /**
     * The trait in words and numbers.
     *
     * @param name  what to call the attribute
     * @return such as {@code arr very high (mean 52000, all 12000)}
     */
    public String words(String name) {
        String degree = Math.abs(strength) >= VERY ? "very " : "";
        if (text.isPresent()) {
            return name + (strength >= 0 ? " more often " : " less often ") + text.get() + " (" + percent(inCluster)
                    + ", all " + percent(overall) + ")";
        }
        return name + " " + degree + (strength >= 0 ? "high" : "low") + " (mean " + number(inCluster) + ", all "
                + number(overall) + ")";
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share * 100)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .toPlainString()
                + " %";
    }

    private static String number(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value)
                .round(new MathContext(4, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0).toPlainString() : rounded.toPlainString();
    }

    /** The words, with the attribute's name. */
    @Override
    public String toString() {
        return words(feature.toString());
    }
}
