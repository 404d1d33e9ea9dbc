package dev.rapport.health.tally;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.derived.StandardAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Counts customers of a book and adds up what they pay, in the currency of the book. Immutable. */
public final class Tallies {

    private final Optional<CurrencyUnit> currency;
    private final Map<String, Money> arr;

    private Tallies(Optional<CurrencyUnit> currency, Map<String, Money> arr) {
        this.currency = currency;
        this.arr = arr;
    }

    /**
     * The tallies of a book, by the recurring revenue of its customers as of its cut.
     *
     * @param book  the book
     * @return the tallies
     */
    public static Tallies of(Book book) {
        boolean isFed = book.provides().attributes().contains(StandardAttributes.ARR);
        Map<String, Money> arr = new HashMap<>();
        if (isFed) {
            for (CustomerView view : book.customers()) {
                view.find(StandardAttributes.ARR)
                        .filter(amount -> amount.getCurrencyUnit().equals(book.currency()))
                        .ifPresent(amount -> arr.put(view.customerId(), amount));
            }
        }
        return new Tallies(isFed ? Optional.of(book.currency()) : Optional.empty(), arr);
    }

    /**
     * Tallies by recurring revenue that was found elsewhere.
     *
     * @param currency  the currency of all amounts; empty if nobody's revenue is told
     * @param arr  what each customer pays, those whose revenue is known
     * @return the tallies
     */
    public static Tallies of(Optional<CurrencyUnit> currency, Map<String, Money> arr) {
        return new Tallies(currency, Map.copyOf(arr));
    }

    /**
     * What a customer pays.
     *
     * @param customerId  the customer
     * @return the recurring revenue; empty if it is not known, or not in the currency of the book
     */
    public Optional<Money> arr(String customerId) {
        return Optional.ofNullable(arr.get(requireNonNull(customerId, "customerId")));
    }

    /**
     * Counts some customers.
     *
     * @param customerIds  who they are, each once
     * @return how many they are and what they pay
     */
    public Tally of(Collection<String> customerIds) {
        Optional<Money> sum = currency.map(Money::zero);
        int without = 0;
        for (String customerId : customerIds) {
            Optional<Money> own = arr(customerId);
            without += own.isEmpty() ? 1 : 0;
            sum = sum.map(so -> own.map(so::plus).orElse(so));
        }
        return new Tally(customerIds.size(), sum, without);
    }
}
