package dev.rapport.engagement.model;

import dev.rapport.model.internal.ValueStyle;
import java.math.BigDecimal;
import org.immutables.value.Value;

/** Touchpoints of one kind that every customer of a model gets in a year. Immutable. */
@Value.Immutable
@ValueStyle
public interface TouchpointPlan {

    /**
     * What they are, as touchpoints and time entries name it: check-in, business-review, renewal.
     *
     * @return the kind
     */
    String kind();

    /**
     * How many there are in a year.
     *
     * @return the number, at least 0; 0.5 is every other year
     */
    BigDecimal timesPerYear();

    /**
     * How long one takes, with preparation and follow-up.
     *
     * @return the hours, at least 0
     */
    BigDecimal hoursEach();

    /**
     * Who does them.
     *
     * @return the id of a role
     */
    String role();

    /**
     * The hours in a year.
     *
     * @return how many times how long
     */
    default BigDecimal hoursPerYear() {
        return timesPerYear().multiply(hoursEach());
    }

    /**
     * Starts a plan.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Fills a plan. Not for use by several threads. */
    final class Builder extends ImmutableTouchpointPlan.Builder {
        Builder() {}
    }
}
