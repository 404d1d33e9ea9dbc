package dev.rapport.engagement.file;

import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

    /** What cannot be reckoned, for want of a rate or a calendar, is said and does not keep the file from being made. */
    static FileContract of(ContractTerms terms, LocalDate date, Reckoning reckoning) {
        boolean inForce = terms.isInForceOn(date);
        List<String> problems = new ArrayList<>();
        Builder contract = builder().terms(terms).inForce(inForce).termEnd(terms.endOn(date));
        if (inForce) {
            contract.decisionDate(reckoned(() -> terms.decisionDateOn(date, reckoning), problems));
        }
        contract.arr(reckoned(() -> terms.arrOn(date, reckoning), problems));
        return contract.problems(problems).build();
    }

    private static <T> Optional<T> reckoned(Supplier<Optional<T>> value, List<String> problems) {
        try {
            return value.get();
        } catch (IllegalArgumentException | IllegalStateException e) {
            problems.add(String.valueOf(e.getMessage()));
            return Optional.empty();
        }
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
