package dev.rapport.engagement.escalation;

import dev.rapport.model.internal.ValueStyle;
import java.util.Optional;
import java.util.OptionalDouble;
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

    /**
     * How fast it closes: by when half of the signs were done with, in days since they came in, by the hours that the facts tell of tickets. Those that are open count as
     * slower than they have been so far (the Kaplan-Meier estimate); those of which nobody tells the day are left out.
     *
     * @return a number of days, or empty if half are not done with, or nobody tells
     */
    public abstract OptionalDouble medianDaysToClose();

    static final class Builder extends ImmutableRecurrence.Builder {
        Builder() {}
    }
}
