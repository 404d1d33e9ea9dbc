package dev.rapport.engagement.milestone;

import dev.rapport.engagement.CustomerFailure;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractTerms;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.joda.money.Money;

/**
 * What must be decided soon, counted to the decision date: the notice deadline where a contract renews by itself, else the
 * end of the term. Trials, contracts without an end, and terms whose end is decided (notice, an end ahead of time, a
 * successor, a recorded outcome) are not in it.
 *
 * <p>Apart from these it lists the running terms whose notice deadline has passed without a decision, and which therefore
 * renew by themselves. Where the customer is at risk, that deadline was <em>missed</em>: it was the day by which to talk,
 * and who wanted to leave is bound for another term. Where they are not at risk, the contract <em>renews silently</em>,
 * which is how such contracts are meant to work. The caller says who is at risk.
 *
 * <p>Running contracts that were ended, by notice or otherwise, and have no successor are <em>leaving</em>: their revenue
 * is as good as lost, however healthy the customer looks.
 */
public final class DecisionsAhead {

    private static final Comparator<DecisionAhead> BY_DATE = Comparator.comparing(DecisionAhead::date)
            .thenComparing(DecisionAhead::customerId)
            .thenComparing(DecisionAhead::contract);

    private final LocalDate date;
    private final int days;
    private final List<DecisionAhead> ahead = new ArrayList<>();
    private final List<DecisionAhead> missed = new ArrayList<>();
    private final List<DecisionAhead> renewingSilently = new ArrayList<>();
    private final List<DecisionAhead> leaving = new ArrayList<>();
    private final List<CustomerFailure> failures = new ArrayList<>();

    private DecisionsAhead(LocalDate date, int days) {
        this.date = date;
        this.days = days;
    }

    /**
     * Looks ahead from a book's date.
     *
     * @param book  the customers
     * @param days  how many days ahead, at least 0; a decision date in exactly so many days counts
     * @param reckoning  the currency that amounts are summed in and the calendar for notice in business days
     * @param risk  why a customer is at risk, as a clause such as {@code health band red}; empty if they are not
     * @return the decisions
     */
    public static DecisionsAhead of(
            Book book, int days, Reckoning reckoning, Function<CustomerView, Optional<String>> risk) {
        if (days < 0) {
            throw new IllegalArgumentException("days (" + days + ") must not be negative.");
        }
        DecisionsAhead decisions = new DecisionsAhead(book.date(), days);
        for (CustomerView view : book.customers()) {
            try {
                decisions.take(view, reckoning, risk);
            } catch (RuntimeException e) {
                decisions.failures.add(CustomerFailure.of(view.customerId(), e));
            }
        }
        decisions.ahead.sort(BY_DATE);
        decisions.missed.sort(BY_DATE);
        decisions.renewingSilently.sort(BY_DATE);
        decisions.leaving.sort(BY_DATE);
        return decisions;
    }

    /**
     * What a source must feed for this list, and does not.
     *
     * @param book  the book
     * @return names of fields such as {@code contracts.end}; empty if all is there
     */
    public static List<String> missingFields(Book book) {
        if (!book.provides().series().contains(Contract.SERIES)) {
            return List.of(Contract.SERIES.name());
        }
        return book.provides(Contract.SERIES, Contract.END) ? List.of() : List.of(Contract.SERIES + "." + Contract.END);
    }

    private void take(CustomerView view, Reckoning reckoning, Function<CustomerView, Optional<String>> risk) {
        Term.Facts facts = Term.Facts.of(view);
        List<DecisionAhead> mine = new ArrayList<>();
        List<DecisionAhead> passed = new ArrayList<>();
        for (ContractTerms contract : facts.contracts()) {
            for (Term term : openTerms(contract, facts, reckoning)) {
                DecisionAhead decision = decision(view, term, reckoning);
                (decision.daysLeft() < 0 ? passed : mine).add(decision);
            }
        }
        if (!passed.isEmpty()) {
            Optional<String> why = risk.apply(view);
            for (DecisionAhead decision : passed) {
                String reason = decision.reason()
                        + why.map(clause -> "; at risk: " + clause).orElse("");
                DecisionAhead told =
                        DecisionAhead.builder().from(decision).reason(reason).build();
                (why.isPresent() ? missed : renewingSilently).add(told);
            }
        }
        ahead.addAll(mine);
        for (ContractTerms contract : facts.contracts()) {
            facts.endingOf(contract, date).ifPresent(why -> leaving.add(leaving(view, contract, why, reckoning)));
        }
    }

