package dev.rapport.engagement.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The hours that a role needs month by month, with the season, those whom it onboards, and absence. Immutable.
 *
 * <pre>{@code
 * RoleDemand csm = RoleDemand.of(economics.capacityByRole().get("csm"))
 *         .season(List.of(8, 8, 10, 7, 7, 9, 6, 5, 10, 9, 10, 11))
 *         .onboarding(new BigDecimal("12"), List.of(3, 3, 2, 2, 2, 2, 1, 1, 4, 3, 3, 4))
 *         .absence(new BigDecimal("0.14"));
 * csm.people(new BigDecimal("130"));   // in the fullest month
 * }</pre>
 *
 * <p>Formula: {@code (H w[m] / W + o n[m]) / (1 - a)} hours in month {@code m}, with the hours {@code H} of a year, the weight {@code w} of
 * the month and their sum {@code W}, {@code o} hours to onboard each of {@code n} new customers, and the share {@code a} of paid
 * hours in which people are away. Units: hours. Edges: without a season all months are alike. Exact, but for the quotients, of
 * 34 digits.
 */
public final class RoleDemand {

    private static final int MONTHS = 12;
    private static final int DIGITS = 12;

    private final BigDecimal perYear;
    private final List<Integer> weights;
    private final BigDecimal perNewCustomer;
    private final List<Integer> newCustomers;
    private final BigDecimal absence;

    private RoleDemand(
            BigDecimal perYear,
            List<Integer> weights,
            BigDecimal perNewCustomer,
            List<Integer> newCustomers,
            BigDecimal absence) {
        this.perYear = perYear;
        this.weights = weights;
        this.perNewCustomer = perNewCustomer;
        this.newCustomers = newCustomers;
        this.absence = absence;
    }

    /**
     * Hours that are spread evenly over the year.
     *
     * @param hoursPerYear  at least 0; with the onboarding of customers who are there already, where it counts
     * @return the demand
     */
    public static RoleDemand of(BigDecimal hoursPerYear) {
        checked(hoursPerYear, "hoursPerYear");
        return new RoleDemand(
                hoursPerYear,
                Collections.nCopies(MONTHS, 1),
                BigDecimal.ZERO,
                Collections.nCopies(MONTHS, 0),
                BigDecimal.ZERO);
    }

    /**
     * This demand with a season, such as that of renewals.
     *
     * @param monthWeights  twelve weights from January on, at least 0 and not all 0
     * @return the demand
     */
    public RoleDemand season(List<Integer> monthWeights) {
        if (checked(monthWeights, "monthWeights") == 0) {
            throw new IllegalArgumentException("monthWeights must not all be 0.");
        }
        return new RoleDemand(perYear, List.copyOf(monthWeights), perNewCustomer, newCustomers, absence);
    }

    /**
     * This demand with customers who are yet to come.
     *
     * @param hoursEach  to onboard one, at least 0
     * @param customers  how many begin in each of the twelve months
     * @return the demand
     */
    public RoleDemand onboarding(BigDecimal hoursEach, List<Integer> customers) {
        checked(customers, "customers");
        return new RoleDemand(perYear, weights, checked(hoursEach, "hoursEach"), List.copyOf(customers), absence);
    }

    /**
     * This demand with people who are away.
     *
     * @param share  of the paid hours, from 0 to below 1: holidays, illness, training
     * @return the demand
     */
    public RoleDemand absence(BigDecimal share) {
        if (checked(share, "share").compareTo(BigDecimal.ONE) >= 0) {
            throw new IllegalArgumentException(
                    "share (" + share.toPlainString() + ") must be below 1.\nMaybe 0.14 for 14 %.");
        }
        return new RoleDemand(perYear, weights, perNewCustomer, newCustomers, share);
    }

    /**
     * The paid hours that it takes.
     *
     * @return twelve numbers from January on
     */
    public List<BigDecimal> hoursByMonth() {
        BigDecimal sum = BigDecimal.valueOf(weights.stream().mapToLong(weight -> weight).sum());
        List<BigDecimal> months = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            BigDecimal usual = perYear.multiply(BigDecimal.valueOf(weights.get(month))).divide(sum, MathContext.DECIMAL128);
            BigDecimal onboarding = perNewCustomer.multiply(BigDecimal.valueOf(newCustomers.get(month)));
            months.add(usual.add(onboarding).divide(BigDecimal.ONE.subtract(absence), MathContext.DECIMAL128));
        }
        return List.copyOf(months);
    }

    /**
     * How many people it takes in the fullest month.
     *
     * @param hoursEach  the paid hours of one in a month, above 0
     * @return the number, rounded up
     */
    public int people(BigDecimal hoursEach) {
        if (hoursEach.signum() <= 0) {
            throw new IllegalArgumentException("hoursEach (" + hoursEach.toPlainString() + ") must be above 0.");
        }
        // Without the last digits of quotients, which would make a person of a rounding
        return Collections.max(hoursByMonth())
                .setScale(DIGITS, RoundingMode.HALF_EVEN)
                .divide(hoursEach, 0, RoundingMode.CEILING).intValueExact();
    }

    private static BigDecimal checked(BigDecimal number, String name) {
        if (number.signum() < 0) {
            throw new IllegalArgumentException(name + " (" + number.toPlainString() + ") must be at least 0.");
        }
        return number;
    }

    private static long checked(List<Integer> months, String name) {
        if (months.size() != MONTHS || months.stream().anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException(name + " (" + months + ") must be twelve numbers of at least 0.");
        }
        return months.stream().mapToLong(number -> number).sum();
    }
}
