package dev.rapport.engagement.plan;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * How the recurring revenue of a book came from one date to another, customer by customer.
 *
 * <p>Start plus currency plus won plus expanded less contracted less lost equals end, to the cent. The level is the
 * account: what a customer gains in one contract and loses in another is netted. Currency is what the start would have
 * been worth at the later rates, less the start; all other parts are at the later rates.
 */
public final class ArrBridge {

    /** What happened to a customer's revenue. */
    public enum Kind {
        /** There was none before. */
        WON,
        /** There is more. */
        EXPANDED,
        /** There is less. */
        CONTRACTED,
        /** There is none any more. */
        LOST
    }

    /**
     * A customer whose revenue changed.
     *
     * @param customerId  the customer
     * @param kind  what happened
     * @param amount  by how much, above zero
     */
    public record Movement(String customerId, Kind kind, Money amount) {}

    private final LocalDate from;
    private final LocalDate to;
    private final Money start;
    private final Money currency;
    private final Money end;
    private final List<Movement> movements;

    private ArrBridge(LocalDate from, LocalDate to, Money start, Money currency, Money end, List<Movement> movements) {
        this.from = from;
        this.to = to;
        this.start = start;
        this.currency = currency;
        this.end = end;
        this.movements = movements;
    }

    /**
     * Compares two cuts.
     *
     * @param before  the earlier cut
     * @param after  the later cut of the same facts
     * @param reckoning  the currency and its rates
     * @return the bridge
     */
    public static ArrBridge between(Book before, Book after, Reckoning reckoning) {
        Money zero = Money.zero(reckoning.currency());
        Money start = zero;
        Money startAtLaterRates = zero;
        Money end = zero;
        Map<String, Money> byCustomer = new TreeMap<>();
        for (CustomerView view : before.customers()) {
            start = start.plus(arr(view, reckoning, before.date()));
            Money comparable = arr(view, reckoning, after.date());
            startAtLaterRates = startAtLaterRates.plus(comparable);
            byCustomer.put(view.customerId(), comparable);
        }
        List<Movement> movements = new ArrayList<>();
        for (CustomerView view : after.customers()) {
            Money now = arr(view, reckoning, after.date());
            end = end.plus(now);
            Money then = byCustomer.remove(view.customerId());
            addMovement(movements, view.customerId(), then == null ? zero : then, now);
        }
        byCustomer.forEach((customer, then) -> addMovement(movements, customer, then, zero));
        movements.sort((a, b) -> {
            int byAmount = b.amount().compareTo(a.amount());
            return byAmount != 0 ? byAmount : a.customerId().compareTo(b.customerId());
        });
        return new ArrBridge(
                before.date(),
                after.date(),
                start,
                startAtLaterRates.minus(start),
                end,
                Collections.unmodifiableList(movements));
    }

    private static Money arr(CustomerView view, Reckoning reckoning, LocalDate ratesOf) {
        return ContractTerms.arrOn(ContractTerms.of(view), view.date(), reckoning, ratesOf)
                .orElse(Money.zero(reckoning.currency()));
    }

    private static void addMovement(List<Movement> movements, String customer, Money then, Money now) {
        Money change = now.minus(then);
        if (change.isZero()) {
            return;
        }
        Kind kind = change.isPositive()
                ? then.isZero() ? Kind.WON : Kind.EXPANDED
                : now.isZero() ? Kind.LOST : Kind.CONTRACTED;
        movements.add(new Movement(customer, kind, change.abs()));
    }

    /**
     * The earlier date.
     *
     * @return the last day that the earlier cut sees
     */
    public LocalDate from() {
        return from;
    }

    /**
     * The later date.
     *
     * @return the last day that the later cut sees
     */
    public LocalDate to() {
        return to;
    }

    /**
     * The revenue at the earlier date, at its own rates.
     *
     * @return the start
     */
    public Money start() {
        return start;
    }

    /**
     * What exchange rates did to the start.
     *
     * @return the difference, of either sign
     */
    public Money currency() {
        return currency;
    }

    /**
     * The revenue at the later date.
     *
     * @return the end
     */
    public Money end() {
        return end;
    }

    /**
     * The sum of one kind of movement.
     *
     * @param kind  the kind
     * @return the sum, zero or above
     */
    public Money total(Kind kind) {
        Money sum = Money.zero(start.getCurrencyUnit());
        for (Movement movement : movements) {
            sum = movement.kind() == kind ? sum.plus(movement.amount()) : sum;
        }
        return sum;
    }

    /**
     * The customers whose revenue changed.
     *
     * @return the movements, largest first, ties by customer
     */
    public List<Movement> movements() {
        return movements;
    }
}
