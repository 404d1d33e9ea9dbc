package dev.rapport.model.customer;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.money.MoneySum;
import java.time.LocalDate;
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

    private static final int LONGEST_NOTICE = 3660;

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
     * The end of the term that runs on a day. A contract that renews by itself and has reached its end runs on for terms of
     * the same length, in whole months where the first term is one of whole months. Notice ends the term that runs on the
     * day on which it is given, and is not seen before that day. An early end takes the place of the term's.
     *
     * @param date  the day
     * @return the first day after that term; empty for contracts that run until they are ended
     */
    public Optional<LocalDate> endOn(LocalDate date) {
        Optional<LocalDate> term = termEndOn(date);
        boolean noticed = noticeGivenBy(date);
        Optional<LocalDate> ended = contract.endedOn();
        if (ended.isEmpty()) {
            return term;
        }
        boolean runsOn =
                term.isPresent() && autoRenews() && !noticed && term.get().isBefore(ended.get());
        return runsOn ? term : ended;
    }

    /**
     * The end of the term that runs on a day, as it was agreed: as {@link #endOn}, but without an early end.
     *
     * @param date  the day
     * @return the first day after that term; empty for contracts that run until they are ended
     */
    public Optional<LocalDate> termEndOn(LocalDate date) {
        Optional<LocalDate> term = contract.end();
        if (term.isPresent() && autoRenews()) {
            LocalDate running = noticeGivenBy(date) ? contract.noticeGivenOn().orElseThrow() : date;
            term = Optional.of(rolledOver(term.get(), running));
        }
        return term;
    }

    private boolean noticeGivenBy(LocalDate date) {
        return contract.noticeGivenOn().map(given -> !given.isAfter(date)).orElse(false);
    }

    private LocalDate rolledOver(LocalDate end, LocalDate date) {
        LocalDate start = contract.start();
        if (!start.isBefore(end) || end.isAfter(date)) {
            return end;
        }
        int months = wholeMonths(start, end);
        ChronoUnit unit = months > 0 ? ChronoUnit.MONTHS : ChronoUnit.DAYS;
        long length = months > 0 ? months : ChronoUnit.DAYS.between(start, end);
        long terms = Math.max(1, unit.between(start, date) / length);
        LocalDate rolled = start.plus(terms * length, unit);
        while (!rolled.isAfter(date)) {
            terms++;
            rolled = start.plus(terms * length, unit);
        }
        return rolled;
    }

    /** The length of a term in months, or 0 if it is none of whole months; the month of 31 January ends on 28 February. */
    private static int wholeMonths(LocalDate start, LocalDate end) {
        int months = (int) ChronoUnit.MONTHS.between(start, end);
        for (int candidate = months; candidate <= months + 1; candidate++) {
            if (start.plusMonths(candidate).equals(end)) {
                return candidate;
            }
        }
        return 0;
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
     * The lines that are in force on a day. A line that ends with the contract's first term rolls over with it; one that
     * ends before does not.
     *
     * @param date  the day
     * @return the lines that have begun and not ended, in their order; none if the contract is not in force
     */
    public List<ContractLine> linesOn(LocalDate date) {
        if (!isInForceOn(date)) {
            return List.of();
        }
        return lines.stream()
                .filter(line -> line.start().map(start -> !start.isAfter(date)).orElse(true))
                .filter(line -> line.end()
                        .map(end -> end.isAfter(date) || endsWithContract(end))
                        .orElse(true))
                .toList();
    }

    private boolean endsWithContract(LocalDate lineEnd) {
        return contract.end().map(end -> !lineEnd.isBefore(end)).orElse(false);
    }

    /**
     * The last day on which notice can be given against the end of the term that runs on a day.
     *
     * @param date  the day
     * @param reckoning  how notice is counted, and the calendar for business days
     * @return the notice deadline; empty if the contract has no end or says no notice period
     * @throws IllegalStateException if the notice period cannot be read: its amount is no whole number from 0 to 3660, or
     *     its unit is none of {@link NoticeUnit}; without a unit, notice counts in calendar days
     */
    public Optional<LocalDate> noticeDeadlineOn(LocalDate date, Reckoning reckoning) {
        if (contract.noticeAmount().isEmpty()) {
            return Optional.empty();
        }
        int amount = noticeAmount(contract.noticeAmount().getAsDouble());
        NoticeUnit unit = contract.noticeUnit().map(this::noticeUnit).orElse(NoticeUnit.CALENDAR_DAYS);
        NoticeRule rule = reckoning.deadlines().notice();
        return endOn(date)
                .map(rule::start)
                .map(end -> switch (unit) {
                    case CALENDAR_DAYS -> end.minusDays(amount);
                    case BUSINESS_DAYS -> reckoning.calendar().minusBusinessDays(end, amount);
                    case MONTHS -> end.minusMonths(amount);
                })
                .map(rule::lastDay);
    }

    private int noticeAmount(double amount) {
        if (amount < 0 || amount > LONGEST_NOTICE || amount != Math.rint(amount)) {
            throw new IllegalStateException("notice-amount (" + amount + ") of contract " + contract.id()
                    + " must be a whole number from 0 to " + LONGEST_NOTICE + ".");
        }
        return (int) amount;
    }

    private NoticeUnit noticeUnit(String word) {
        return NoticeUnit.of(word)
                .orElseThrow(() -> new IllegalStateException("notice-unit (" + word + ") of contract " + contract.id()
                        + " must be calendar-days, business-days or months."));
    }

    /**
     * The day by which it must be decided: the notice deadline where the contract renews by itself, else the end of the
     * term, by which the next one must be signed.
     *
     * @param date  the day whose term is asked about
     * @param reckoning  the calendar for notice in business days
     * @return the decision date; empty if the term has no end, notice was given by that day, or an early end is known
     * @throws IllegalStateException if the notice period cannot be read
     */
    public Optional<LocalDate> decisionDateOn(LocalDate date, Reckoning reckoning) {
        if (noticeGivenBy(date) || contract.endedOn().isPresent()) {
            return Optional.empty();
        }
        Optional<LocalDate> deadline = autoRenews() ? noticeDeadlineOn(date, reckoning) : Optional.empty();
        return deadline.isPresent() ? deadline : endOn(date);
    }

    /**
     * The first decision date that is not before a day. Where the notice deadline of the running term has passed, that is
     * the deadline of the next one: the renewal that the missed deadline brings is no longer to be decided.
     *
     * @param date  the day
     * @param reckoning  the calendar for notice in business days
     * @return the decision date; empty if the contract is over by then, or nothing about it is to be decided
     * @throws IllegalStateException if the notice period cannot be read
     */
    public Optional<LocalDate> nextDecisionFrom(LocalDate date, Reckoning reckoning) {
        LocalDate day = contract.start().isAfter(date) ? contract.start() : date;
        if (noticeGivenBy(date)) {
            return Optional.empty();
        }
        while (isInForceOn(day)) {
            Optional<LocalDate> decision = decisionDateOn(day, reckoning);
            if (decision.isEmpty() || !decision.get().isBefore(date)) {
                return decision;
            }
            day = endOn(day).orElseThrow();
        }
        return Optional.empty();
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
        return arrOn(List.of(this), date, reckoning);
    }

    /**
     * The recurring revenue of a year of several contracts on a day, rounded once.
     *
     * @param contracts  the contracts; those not in force and trials add nothing
     * @param date  the day
     * @param reckoning  the currency and its rates
     * @return the amount; empty if a contract in force tells it neither on lines nor itself
     * @throws IllegalStateException if a rate is missing
     */
    public static Optional<Money> arrOn(List<ContractTerms> contracts, LocalDate date, Reckoning reckoning) {
        return arrOn(contracts, date, reckoning, date);
    }

    /**
     * The recurring revenue of a year of several contracts on a day, at the exchange rates of another day: what it takes
     * to tell growth from exchange rates.
     *
     * @param contracts  the contracts; those not in force and trials add nothing
     * @param date  the day
     * @param reckoning  the currency and its rates
     * @param ratesOf  the day whose rates hold
     * @return as {@link #arrOn(List, LocalDate, Reckoning)}
     * @throws IllegalStateException if a rate is missing
     */
    public static Optional<Money> arrOn(
            List<ContractTerms> contracts, LocalDate date, Reckoning reckoning, LocalDate ratesOf) {
        MoneySum sum = new MoneySum(reckoning.currency(), reckoning.rates());
        for (ContractTerms terms : contracts) {
            if (terms.isTrial() || !terms.isInForceOn(date)) {
                continue;
            }
            if (terms.lines.isEmpty()) {
                if (terms.contract.arr().isEmpty()) {
                    return Optional.empty();
                }
                sum.add(terms.contract.arr().get(), ratesOf);
            }
            terms.linesOn(date).forEach(line -> sum.add(line.arr(), ratesOf));
        }
        return Optional.of(sum.total());
    }
}
