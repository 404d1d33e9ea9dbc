package dev.rapport.engagement.review;

import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Touchpoint;
import dev.rapport.model.internal.ValueStyle;
import org.immutables.value.Value;

/** A review that customers are to have, such as the business review of each quarter. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class ReviewRule {

    ReviewRule() {}

    /**
     * Starts a rule.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What the review is called.
     *
     * @return the id, unique in a policy
     */
    public abstract String id();

    /**
     * What tells that it was held.
     *
     * @return the kind of touchpoint
     */
    public abstract String touchpoint();

    /**
     * How often it is to be held: once in each period, periods being counted from the start of the first contract that is
     * no trial.
     *
     * @return the cadence
     */
    public abstract Cadence cadence();

    /**
     * Says whether it must be held by the decision date where one falls into its period, and not by the period's last day.
     *
     * @return true if it must; false if not said
     */
    @Value.Default
    public boolean beforeDecision() {
        return false;
    }

    /**
     * What is read.
     *
     * @return attributes and series
     */
    public Requirements requirements() {
        return cadence().requirements().and(Requirements.series(Contract.SERIES, Touchpoint.SERIES));
    }

    /** Collects what a rule is made of. Not for use by several threads. */
    public static final class Builder extends ImmutableReviewRule.Builder {
        Builder() {}
    }
}
