package dev.rapport.health.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;

/**
 * The terms that ran out between the dates of a history, and what became of each. A term is due between two dates if it is
 * in force at the first and ends, as it was agreed, by the second; what it paid at the first was due, what is there at the
 * second was renewed. If that is pending, the later dates decide, as far as there are any. Immutable.
 */
public final class RenewalsDue {

    /** What became of a term. */
    public enum Result {
        /** It runs on, for more or less. */
        RENEWED,
        /** It does not. */
        LOST,
        /** It ran out and nobody has said. */
        PENDING
    }

    /** A term that ran out. */
    public static final class Renewal {

        private final RevenueUnit unit;
        private final LocalDate by;
        private final Money due;
        private final Money renewed;
        private final Result result;

        private Renewal(RevenueUnit unit, LocalDate by, Money due, Money renewed, Result result) {
            this.unit = unit;
            this.by = by;
            this.due = due;
            this.renewed = renewed;
            this.result = result;
        }

        /**
         * Whose term it was.
         *
         * @return the contract, or the product under it
         */
        public RevenueUnit unit() {
            return unit;
        }

        /**
         * By when it ran out.
         *
         * @return the first date of the history at which it had
         */
        public LocalDate by() {
            return by;
        }

        /**
         * What was due.
         *
         * @return what it paid at the date before, above zero
         */
        public Money due() {
            return due;
        }

        /**
         * What it is renewed for.
         *
         * @return the amount, zero unless it is renewed
         */
        public Money renewed() {
            return renewed;
        }

        /**
         * What became of it.
         *
         * @return the result
         */
        public Result result() {
            return result;
        }
    }

    private final List<Renewal> renewals;
    private final RetentionRates rates;

    private RenewalsDue(List<Renewal> renewals, RetentionRates rates) {
        this.renewals = renewals;
        this.rates = rates;
    }

    /**
     * The renewals of a history.
     *
     * @param history  the history; the closer its dates, the less a change within a term counts as one at its renewal
     * @param level  contract or line: no account comes up for renewal, its contracts do
     * @return the renewals and their rates
     * @throws IllegalArgumentException at the level of accounts
     */
    public static RenewalsDue of(RevenueHistory history, Level level) {
        if (level == Level.ACCOUNT) {
            throw new IllegalArgumentException("level (" + level + ") must be CONTRACT or LINE: no account comes up for"
                    + " renewal, its contracts do.");
        }
        List<LocalDate> dates = history.dates();
        List<Renewal> renewals = new ArrayList<>();
        CohortMethod sums = new CohortMethod(history.zero());
        for (int i = 0; i < dates.size() - 1; i++) {
            Map<RevenueUnit, Money> transferred = new HashMap<>();
            for (ArrChange change : history.step(level, i).changes()) {
                if (change.transferred().isNegative()) {
                    transferred.put(change.unit(), change.transferred());
                }
            }
            for (UnitSeries series : history.units(level)) {
                Money gone = transferred.getOrDefault(series.unit(), history.zero());
                Money due = series.at(i).due().plus(gone);
                if (due.isPositive()) {
                    Renewal renewal = renewal(series, due, i, dates);
                    renewals.add(renewal);
                    sums.add(
                            series.unit().customerId(),
                            due,
                            renewal.renewed().isLessThan(due) ? renewal.renewed() : due,
                            renewal.renewed(),
                            renewal.result() == Result.PENDING ? due : history.zero());
                }
            }
        }
        return new RenewalsDue(
                List.copyOf(renewals),
                sums.into(RetentionRates.builder()
                        .level(level)
                        .method(RetentionMethod.RENEWALS_DUE)
                        .definition(history.definition())
                        .since(dates.get(0))
                        .to(dates.get(dates.size() - 1))));
    }

    private static Renewal renewal(UnitSeries series, Money due, int date, List<LocalDate> dates) {
        Money beside = series.at(date).inForce().minus(series.at(date).due());
        Result result = Result.PENDING;
        Money renewed = due.minus(due);
        for (int later = date + 1; later < dates.size() && result == Result.PENDING; later++) {
            Amounts then = series.at(later);
            Money rest = then.inForce().minus(beside);
            if (rest.isPositive()) {
                result = Result.RENEWED;
                renewed = rest;
            } else if (then.pending().isZero()) {
                result = Result.LOST;
            }
        }
        return new Renewal(series.unit(), dates.get(date + 1), due, renewed, result);
    }

    /**
     * The terms that ran out.
     *
     * @return the renewals by date, then unit; a contract whose terms are short comes up several times
     */
    public List<Renewal> renewals() {
        return renewals;
    }

    /**
     * The rates of retention by the renewals due.
     *
     * @return logo counts renewals, gross and net the revenue that was due
     */
    public RetentionRates rates() {
        return rates;
    }
}
