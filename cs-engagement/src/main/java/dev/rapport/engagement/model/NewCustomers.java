package dev.rapport.engagement.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;

/**
 * How many new customers a segment is expected to get.
 *
 * @param segment  the id of the segment
 * @param perYear  how many, at least 0
 * @param months  the calendar months in which they come, all alike; empty if they come all year
 */
public record NewCustomers(String segment, BigDecimal perYear, List<Integer> months) {

    /**
     * Copies the months.
     *
     * @param segment  the id of the segment
     * @param perYear  how many
     * @param months  the calendar months
     */
    public NewCustomers {
        requireNonNull(segment, "segment");
        requireNonNull(perYear, "perYear");
        months = List.copyOf(months);
    }
}
