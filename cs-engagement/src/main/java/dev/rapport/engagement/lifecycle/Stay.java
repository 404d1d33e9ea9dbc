package dev.rapport.engagement.lifecycle;

import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** One stay of a customer in a stage, held against what the stage asks for and promises. */
@Value.Immutable
@ValueStyle
public abstract class Stay {

    Stay() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Whose stay it is.
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
     * The first day.
     *
     * @return the day
     */
    public abstract LocalDate enteredOn();

    /**
     * The first day after.
     *
     * @return the day; empty while it lasts
     */
    public abstract Optional<LocalDate> leftOn();

    /**
     * Where the customer went.
     *
     * @return the stage that was entered next; empty if none was
     */
    public abstract Optional<String> next();

    /**
     * How long it took, or has taken so far.
     *
     * @return the days from the first day to that of leaving, or to the last one that the cut sees
     */
    public abstract int days();

    /**
     * Who looked after the customer in the accountable role when the stay ended, or does now.
     *
     * @return a member or pool; the first to have come of several; empty if nobody did
     */
    public abstract Optional<String> owner();

    /**
     * What spoke for entering.
     *
     * @return the stage's entry evidence as of the first day
     */
    public abstract List<CheckedEvidence> entry();

    /**
     * What speaks for moving on.
     *
     * @return the stage's exit evidence as of the day of leaving, or of the last one that the cut sees
     */
    public abstract List<CheckedEvidence> exit();

    /**
     * What was done before the customer was handed on.
     *
     * @return the stage's checklist as of the same day
     */
    public abstract List<CheckedEvidence> handOff();

    /**
     * How often somebody was in touch during the stay.
     *
     * @return a number for each kind that the stage promises; empty if nobody feeds touchpoints
     */
    public abstract Map<String, Integer> delivered();

    static final class Builder extends ImmutableStay.Builder {
        Builder() {}
    }
}
