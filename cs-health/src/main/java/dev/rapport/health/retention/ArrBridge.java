package dev.rapport.health.retention;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.family.Succession;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.joda.money.Money;

/**
 * How the recurring revenue of a book came from one date to another, unit by unit: the waterfall.
 *
 * <p>Opening plus currency plus new plus expansion plus reactivation less contraction less churn less what became pending
 * equals closing, to the cent, for every unit and so for every part of the book (there, plus what was transferred to it).
 * Currency is what the opening would have been worth at the later rates, less the opening; all other parts are at the later
 * rates. What moved from one customer to another since they merged or split is neither won nor lost: it is told apart, as
 * {@link #transfers()}, and the movements are what is left.
 */
public final class ArrBridge {

    /** What happened to the revenue of a unit. */
    public enum Kind {
        /** It is paid for the first time. */
        NEW,
        /** There is more. */
        EXPANSION,
        /** There is some again, after there was none. */
        REACTIVATION,
        /** There is less. */
        CONTRACTION,
        /** There is none any more. */
        CHURN
    }

    private final Level level;
    private final RetentionDefinition definition;
    private final LocalDate from;
    private final LocalDate to;
    private final Money zero;
    private final List<ArrChange> changes;
    private final List<Transfer> transfers;

    ArrBridge(
            Level level,
            RetentionDefinition definition,
            LocalDate from,
            LocalDate to,
            Money zero,
            List<ArrChange> changes,
            List<Transfer> transfers) {
        this.level = level;
        this.definition = definition;
        this.from = from;
        this.to = to;
        this.zero = zero;
        this.changes = changes;
        this.transfers = transfers;
    }

    /**
     * Compares two cuts by account, under the standard definition.
     *
     * @param before  the earlier cut
     * @param after  the later cut of the same facts; both with all customers, former ones included, for mergers and splits
     *     to be seen
     * @param reckoning  the currency and its rates
     * @return the bridge
     */
    public static ArrBridge between(Book before, Book after, Reckoning reckoning) {
        return RevenueHistory.of(List.of(before, after), RetentionDefinition.STANDARD, reckoning)
                .whole(Level.ACCOUNT);
    }

    /**
     * What is counted as one unit.
     *
     * @return the level
     */
    public Level level() {
        return level;
    }

    /**
     * When revenue counts as lost, and at which rates.
     *
     * @return the definition
     */
    public RetentionDefinition definition() {
        return definition;
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
     * @return the opening
     */
    public Money opening() {
        return sum(ArrChange::opening);
    }

    /**
     * What exchange rates did to the opening.
     *
     * @return the difference, of either sign
     */
    public Money currency() {
        return sum(ArrChange::currency);
    }

    /**
     * What came from the rest of the book in mergers and splits.
     *
     * @return zero for the whole book; below zero if more went than came
     */
    public Money transferred() {
        return sum(ArrChange::transferred);
    }

    /**
     * The sum of one kind of movement.
     *
     * @param kind  the kind
     * @return the sum, zero or above
     */
    public Money total(Kind kind) {
        Money sum = zero;
        for (ArrChange change : changes) {
            sum = isOf(kind, change) ? sum.plus(change.amount()) : sum;
        }
        return sum;
    }

    /**
     * How many units moved in one way.
     *
     * @param kind  the way
     * @return the number
     */
    public int count(Kind kind) {
        return (int) changes.stream().filter(change -> isOf(kind, change)).count();
    }

    private static boolean isOf(Kind kind, ArrChange change) {
        return change.kind().filter(kind::equals).isPresent();
    }

    /**
     * What became pending, because it ran out and is not signed again.
     *
     * @return below zero if more was signed again, or given up, than became pending; zero unless the definition tells
     *     overdue renewals apart
     */
    public Money becamePending() {
        return sum(ArrChange::becamePending);
    }

    /**
     * The revenue at the later date.
     *
     * @return the closing
     */
    public Money closing() {
        return sum(ArrChange::closing);
    }

    /**
     * What is pending at the later date, beside the closing.
     *
     * @return zero or above
     */
    public Money pending() {
        return sum(ArrChange::pending);
    }

    /**
     * What is in force at the later date and is not in the closing, because notice was given. Closing and this together
     * are the recurring revenue in force, under every definition that does not count overdue renewals as signed.
     *
     * @return zero, unless revenue counts as lost on notice
     */
    public Money underNotice() {
        return sum(ArrChange::underNotice);
    }

    private Money sum(Function<ArrChange, Money> amount) {
        Money sum = zero;
        for (ArrChange change : changes) {
            sum = sum.plus(amount.apply(change));
        }
        return sum;
    }

    /**
     * All units that had or have revenue.
     *
     * @return what became of each, by unit
     */
    public List<ArrChange> changes() {
        return changes;
    }

    /**
     * The units that moved.
     *
     * @return those of them with a kind, largest amount first, ties by unit
     */
    public List<ArrChange> movements() {
        return changes.stream()
                .filter(change -> change.kind().isPresent())
                .sorted(Comparator.comparing(ArrChange::amount).reversed().thenComparing(ArrChange::unit))
                .toList();
    }

    /**
     * What moved between customers that merged or split. It changes no sum of the whole book.
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
        Money sum = zero;
        for (Transfer transfer : transfers) {
            sum = transfer.kind() == kind ? sum.plus(transfer.amount()) : sum;
        }
        return sum;
    }

    /**
     * A part of the bridge. Parts that share no unit and leave none out sum to the whole.
     *
     * @param condition  holds for the units that stay
     * @return the bridge of these units; transfers are told where a customer on either side of them stays
     */
    public ArrBridge only(Predicate<? super RevenueUnit> condition) {
        requireNonNull(condition, "condition");
        List<ArrChange> kept =
                changes.stream().filter(change -> condition.test(change.unit())).toList();
        Set<String> customers =
                kept.stream().map(change -> change.unit().customerId()).collect(Collectors.toSet());
        return new ArrBridge(
                level,
                definition,
                from,
                to,
                zero,
                kept,
                transfers.stream()
                        .filter(transfer -> customers.contains(transfer.from()) || customers.contains(transfer.to()))
                        .toList());
    }

    /**
     * The rates of retention of the units that paid at the earlier date: the cohort method.
     *
     * @return logo, gross and net
     */
    public RetentionRates rates() {
        return CohortMethod.rates(this);
    }
}
