package dev.rapport.engagement.lifecycle;

import dev.rapport.model.decision.Explanation;
import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** The stage that a customer is in, with a product or as a whole, and for how long. */
@Value.Immutable
@ValueStyle
public abstract class CurrentStage {

    CurrentStage() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Whose stage it is.
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
     * In which stage.
     *
     * @return a stage of the policy
     */
    public abstract Stage stage();

    /**
     * Since when.
     *
     * @return the first day
     */
    public abstract LocalDate since();

    /**
     * For how long.
     *
     * @return the days from the first day to the last one that the cut sees, that day not counted
     */
    public abstract int days();

    /**
     * Says whether the customer has been there for longer than expected times the policy's factor.
     *
     * @return true if they are stuck
     */
    public abstract boolean stuck();

    /**
     * Why they are stuck or not.
     *
     * @return the value is the share of the expected days that has passed; none for a stage to stay in
     */
    @Value.Auxiliary
    public abstract Explanation reasons();

    static final class Builder extends ImmutableCurrentStage.Builder {
        Builder() {}
    }
}
