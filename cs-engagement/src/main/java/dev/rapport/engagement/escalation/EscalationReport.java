package dev.rapport.engagement.escalation;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.CustomerFailure;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.customer.Feedback;
import dev.rapport.model.customer.Invoice;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Ticket;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.Money;

/**
 * A book held against an escalation policy: what is open and for whom, and which causes recur.
 *
 * <pre>{@code
 * EscalationReport report = EscalationReport.of(
 *         EscalationPolicy.standard(), book, Accountability.of(organisation), BusinessCalendar.weekdays());
 * }</pre>
 *
 * <p>There is one escalation for each customer and cause with an open sign. The accountable one is the customer's owner in
 * the route's role, or who stands in up the reporting line; without an owner, who answers for the role.
 */
public final class EscalationReport {

    private static final AttributeKey<Money> ARR = AttributeKey.money("arr");

    private final EscalationPolicy policy;
    private final Accountability accountability;
    private final BusinessCalendar calendar;
    private final List<Escalation> escalations = new ArrayList<>();
    private final Map<String, List<Escalation>> ofCustomer = new HashMap<>();
    private final List<CustomerFailure> failures = new ArrayList<>();
    private final Map<String, CauseCount> counts = new TreeMap<>();
    private final Money zero;

    private EscalationReport(
            EscalationPolicy policy, Accountability accountability, BusinessCalendar calendar, Money zero) {
        this.policy = policy;
        this.accountability = accountability;
        this.calendar = calendar;
        this.zero = zero;
    }

    /**
     * Holds a book against a policy. The attribute {@code arr}, where the book has it, says what is at stake.
     *
     * @param policy  the policy
     * @param book  the customers
     * @param accountability  who acts
     * @param calendar  the days that are worked
     * @return the report
     */
    public static EscalationReport of(
            EscalationPolicy policy, Book book, Accountability accountability, BusinessCalendar calendar) {
        EscalationReport report = new EscalationReport(
                requireNonNull(policy, "policy"),
                requireNonNull(accountability, "accountability"),
                requireNonNull(calendar, "calendar"),
                Money.zero(book.currency()));
        for (CustomerView view : book.customers()) {
            try {
                report.take(view);
            } catch (RuntimeException e) {
                report.failures.add(CustomerFailure.of(view.customerId(), e));
            }
        }
        report.escalations.sort(Comparator.comparing(Escalation::actBy)
                .thenComparing(Escalation::customerId)
                .thenComparing(escalation -> escalation.route().cause()));
        for (Escalation escalation : report.escalations) {
            report.ofCustomer
                    .computeIfAbsent(escalation.customerId(), absent -> new ArrayList<>())
                    .add(escalation);
        }
        return report;
    }

    /**
     * What is read. Any one of the series is enough.
     *
     * @return tickets, feedback and invoices
     */
    public static Requirements requirements() {
        return Requirements.series(Ticket.SERIES, Feedback.SERIES, Invoice.SERIES);
    }

    private void take(CustomerView view) {
        Map<String, List<Sign>> byCause = new LinkedHashMap<>();
        for (Sign sign : SignReader.read(policy, view)) {
            byCause.computeIfAbsent(sign.cause(), absent -> new ArrayList<>()).add(sign);
        }
        Optional<Money> arr = byCause.isEmpty() ? Optional.empty() : view.find(ARR);
        List<Escalation> mine = new ArrayList<>();
        byCause.forEach((cause, signs) -> policy.find(cause).ifPresent(route -> {
            List<Sign> open = signs.stream().filter(Sign::open).toList();
            if (!open.isEmpty()) {
                mine.add(escalation(view, route, open, arr));
            }
        }));
        byCause.forEach((cause, signs) ->
                counts.computeIfAbsent(cause, absent -> new CauseCount(zero)).add(signs, arr, view));
        escalations.addAll(mine);
    }

