package dev.rapport.engagement.lifecycle;

import dev.rapport.model.internal.ValueStyle;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.joda.money.Money;

/** Where one customer stands on one outcome of the roadmap. */
@Value.Immutable
@ValueStyle
public abstract class CustomerOutcome {

    /** How far a customer is. */
    public enum State {
        /** The customer has no goal of that kind: the roadmap is not agreed on. */
        NOT_SET,
        /** The target is not reached, and not due yet. */
        UNDER_WAY,
        /** The target is not reached, and was due. */
        BEHIND,
        /** The target is reached, by our own account. */
        REACHED,
        /** The customer has confirmed what was reached. */
        CONFIRMED
    }

    CustomerOutcome() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Whose it is.
     *
     * @return the customer's id
     */
    public abstract String customerId();

    /**
     * Which outcome.
     *
     * @return an outcome of the life cycle's roadmap
     */
    public abstract RoadmapOutcome outcome();

    /**
     * How far it is.
     *
     * @return the state
     */
    public abstract State state();

    /**
     * Where the customer began.
     *
     * @return a number in the goal's unit, or empty
     */
    public abstract OptionalDouble baseline();

    /**
     * What is to be reached.
     *
     * @return a number in the goal's unit, or empty
     */
    public abstract OptionalDouble target();

    /**
     * What was reached so far.
     *
     * @return a number in the goal's unit, or empty
     */
    public abstract OptionalDouble realised();

    /**
     * What that is worth in a year.
     *
     * @return what changed towards the target, times what a unit is worth, below 0 if it got worse; empty if it cannot be
     *     told
     */
    public abstract Optional<Money> valuePerYear();

    static final class Builder extends ImmutableCustomerOutcome.Builder {
        Builder() {}
    }
}
