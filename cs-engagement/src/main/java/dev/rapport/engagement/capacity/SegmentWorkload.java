package dev.rapport.engagement.capacity;

import dev.rapport.model.internal.ValueStyle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.immutables.value.Value;

/** What the customers of a segment take of all roles, month by month. Immutable. */
@Value.Immutable
@ValueStyle
public interface SegmentWorkload {

    /**
     * The segment.
     *
     * @return the id
     */
    String segment();

    /**
     * The model.
     *
     * @return the id of the engagement model
     */
    String model();

    /**
     * How many customers there are today.
     *
     * @return the number
     */
    int customers();

    /**
     * The hours of all roles.
     *
     * @return twelve numbers, with the capacity factor
     */
    List<BigDecimal> hours();

    /**
     * The hours for one customer.
     *
     * @return twelve means to four digits; empty without customers
     */
    default List<BigDecimal> hoursPerCustomer() {
        return customers() == 0
                ? List.of()
                : hours().stream()
                        .map(hours -> hours.divide(BigDecimal.valueOf(customers()), 4, RoundingMode.HALF_EVEN))
                        .toList();
    }

    /** Fills a workload. Not for use by several threads. */
    final class Builder extends ImmutableSegmentWorkload.Builder {
        Builder() {}
    }
}
