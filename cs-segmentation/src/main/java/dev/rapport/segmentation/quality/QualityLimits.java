package dev.rapport.segmentation.quality;

/**
 * From where on something speaks against a segmentation.
 *
 * @param mostSegments  how many segments can be looked after apart
 * @param fewestCustomers  how many customers make a segment worth having
 * @param leastExplained  the share of an outcome's variance, beyond chance, below which segments do not differ in it
 */
public record QualityLimits(int mostSegments, int fewestCustomers, double leastExplained) {

    /**
     * Checks the limits.
     *
     * @param mostSegments  how many segments can be looked after apart, at least 1
     * @param fewestCustomers  how many customers make a segment worth having, at least 0
     * @param leastExplained  the least share explained, 0 to 1
     * @throws IllegalArgumentException if one is not
     */
    public QualityLimits {
        if (mostSegments < 1 || fewestCustomers < 0 || !(leastExplained >= 0 && leastExplained <= 1)) {
            throw new IllegalArgumentException("mostSegments (" + mostSegments + ") must be >= 1, fewestCustomers ("
                    + fewestCustomers + ") >= 0, leastExplained (" + leastExplained + ") between 0 and 1.");
        }
    }

    /**
     * Twelve segments, twenty customers, 1 % of the variance. The criteria (substantial, differentiable, actionable) are
     * Kotler's and Keller's, Marketing Management, 15th edition, chapter 9; 1 % is a small effect in Cohen's Statistical Power
     * Analysis, 2nd edition, section 8.2. How many segments and customers is this library's choice.
     *
     * @return the limits
     */
    public static QualityLimits manageable() {
        return new QualityLimits(12, 20, 0.01);
    }
}
