package dev.rapport.engagement.milestone;

import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/** A contract whose term must be decided, had to be, or was decided against us. */
@Value.Immutable
@ValueStyle
public abstract class DecisionAhead {

    /** What the decision date is. */
    public enum Kind {
        /** The last day to give notice against a contract that otherwise renews by itself. */
        NOTICE_DEADLINE,
        /** The end of the term, by which the next one must be signed. */
        SIGNATURE,
        /** The day the customer leaves; nothing is left to decide. */
        LEAVING
    }

    DecisionAhead() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Whose contract it is.
     *
     * @return the customer's id
     */
    public abstract String customerId();

    /**
     * Which contract.
     *
     * @return the contract's id
     */
    public abstract String contract();

    /**
     * What the decision date is.
     *
     * @return the kind
     */
    public abstract Kind kind();

    /**
     * The day by which it must be decided.
     *
     * @return the decision date
     */
    public abstract LocalDate date();

    /**
     * The end of the term that is decided on.
     *
     * @return the first day after the term
     */
    public abstract LocalDate termEnd();

    /**
     * The days that are left.
     *
     * @return 0 on the decision date itself, negative if it has passed
     */
    public abstract int daysLeft();

    /**
     * What is decided on.
     *
     * @return the recurring revenue of a year on the last day that the cut sees, or before the term begins, on its first
     *     day; empty if no line and no contract tells it
     */
    public abstract Optional<Money> arr();

    /**
     * Why it is in the list.
     *
     * @return the reason, as a clause
     */
    public abstract String reason();

    static final class Builder extends ImmutableDecisionAhead.Builder {
        Builder() {}
    }
}