    private Escalation escalation(CustomerView view, Route route, List<Sign> open, Optional<Money> arr) {
        Instant raisedAt = open.get(0).since();
        Instant actBy = route.deadline().from(raisedAt, view.zone(), calendar);
        Escalation.Builder escalation = Escalation.builder()
                .customerId(view.customerId())
                .route(route)
                .raisedAt(raisedAt)
                .actBy(actBy)
                .overdue(actBy.isBefore(view.asOf().validAt()))
                .arr(arr)
                .signs(open);
        return named(escalation, view, route).build();
    }

    private Escalation.Builder named(Escalation.Builder escalation, CustomerView view, Route route) {
        LocalDate date = view.date();
        Optional<String> owner = Ownership.holderOf(view, route.role());
        Optional<String> acting = owner.flatMap(member -> accountability.inChargeFor(member, date));
        if (acting.isPresent()) {
            boolean themselves = acting.equals(owner);
            return escalation
                    .accountable(acting)
                    .because(
                            themselves
                                    ? "owner of the customer as " + route.role()
                                    : "stands in for " + owner.get() + ", the customer's " + route.role()
                                            + ", up the reporting line");
        }
        Optional<String> answering = accountability.answerableFor(route.role(), date);
        String none = owner.map(pool -> route.role() + " of the customer is " + pool + ", no single member")
                .orElse("the customer has no " + route.role());
        return escalation
                .accountable(answering)
                .because(none
                        + (answering.isPresent()
                                ? "; answers for that role"
                                : ", and nobody up the reporting line answers for that role"));
    }

    /**
     * The policy.
     *
     * @return the policy
     */
    public EscalationPolicy policy() {
        return policy;
    }

    /**
     * What somebody must act on.
     *
     * @return the escalations, the nearest deadline first, then by customer and cause
     */
    public List<Escalation> escalations() {
        return List.copyOf(escalations);
    }

    /**
     * What somebody must act on for one customer.
     *
     * @param customerId  the customer
     * @return the escalations, the nearest deadline first
     */
    public List<Escalation> of(String customerId) {
        return Collections.unmodifiableList(ofCustomer.getOrDefault(customerId, List.of()));
    }

    /**
     * How often each cause of the policy occurs.
     *
     * @return the causes that occur, those of most customers first, then by cause
     */
    public List<Recurrence> recurrences() {
        return recurrences(true);
    }

    /**
     * Causes that occur and that the policy does not know: nobody is accountable until it names them.
     *
     * @return the causes, those of most customers first, then by cause
     */
    public List<Recurrence> unknownCauses() {
        return recurrences(false);
    }

    private List<Recurrence> recurrences(boolean known) {
        List<Recurrence> recurrences = new ArrayList<>();
        counts.forEach((cause, count) -> {
            Optional<Route> route = policy.find(cause);
            if (route.isPresent() == known) {
                recurrences.add(count.recurrence(cause, route.map(Route::department)));
            }
        });
        recurrences.sort(Comparator.comparingInt((Recurrence recurrence) -> -recurrence.customers())
                .thenComparing(Recurrence::cause));
        return List.copyOf(recurrences);
    }

    /**
     * What is open for each department.
     *
     * @return a row for each department of the policy's routes, in their order
     */
    public List<DepartmentLoad> departments() {
        Map<String, List<Escalation>> byDepartment = new LinkedHashMap<>();
        policy.routes().forEach(route -> byDepartment.putIfAbsent(route.department(), new ArrayList<>()));
        for (Escalation escalation : escalations) {
            byDepartment
                    .computeIfAbsent(escalation.route().department(), absent -> new ArrayList<>())
                    .add(escalation);
        }
        List<DepartmentLoad> loads = new ArrayList<>();
        byDepartment.forEach((department, open) -> loads.add(DepartmentLoad.of(department, open, zero)));
        return List.copyOf(loads);
    }

    /**
     * The customers that could not be looked at.
     *
     * @return the failures
     */
    public List<CustomerFailure> failures() {
        return List.copyOf(failures);
    }
}
