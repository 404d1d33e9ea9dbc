package dev.rapport.engagement.lifecycle;

import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * A customer handed from one stage to the next. It broke if something on the checklist is lacking, if the evidence for
 * leaving or entering is, or if nobody was accountable on the first day.
 */
@Value.Immutable
@ValueStyle
public abstract class HandOff {

    HandOff() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Who was handed on.
     *
     * @return the customer's id
     */
    public abstract String customerId();

    /**
     * With which product.
     *
     * @return the product, empty for the customer as a whole
     */
    public abstract Optional<String> product();

    /**
     * From which stage.
     *
     * @return a stage of the policy
     */
    public abstract Stage left();

    /**
     * To which stage.
     *
     * @return a stage of the policy
     */
    public abstract Stage entered();

    /**
     * On the first day in the new stage.
     *
     * @return the day
     */
    public abstract LocalDate on();

    /**
     * What was checked.
     *
     * @return the evidence for leaving, the checklist, and the evidence for entering
     */
    public abstract List<CheckedEvidence> checked();

    /**
     * Who was accountable for the new stage on its first day.
     *
     * @return a member or pool; empty if nobody was
     */
    public abstract Optional<String> accountable();

    /**
     * Why it broke.
     *
     * @return clauses; empty if it did not
     */
    public abstract List<String> broken();

    /**
     * How complete what was checked is.
     *
     * @return the share that was there of what can be told, or empty if nothing can
     */
    public OptionalDouble completeness() {
        return CheckedEvidence.completeness(checked());
    }

    static final class Builder extends ImmutableHandOff.Builder {
        Builder() {}
    }
}
