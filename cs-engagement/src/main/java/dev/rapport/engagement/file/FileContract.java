package dev.rapport.engagement.file;

import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/** A contract of the customer with what follows from it on the day of the file. */
@Value.Immutable
@ValueStyle
public abstract class FileContract {

    FileContract() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * The contract and its lines.
     *
     * @return the terms
     */
    public abstract ContractTerms terms();

    /**
     * Says whether it is in force.
     *
     * @return true from its start to before the end of the running term
     */
    public abstract boolean inForce();

    /**
     * The end of the running term.
     *
     * @return the first day after, or empty for contracts that run until they are ended
     */
    public abstract Optional<LocalDate> termEnd();

    /**
     * The day by which it must be decided.
     *
     * @return the decision date, or empty if there is none or notice was given
     */
    public abstract Optional<LocalDate> decisionDate();

    /**
     * The recurring revenue of a year.
     *
     * @return the amount in the book's currency, or empty if nothing tells it
     */
    public abstract Optional<Money> arr();

    /**
     * What could not be reckoned.
     *
     * @return a sentence for each value that is missing for want of a rate or a calendar
     */
    public abstract List<String> problems();

    static final class Builder extends ImmutableFileContract.Builder {
        Builder() {}
    }
}
