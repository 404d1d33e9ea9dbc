package dev.rapport.health.validation;

import dev.rapport.health.internal.Sorting;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How long before each loss the candidate warned without a break: below the best band, or among the customers that the team
 * has time for.
 *
 * @param days  of the losses it warned of, rising
 * @param missed  how many losses it did not warn of at the last date before
 * @param revenueWarned  the share of the lost revenue that it warned of; empty where revenue is not known
 */
public record LeadTimes(List<Double> days, int missed, OptionalDouble revenueWarned) {

    /**
     * Keeps a copy.
     *
     * @param days  of the losses it warned of, rising
     * @param missed  how many it did not warn of
     * @param revenueWarned  the share of the revenue
     */
    public LeadTimes {
        days = days.stream().sorted().toList();
    }

    /**
     * A quantile of the lead time over the losses it warned of.
     *
     * @param share  0 to 1, 0.5 for the median
     * @return days; empty if it warned of none
     */
    public OptionalDouble quantile(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share (" + share + ") must be between 0 and 1.");
        }
        if (days.isEmpty()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                Sorting.quantile(days.stream().mapToDouble(Double::doubleValue).toArray(), share));
    }

    /**
     * The share of all losses that it warned of at least so long before.
     *
     * @param atLeast  days
     * @return 0 to 1; 0 without losses
     */
    public double shareWarned(double atLeast) {
        int all = days.size() + missed;
        long warned = days.stream().filter(one -> one >= atLeast).count();
        return all == 0 ? 0 : (double) warned / all;
    }
}
