package dev.rapport.engagement.milestone;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.CustomerFailure;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Reckoning;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reckons which occurrences of a policy's milestones a customer has, and fires those that are due.
 *
 * <pre>{@code
 * MilestonePlanner planner = MilestonePlanner.of(policy, Reckoning.in(CurrencyUnit.EUR));
 * Tick tick = planner.tick(facts.asOf(instant), ledger);
 * for (Firing firing : ledger.undelivered(100)) {
 *     deliver(firing.key().token(), firing);
 *     ledger.markDelivered(List.of(firing.key()));
 * }
 * }</pre>
 *
 * <p>A tick is as of the cut of its book: an occurrence is due when the last day that the cut sees is not before its day
 * in the book's zone; a day that the zone has skipped counts as the next one.
 * Ticks may come at any time, be repeated, or be left out for a while: each occurrence fires once, or a reason is told.
 * Immutable and safe to share between threads.
 */
public final class MilestonePlanner {

    private static final int BATCH = 1_000;

    private final Milestones policy;
    private final Reckoning reckoning;

    private MilestonePlanner(Milestones policy, Reckoning reckoning) {
        this.policy = policy;
        this.reckoning = reckoning;
    }

    /**
     * A planner.
     *
     * @param policy  the milestones
     * @param reckoning  the calendar for notice in business days
     * @return the planner
     */
    public static MilestonePlanner of(Milestones policy, Reckoning reckoning) {
        return new MilestonePlanner(requireNonNull(policy, "policy"), requireNonNull(reckoning, "reckoning"));
    }

    /**
     * The milestones that are followed.
     *
     * @return the policy
     */
    public Milestones policy() {
        return policy;
    }

    /**
     * The occurrences of a customer that are due in a span of days, as of the view's cut.
     *
     * @param view  the customer
     * @param span  the days on which they are due
     * @param memory  what has fired; of it, what the cut sees counts
     * @return the occurrences by due date and key, with their states
     */
    public List<Occurrence> occurrences(CustomerView view, Span span, List<Firing> memory) {
        List<Firing> seen =
                memory.stream().filter(firing -> firing.isSeenBy(view.asOf())).toList();
        List<Occurrence> occurrences = new ArrayList<>();
        for (Milestone milestone : policy.milestones()) {
            occurrences.addAll(new MilestoneReckoner(milestone, view, reckoning, seen).occurrences(span));
        }
        occurrences.sort(Occurrence.BY_DUE_DATE);
        return List.copyOf(occurrences);
    }

    /**
     * What became of one occurrence, and why: the answer to "why did this not fire?".
     *
     * @param view  the customer
     * @param key  the occurrence, whether it still exists or not
     * @param memory  what has fired; of it, what the cut sees counts
     * @return the occurrence with its state and reason; empty if the policy has no such milestone or the key is that of
     *     another customer
     */
    public Optional<Occurrence> why(CustomerView view, OccurrenceKey key, List<Firing> memory) {
        List<Firing> seen =
                memory.stream().filter(firing -> firing.isSeenBy(view.asOf())).toList();
        return policy.find(key.milestone())
                .filter(milestone -> key.customerId().equals(view.customerId()))
                .map(milestone -> new MilestoneReckoner(milestone, view, reckoning, seen).why(key));
    }

    /**
     * Fires what is due. Running it again at the same cut, or on another instance, records nothing twice.
     *
     * @param book  the customers as of now
     * @param ledger  what has fired; receives what fires now
     * @return what was newly recorded, and what failed
     */
    public Tick tick(Book book, FiringLedger ledger) {
        List<Firing> fired = new ArrayList<>();
        List<CustomerFailure> failures = new ArrayList<>();
        List<CustomerView> customers = book.customers();
        for (int from = 0; from < customers.size(); from += BATCH) {
            List<String> ids = book.customerIds().subList(from, Math.min(from + BATCH, customers.size()));
            Map<String, List<Firing>> memory = new LinkedHashMap<>();
            for (Firing firing : ledger.firingsOf(ids)) {
                memory.computeIfAbsent(firing.key().customerId(), absent -> new ArrayList<>())
                        .add(firing);
            }
            List<Firing> due = new ArrayList<>();
            for (CustomerView view : customers.subList(from, from + ids.size())) {
                try {
                    due.addAll(due(view, memory.getOrDefault(view.customerId(), List.of())));
                } catch (RuntimeException e) {
                    failures.add(CustomerFailure.of(view.customerId(), e));
                }
            }
            fired.addAll(ledger.record(due));
        }
        return new Tick(book.asOf(), List.copyOf(fired), List.copyOf(failures));
    }

    private List<Firing> due(CustomerView view, List<Firing> memory) {
        LocalDate today = view.date();
        List<Occurrence> due = new ArrayList<>();
        for (Milestone milestone : policy.milestones()) {
            Span span = new Span(today.minusDays(milestone.fireLateUpToDays()), today.plusDays(1));
            new MilestoneReckoner(milestone, view, reckoning, memory)
                    .occurrences(span).stream()
                            .filter(occurrence -> occurrence.state() == OccurrenceState.DUE)
                            .forEach(due::add);
        }
        due.sort(Occurrence.BY_DUE_DATE);
        return due.stream().map(occurrence -> firing(occurrence, view)).toList();
    }

    private static Firing firing(Occurrence occurrence, CustomerView view) {
        return Firing.builder()
                .key(occurrence.key())
                .dueOn(occurrence.dueOn())
                .daysLate((int) (view.date().toEpochDay() - occurrence.dueOn().toEpochDay()))
                .firedAt(view.asOf().validAt())
                .recordedAt(view.asOf().knownAt())
                .role(occurrence.role())
                .owner(owner(view, occurrence.role()))
                .reason(occurrence.reason())
                .build();
    }

    private static Optional<String> owner(CustomerView view, String role) {
        LocalDate today = view.date();
        return view.series(Ownership.SERIES).stream()
                .filter(ownership -> ownership.role().equals(role))
                .filter(ownership -> !ownership.from().isAfter(today))
                .filter(ownership -> ownership.to().map(to -> to.isAfter(today)).orElse(true))
                .map(Ownership::owner)
                .sorted()
                .findFirst();
    }
}
