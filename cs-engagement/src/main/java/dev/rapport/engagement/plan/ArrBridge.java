package dev.rapport.engagement.plan;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.family.Succession;
import dev.rapport.model.family.Successions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.Money;

/**
 * How the recurring revenue of a book came from one date to another, customer by customer.
 *
 * <p>Start plus currency plus won plus expanded less contracted less lost equals end, to the cent. The level is the
 * account: what a customer gains in one contract and loses in another is netted. Currency is what the start would have
 * been worth at the later rates, less the start; all other parts are at the later rates. What moved from one customer to
 * another since they merged or split is neither won nor lost: it is told apart, as {@link #transfers()}, and the movements
 * are what is left.
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
    private final List<Transfer> transfers;

    private ArrBridge(Book before, Book after, Sums sums, List<Movement> movements, List<Transfer> transfers) {
        this.from = before.date();
        this.to = after.date();
        this.start = sums.start;
        this.currency = sums.startAtLaterRates.minus(sums.start);
        this.end = sums.end;
        this.movements = List.copyOf(movements);
        this.transfers = List.copyOf(transfers);
    }

    private record Sums(Money start, Money startAtLaterRates, Money end) {}

    /**
     * Compares two cuts.
     *
     * @param before  the earlier cut
     * @param after  the later cut of the same facts; both with all customers, former ones included, for mergers and splits
     *     to be seen
     * @param reckoning  the currency and its rates
     * @return the bridge
     */
    public static ArrBridge between(Book before, Book after, Reckoning reckoning) {
        Money zero = Money.zero(reckoning.currency());
        Money start = zero;
        Money startAtLaterRates = zero;
        Money end = zero;
        Map<String, Money> then = new TreeMap<>();
        for (CustomerView view : before.customers()) {
            start = start.plus(arr(view, reckoning, before.date()));
            Money comparable = arr(view, reckoning, after.date());
            startAtLaterRates = startAtLaterRates.plus(comparable);
            then.put(view.customerId(), comparable);
        }
        Map<String, Money> now = new TreeMap<>();
        for (CustomerView view : after.customers()) {
            Money amount = arr(view, reckoning, after.date());
            end = end.plus(amount);
            now.put(view.customerId(), amount);
        }
        List<Transfer> transfers = new ArrayList<>(
                Transfers.find(Successions.of(before), Successions.of(after), then, now, reckoning.currency()));
        transfers.sort(Comparator.comparing(Transfer::amount).reversed().thenComparing(Transfer::succession));
        return new ArrBridge(
                before, after, new Sums(start, startAtLaterRates, end), movements(then, now, zero), transfers);
    }

    private static List<Movement> movements(Map<String, Money> then, Map<String, Money> now, Money zero) {
        Set<String> customers = new TreeSet<>(then.keySet());
        customers.addAll(now.keySet());
        List<Movement> movements = new ArrayList<>();
        for (String customer : customers) {
            addMovement(movements, customer, then.getOrDefault(customer, zero), now.getOrDefault(customer, zero));
        }
        movements.sort(Comparator.comparing(Movement::amount).reversed().thenComparing(Movement::customerId));
        return movements;
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
     * What moved between customers that merged or split. It changes no sum.
     *
     * @return the transfers, largest first, ties by who became whom
     */
    public List<Transfer> transfers() {
        return transfers;
    }

    /**
     * The sum of one kind of transfer.
     *
     * @param kind  the kind
     * @return the sum, zero or above
     */
    public Money transferred(Succession.Kind kind) {
        Money sum = Money.zero(start.getCurrencyUnit());
        for (Transfer transfer : transfers) {
            sum = transfer.kind() == kind ? sum.plus(transfer.amount()) : sum;
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
