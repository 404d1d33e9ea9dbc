package dev.rapport.engagement.model;

import dev.rapport.model.internal.ValueStyle;
import dev.rapport.segmentation.condition.Condition;
import java.math.BigDecimal;
import org.immutables.value.Value;

/** Human help that customers of a model get on a named trigger, beside what every one gets, up to so many hours a year. Immutable. */
@Value.Immutable
@ValueStyle
public interface FlexRule {

    /**
     * What it is called, and the kind of time entries that are spent on it.
     *
     * @return the id, unique in its model
     */
    String id();

    /**
     * What sets it off.
     *
     * @return the condition
     */
    Condition when();

    /**
     * Who helps.
     *
     * @return the id of a role
     */
    String role();

    /**
     * How long it takes for one customer, with preparation.
     *
     * @return the hours, above 0
     */
    BigDecimal hoursEach();

    /**
     * How many hours there are for it.
     *
     * @return the hours in a year for all customers of the model together, at least 0
     */
    BigDecimal atMostHoursPerYear();

    /**
     * Starts a rule.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Fills a rule. Not for use by several threads. */
    final class Builder extends ImmutableFlexRule.Builder {
        Builder() {}
    }
}
