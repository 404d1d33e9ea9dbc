package dev.rapport.engagement.plan;

import dev.rapport.health.retention.ArrBridge;
import dev.rapport.health.retention.CohortTable;
import dev.rapport.health.retention.RetentionDefinition;
import dev.rapport.health.retention.RetentionRates;
import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How much of its customers and revenue the book kept in the twelve months up to the plan's date, at that date's exchange
 * rates, so that the last closing is the plan's recurring revenue. Immutable.
 */
@Value.Immutable
@ValueStyle
public abstract class PlanRetention {

    PlanRetention() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * What became of one segment.
     *
     * @param segment  the segment at the first date at which each of its customers was one; {@code none} for others
     * @param year  what became of its revenue from the first date to the last, by account
     * @param rates  by account and by contract
     */
    public record SegmentRetention(String segment, ArrBridge year, List<RetentionRates> rates) {

        /**
         * Copies the rates.
         *
         * @param segment  the segment
         * @param year  what became of its revenue
         * @param rates  by account and by contract
         */
        public SegmentRetention {
            rates = List.copyOf(rates);
        }
    }

    /**
     * When revenue counts as lost, and at which rates.
     *
     * @return the definition
     */
    public abstract RetentionDefinition definition();

    /**
     * From the first date to the last at once, by account.
     *
     * @return the bridge
     */
    public abstract ArrBridge year();

    /**
     * Month by month, by account.
     *
     * @return twelve bridges that lead from one to the next
     */
    public abstract List<ArrBridge> months();

    /**
     * The rates: by the cohort at each level, by the renewals due and trailing.
     *
     * @return each with its level and method; the first is that of accounts
     */
    public abstract List<RetentionRates> rates();

    /**
     * The rates of the cohort by account with each amount at its own day's exchange rates.
     *
     * @return the rates; empty in a book of one currency
     */
    public abstract Optional<RetentionRates> atCurrentRates();

    /**
     * Segment by segment.
     *
     * @return the segments in their order; they sum to the year
     */
    public abstract List<SegmentRetention> segments();

    /**
     * Who started together, month by month.
     *
     * @return the cohorts of customers
     */
    public abstract CohortTable cohorts();

    /**
     * The customers whose revenue is not told, so that they are in no figure.
     *
     * @return why, by customer
     */
    public abstract Map<String, String> leftOut();

    /** Makes a section. */
    static final class Builder extends ImmutablePlanRetention.Builder {
        Builder() {}
    }
}