    private DecisionAhead leaving(CustomerView view, ContractTerms contract, String why, Reckoning reckoning) {
        LocalDate end = contract.endOn(date).orElseThrow();
        return DecisionAhead.builder()
                .customerId(view.customerId())
                .contract(contract.contract().id())
                .kind(DecisionAhead.Kind.LEAVING)
                .date(end)
                .termEnd(end)
                .daysLeft((int) ChronoUnit.DAYS.between(date, end))
                .arr(contract.arrOn(date, reckoning))
                .reason(why + "; the contract runs until " + end)
                .build();
    }

    /**
     * The undecided terms of a contract: the running one if its notice deadline has passed, and the next one to be decided
     * if that is in the days ahead. Later terms of a contract that renews by itself depend on that one.
     */
    private List<Term> openTerms(ContractTerms contract, Term.Facts facts, Reckoning reckoning) {
        LocalDate last = date.plusDays(days);
        Span ends = new Span(date, last.plusDays(NoticeDeadlineTrigger.LONGEST_NOTICE_DAYS));
        List<Term> open = new ArrayList<>();
        for (Term term : Term.endingIn(contract, ends)) {
            LocalDate decisionDate = term.decisionDate(reckoning);
            if (decisionDate.isAfter(last)) {
                break;
            }
            boolean passed = decisionDate.isBefore(date);
            boolean runs = !term.start().isAfter(date) && term.end().isAfter(date);
            if ((!passed || runs) && term.decision(facts).isEmpty()) {
                open.add(term);
            }
            if (!passed) {
                break;
            }
        }
        return open;
    }

    private DecisionAhead decision(CustomerView view, Term term, Reckoning reckoning) {
        LocalDate decisionDate = term.decisionDate(reckoning);
        LocalDate running = term.start().isAfter(date) ? term.start() : date;
        Optional<Money> arr = term.contract().arrOn(running, reckoning);
        boolean byNotice = term.noticeDeadline(reckoning).isPresent();
        return DecisionAhead.builder()
                .customerId(view.customerId())
                .contract(term.contract().contract().id())
                .kind(byNotice ? DecisionAhead.Kind.NOTICE_DEADLINE : DecisionAhead.Kind.SIGNATURE)
                .date(decisionDate)
                .termEnd(term.end())
                .daysLeft((int) ChronoUnit.DAYS.between(date, decisionDate))
                .arr(arr)
                .reason(reason(term, decisionDate, byNotice))
                .build();
    }

    private String reason(Term term, LocalDate decisionDate, boolean byNotice) {
        if (decisionDate.isBefore(date)) {
            return "notice could be given until " + decisionDate + "; nothing is decided, so it renews by itself on "
                    + term.end();
        }
        return byNotice
                ? "notice can be given until " + decisionDate + "; else it renews by itself on " + term.end()
                : "the term ends on " + term.end() + " and no next one is signed";
    }

    /**
     * The day from which days are counted.
     *
     * @return the date of the book
     */
    public LocalDate date() {
        return date;
    }

    /**
     * How far the list looks ahead.
     *
     * @return a number of days
     */
    public int days() {
        return days;
    }

    /**
     * What must be decided in these days.
     *
     * @return the decisions by date, customer, contract
     */
    public List<DecisionAhead> ahead() {
        return List.copyOf(ahead);
    }

    /**
     * What had to be decided and was not, of customers at risk.
     *
     * @return running terms whose notice deadline was missed, by date, customer, contract
     */
    public List<DecisionAhead> missed() {
        return List.copyOf(missed);
    }

    /**
     * What renews by itself without a decision, of customers not at risk.
     *
     * @return running terms whose notice deadline has passed, by date, customer, contract
     */
    public List<DecisionAhead> renewingSilently() {
        return List.copyOf(renewingSilently);
    }

    /**
     * What was ended, and still runs.
     *
     * @return contracts that end without a successor, by date, customer, contract
     */
    public List<DecisionAhead> leaving() {
        return List.copyOf(leaving);
    }

    /**
     * The customers whose contracts could not be reckoned.
     *
     * @return the failures by customer
     */
    public List<CustomerFailure> failures() {
        return List.copyOf(failures);
    }

    /**
     * The revenue that is decided on.
     *
     * @param decisions  some of the decisions
     * @param reckoning  the currency, the one the list was made with
     * @return the sum of what is known
     */
    public static Money arr(List<DecisionAhead> decisions, Reckoning reckoning) {
        Money sum = Money.zero(reckoning.currency());
        for (DecisionAhead decision : decisions) {
            sum = sum.plus(decision.arr().orElse(Money.zero(reckoning.currency())));
        }
        return sum;
    }
}
