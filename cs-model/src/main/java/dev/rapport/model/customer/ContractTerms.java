package dev.rapport.model.customer;

import dev.rapport.model.attribute.CustomerView;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.Money;

/**
 * A contract together with its lines: what is in force when, for how much, and by when it must be decided on.
 *
 * @param contract  the contract in the version that the cut sees
 * @param lines  its lines, in their order
 */
public record ContractTerms(Contract contract, List<ContractLine> lines) {

    /** How notice is counted. */
    public enum NoticeUnit {
        /** Days of the calendar. */
        CALENDAR_DAYS("calendar-days"),
        /** Days that the business calendar counts as worked. */
        BUSINESS_DAYS("business-days"),
        /** Months of the calendar; the day stays, or is the last of a shorter month. */
        MONTHS("months");

        private final String word;

        NoticeUnit(String word) {
            this.word = word;
        }

        /**
         * The word in documents and tables.
         *
         * @return the word
         */
        public String word() {
            return word;
        }

        static Optional<NoticeUnit> of(String word) {
            for (NoticeUnit unit : values()) {
                if (unit.word.equals(word)) {
                    return Optional.of(unit);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * All contracts of a customer.
     *
     * @param view  the customer
     * @return the contracts that the cut sees, past and coming ones included, by start, then id
     */
    public static List<ContractTerms> of(CustomerView view) {
        Map<String, List<ContractLine>> lines = new HashMap<>();
        for (ContractLine line : view.series(ContractLine.SERIES)) {
            lines.computeIfAbsent(line.contract(), absent -> new ArrayList<>()).add(line);
        }
        List<ContractTerms> terms = new ArrayList<>();
        for (Contract contract : view.series(Contract.SERIES)) {
            terms.add(new ContractTerms(contract, List.copyOf(lines.getOrDefault(contract.id(), List.of()))));
        }
        terms.sort((a, b) -> {
            int byStart = a.contract.start().compareTo(b.contract.start());
            return byStart != 0 ? byStart : a.contract.id().compareTo(b.contract.id());
        });
        return terms;
    }

    /**
     * Says whether the contract renews by itself.
     *
     * @return true if it does unless notice is given
     */
    public boolean autoRenews() {
        return contract.autoRenews().orElse(false);
    }

    /**
     * Says whether the contract is a trial, which does not count as revenue.
     *
     * @return true for trials
     */
    public boolean isTrial() {
        return contract.trial().orElse(false);
    }

    /**
     * The end of the term that runs on a day. A contract that renews by itself, has reached its end and was given no
     * notice runs on for terms of the same length.
     *
     * @param date  the day
     * @return the first day after that term; empty for contracts that run until they are ended
     */
    public Optional<LocalDate> endOn(LocalDate date) {
        Optional<LocalDate> ended = contract.endedOn();
        Optional<LocalDate> end = contract.end();
        if (ended.isPresent() && (end.isEmpty() || !ended.get().isAfter(end.get()) || !autoRenews())) {
            return ended;
        }
        if (end.isEmpty()
                || !autoRenews()
                || contract.noticeGivenOn().isPresent()
                || end.get().isAfter(date)) {
            return end;
        }
        LocalDate rolled = rolledOver(end.get(), date);
        return Optional.of(ended.isPresent() && ended.get().isBefore(rolled) ? ended.get() : rolled);
    }

    private LocalDate rolledOver(LocalDate end, LocalDate date) {
        LocalDate start = contract.start();
        if (!start.isBefore(end)) {
            return end;
        }
        Period term = wholeMonths(start, end) > 0
                ? Period.ofMonths(wholeMonths(start, end))
                : Period.ofDays((int) ChronoUnit.DAYS.between(start, end));
        LocalDate rolled = end;
        for (int terms = 2; !rolled.isAfter(date); terms++) {
            rolled = start.plus(term.multipliedBy(terms));
        }
        return rolled;
    }

    private static int wholeMonths(LocalDate start, LocalDate end) {
        int months = (int) ChronoUnit.MONTHS.between(start, end);
        return start.plusMonths(months).equals(end) ? months : 0;
    }

    /**
     * Says whether the contract is in force on a day.
     *
     * @param date  the day
     * @return true from its start to before the end of the term that runs then
     */
    public boolean isInForceOn(LocalDate date) {
        return !contract.start().isAfter(date)
                && endOn(date).map(end -> end.isAfter(date)).orElse(true);
    }

    /**
     * The last day on which notice can be given against the end of the term that runs on a day.
     *
     * @param date  the day
     * @param reckoning  the calendar for notice in business days
     * @return the notice deadline; empty if the contract has no end, or says no or no valid notice period
     */
    public Optional<LocalDate> noticeDeadlineOn(LocalDate date, Reckoning reckoning) {
        if (contract.noticeAmount().isEmpty()) {
            return Optional.empty();
        }
        int amount = (int) contract.noticeAmount().getAsDouble();
        NoticeUnit unit = contract.noticeUnit().flatMap(NoticeUnit::of).orElse(NoticeUnit.CALENDAR_DAYS);
        return endOn(date).map(end -> switch (unit) {
            case CALENDAR_DAYS -> end.minusDays(amount);
            case BUSINESS_DAYS -> reckoning.calendar().minusBusinessDays(end, amount);
            case MONTHS -> end.minusMonths(amount);
        });
    }

    /**
     * The day by which it must be decided: the notice deadline where the contract renews by itself, else the end of the
     * term, by which the next one must be signed.
     *
     * @param date  the day whose term is asked about
     * @param reckoning  the calendar for notice in business days
     * @return the decision date; empty if the term has no end or notice was given
     */
    public Optional<LocalDate> decisionDateOn(LocalDate date, Reckoning reckoning) {
        if (contract.noticeGivenOn().isPresent() || contract.endedOn().isPresent()) {
            return Optional.empty();
        }
        Optional<LocalDate> deadline = autoRenews() ? noticeDeadlineOn(date, reckoning) : Optional.empty();
        return deadline.isPresent() ? deadline : endOn(date);
    }

    /**
     * The recurring revenue of a year on a day, lines summed where there are any.
     *
     * @param date  the day; lines that have not begun or have ended do not count, nor does a contract not in force
     * @param reckoning  the currency and its rates
     * @return the amount, zero for trials; empty if no line and no contract tells it
     * @throws IllegalStateException if a rate is missing
     */
    public Optional<Money> arrOn(LocalDate date, Reckoning reckoning) {
        return arrOn(date, reckoning, date);
    }

    /**
     * The recurring revenue of a year on a day, at the exchange rates of another: what it takes to tell growth from
     * exchange rates.
     *
     * @param date  the day
     * @param reckoning  the currency and its rates
     * @param ratesOf  the day whose rates hold
     * @return as {@link #arrOn(LocalDate, Reckoning)}
     * @throws IllegalStateException if a rate is missing
     */
    public Optional<Money> arrOn(LocalDate date, Reckoning reckoning, LocalDate ratesOf) {
        Money zero = Money.zero(reckoning.currency());
        if (isTrial() || !isInForceOn(date)) {
            return Optional.of(zero);
        }
        if (lines.isEmpty()) {
            return contract.arr().map(amount -> converted(amount, ratesOf, reckoning));
        }
        Money sum = zero;
        for (ContractLine line : lines) {
            boolean begun = line.start().map(start -> !start.isAfter(date)).orElse(true);
            boolean ended = line.end().map(end -> !end.isAfter(date)).orElse(false);
            if (begun && !ended) {
                sum = sum.plus(converted(line.arr(), ratesOf, reckoning));
            }
        }
        return Optional.of(sum);
    }

    private static Money converted(Money amount, LocalDate date, Reckoning reckoning) {
        return reckoning
                .rates()
                .convert(amount, reckoning.currency(), date)
                .orElseThrow(() -> new IllegalStateException("no rate from " + amount.getCurrencyUnit() + " to "
                        + reckoning.currency() + " for " + date + ".\nMaybe add it to the rate table."));
    }
}
