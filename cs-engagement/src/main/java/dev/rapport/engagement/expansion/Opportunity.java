package dev.rapport.engagement.expansion;

import dev.rapport.model.decision.Explanation;
import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import java.util.function.Supplier;
import org.immutables.value.Value;
import org.joda.money.Money;

/** Something that a customer could be offered. There is at most one for a customer and a cause. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class Opportunity {

    Opportunity() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Who could be offered more.
     *
     * @return the customer's id
     */
    public abstract String customerId();

    /**
     * The segment of the customer.
     *
     * @return its id, or {@code none}
     */
    public abstract String segment();

    /**
     * Why.
     *
     * @return the cause
     */
    public abstract ExpansionCause cause();

    /**
     * What it would bring.
     *
     * @return the recurring revenue of a year, rounded once
     */
    public abstract Money arr();

    /**
     * How what it would bring is estimated, in words.
     *
     * @return a clause for each part of the estimate that brings something
     */
    @Value.Lazy
    public List<String> derivation() {
        return Derivation.of(this);
    }

    /**
     * How it comes about.
     *
     * @return gate, evidence, refusals and the estimate; the value is what it would bring
     */
    @Value.Lazy
    public Explanation reasons() {
        return explained().get();
    }

    /** Tells the reasons; of a book of columns they are not worked out before somebody asks. */
    @Value.Auxiliary
    abstract Supplier<Explanation> explained();

    /** Makes an opportunity. */
    static final class Builder extends ImmutableOpportunity.Builder {
        Builder() {}
    }
}
