package dev.rapport.engagement.model;

/**
 * How far ahead the years of a customer count, and what later ones are worth today.
 *
 * @param years  for how many years, from 1 to {@value #MOST_YEARS}
 * @param yearlyDiscountRate  by how much a year is worth less than the one before, such as 0.1; from 0 to 1
 */
public record LifetimeOutlook(int years, double yearlyDiscountRate) {

    /** Beyond ten years nobody knows what will be sold. */
    public static final int MOST_YEARS = 10;

    /**
     * Checks both numbers.
     *
     * @param years  for how many years
     * @param yearlyDiscountRate  by how much a year is worth less than the one before
     */
    public LifetimeOutlook {
        if (years < 1 || years > MOST_YEARS || !(yearlyDiscountRate >= 0 && yearlyDiscountRate <= 1)) {
            throw new IllegalArgumentException("years (" + years + ") must be from 1 to " + MOST_YEARS
                    + ", yearlyDiscountRate (" + yearlyDiscountRate + ") from 0 to 1.");
        }
    }
}
