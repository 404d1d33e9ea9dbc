package dev.rapport.engagement.model;

import dev.rapport.model.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** Touchpoints of one kind that every customer of a model gets in a year, or those in some stages of the life cycle. Immutable. */
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
     * The life-cycle stages in which customers get them.
     *
     * @return the stages; empty if all get them
     */
    List<String> stages();

    /**
     * How long before the customer's decision they are done, which makes their season. Those of a customer whose decision is
     * not known or not within the year are spread over it.
     *
     * @return the days, at least 0; empty if they are no work on the decision
     */
    OptionalInt daysBeforeDecision();

    /**
     * The calendar months in which they are done, all alike.
     *
     * @return the months, 1 to 12; empty if they are spread over the year
     */
    List<Integer> months();

    /**
     * Says whether a customer gets them.
     *
     * @param stage  where the customer stands in the life cycle; empty if that is not known
     * @return true if they are for every stage, or for this one
     */
    default boolean isFor(Optional<String> stage) {
        return stages().isEmpty() || stage.filter(stages()::contains).isPresent();
    }

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
