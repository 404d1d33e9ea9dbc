package dev.rapport.engagement.escalation;

import dev.rapport.model.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/** How often a cause occurs in a book. */
@Value.Immutable
@ValueStyle
public abstract class Recurrence {

    Recurrence() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Which cause.
     *
     * @return the cause
     */
    public abstract String cause();

    /**
     * Which department is accountable.
     *
     * @return the department's id; empty for causes that the policy does not know
     */
    public abstract Optional<String> department();

    /**
     * How many customers have it.
     *
     * @return the number of customers with a sign, open or within the policy's window
     */
    public abstract int customers();

    /**
     * How many signs there are.
     *
     * @return the number of tickets, pieces of feedback and invoices
     */
    public abstract int signs();

    /**
     * How many of the signs are open.
     *
     * @return a part of {@link #signs()}
     */
    public abstract int open();

    /**
     * What is at stake.
     *
     * @return the sum of what is known of the customers' recurring revenue
     */
    public abstract Money arr();

    /**
     * Of how many customers the revenue is not known.
     *
     * @return a part of {@link #customers()}
     */
    public abstract int withoutArr();

    static final class Builder extends ImmutableRecurrence.Builder {
        Builder() {}
    }
}
