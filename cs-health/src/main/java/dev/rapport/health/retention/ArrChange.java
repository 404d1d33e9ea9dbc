package dev.rapport.health.retention;

import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;

/**
 * What became of the revenue of one unit from one date to a later one: opening plus currency plus transferred, plus or less
 * the movement, less what became pending, equals closing, to the cent. Immutable.
 */
public final class ArrChange {

    private final RevenueUnit unit;
    private final Money opening;
    private final Money restated;
    private final Money transferred;
    private final Money movement;
    private final Optional<ArrBridge.Kind> kind;
    private final Money pendingBefore;
    private final Amounts after;

    private ArrChange(
            RevenueUnit unit,
            Money opening,
            Amounts restated,
            Money transferred,
            Money movement,
            Optional<ArrBridge.Kind> kind,
            Amounts after) {
        this.unit = unit;
        this.opening = opening;
        this.restated = restated.counted();
        this.transferred = transferred;
        this.movement = movement;
        this.kind = kind;
        this.pendingBefore = restated.pending();
        this.after = after;
    }

    static ArrChange between(
            UnitSeries series, LocalDate from, Amounts before, Amounts restated, Amounts after, Money transferred) {
        Money then = restated.total().plus(transferred);
        Money movement = after.total().minus(then);
        return new ArrChange(
                series.unit(),
                before.counted(),
                restated,
                transferred,
                movement,
                kind(then, movement, after.total(), series.isPaidBefore(from)),
                after);
    }

    private static Optional<ArrBridge.Kind> kind(Money then, Money movement, Money now, boolean paidBefore) {
        if (movement.isZero()) {
            return Optional.empty();
        }
        if (movement.isNegative()) {
            return Optional.of(now.isZero() ? ArrBridge.Kind.CHURN : ArrBridge.Kind.CONTRACTION);
        }
        if (!then.isZero()) {
            return Optional.of(ArrBridge.Kind.EXPANSION);
        }
        return Optional.of(paidBefore ? ArrBridge.Kind.REACTIVATION : ArrBridge.Kind.NEW);
    }

    /** Whether there was nothing, and is nothing. */
    boolean isNothing() {
        return opening.isZero()
                && restated.isZero()
                && transferred.isZero()
                && pendingBefore.isZero()
                && after.total().isZero()
                && after.underNotice().isZero();
    }

    /**
     * Whose revenue it is.
     *
     * @return the unit
     */
    public RevenueUnit unit() {
        return unit;
    }

    /**
     * What counted at the earlier date, at its own rates.
     *
     * @return the amount
     */
    public Money opening() {
        return opening;
    }

    /**
     * What exchange rates did to the opening.
     *
     * @return the difference, of either sign; zero at constant rates
     */
    public Money currency() {
        return restated.minus(opening);
    }

    /**
     * What came from, or went to, another unit in a merger or split.
     *
     * @return above zero if it came
     */
    public Money transferred() {
        return transferred;
    }

    /**
     * What happened.
     *
     * @return the kind; empty if nothing did
     */
    public Optional<ArrBridge.Kind> kind() {
        return kind;
    }

    /**
     * By how much.
     *
     * @return zero or above
     */
    public Money amount() {
        return movement.abs();
    }

    /**
     * What became pending, because it ran out and is not signed again.
     *
     * @return below zero if more was signed again, or given up, than became pending
     */
    public Money becamePending() {
        return after.pending().minus(pendingBefore);
    }

    /**
     * What counts at the later date.
     *
     * @return the amount
     */
    public Money closing() {
        return after.counted();
    }

    /**
     * What is pending at the later date, beside what counts.
     *
     * @return zero or above
     */
    public Money pending() {
        return after.pending();
    }

    /**
     * What is in force at the later date and does not count, because notice was given.
     *
     * @return zero, unless revenue counts as lost on notice
     */
    public Money underNotice() {
        return after.underNotice();
    }

    /** What the closing is compared with in rates of retention: the opening, and what was transferred. */
    Money base() {
        Money base = opening.plus(transferred);
        return base.isNegative() ? Money.zero(base.getCurrencyUnit()) : base;
    }

    /** The part of the base that is undecided. */
    Money undecided() {
        Money gone = base().minus(kept());
        return after.pending().isLessThan(gone) ? after.pending() : gone;
    }

    /** What of the base is still there, expansion left out. */
    Money kept() {
        return closing().isLessThan(base()) ? closing() : base();
    }
}
