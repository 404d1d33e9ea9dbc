package dev.rapport.engagement.plan;

import dev.rapport.engagement.attribution.AttributedCustomer;
import dev.rapport.engagement.attribution.Attribution;
import dev.rapport.engagement.attribution.AttributionPolicy;
import dev.rapport.engagement.attribution.OwnerInterval;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Whose revenue was kept, by the policy of attribution: in the twelve months of the plan's retention, and in the last three
 * of them. Immutable.
 *
 * @param policy  who answers for what
 * @param periods  the periods, the longer one first
 */
public record AttributionReport(AttributionPolicy policy, List<Period> periods) {

    /**
     * Copies the periods.
     *
     * @param policy  who answers for what
     * @param periods  the periods
     */
    public AttributionReport {
        periods = List.copyOf(periods);
    }

    /**
     * A period in which revenue was kept or lost.
     *
     * @param span  its days
     * @param attribution  who answers for what of it
     * @param intervals  who looked after each customer in it, by the id of the customer
     */
    public record Period(Span span, Attribution attribution, Map<String, List<OwnerInterval>> intervals) {

        /**
         * Copies the intervals.
         *
         * @param span  its days
         * @param attribution  who answers for what of it
         * @param intervals  who looked after each customer in it
         */
        public Period {
            intervals = Map.copyOf(intervals);
        }

        /**
         * Who looked after a customer in the period.
         *
         * @param customer  a customer of the attribution
         * @return the intervals that reach into the period, by their first day
         */
        public List<OwnerInterval> intervalsOf(AttributedCustomer customer) {
            return intervals.getOrDefault(customer.change().customerId(), List.of());
        }
    }

    /**
     * Some days.
     *
     * @param from  the day at whose end the period begins
     * @param to  its last day
     */
    public record Span(LocalDate from, LocalDate to) {

        boolean touches(OwnerInterval interval) {
            return !interval.from().isAfter(to)
                    && interval.to().map(end -> end.isAfter(from.plusDays(1))).orElse(true);
        }
    }
}
