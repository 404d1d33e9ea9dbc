package dev.rapport.engagement.expansion;

import dev.rapport.model.internal.ValueStyle;
import dev.rapport.segmentation.condition.Condition;
import org.immutables.value.Value;

/** A reason to offer a customer more. A customer has at most one opportunity for each. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class ExpansionCause {

    ExpansionCause() {}

    /**
     * Begins a cause.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What refusals and decisions refer to.
     *
     * @return the id, unique in the policy
     */
    public abstract String id();

    /**
     * What is offered, in words.
     *
     * @return the name
     */
    public abstract String name();

    /**
     * The evidence that it takes.
     *
     * @return the condition
     */
    public abstract Condition when();

    /**
     * How what it would bring is estimated.
     *
     * @return the estimate
     */
    public abstract ArrEstimate estimate();

    /**
     * Where the figures are from.
     *
     * @return a publication, or an opinion
     */
    public abstract String source();

    /** Makes a cause. */
    public static final class Builder extends ImmutableExpansionCause.Builder {
        Builder() {}
    }
}
