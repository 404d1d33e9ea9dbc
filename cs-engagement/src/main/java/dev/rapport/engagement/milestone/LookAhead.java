package dev.rapport.engagement.milestone;

import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Ownership;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What will be due between two days: for a book, an owner or a customer. Only what is still to come is in it.
 *
 * <pre>{@code
 * LookAhead ahead = LookAhead.of(planner, book, new Span(from, before), ledger);
 * String calendar = ahead.ofOwner("anna").toCalendar();
 * }</pre>
 */
public final class LookAhead {

    private static final int BATCH = 1_000;

    private final Book book;
    private final List<Occurrence> occurrences;
    private final List<MilestoneFailure> failures;
    private final Map<OccurrenceKey, String> owners;

    private LookAhead(
            Book book,
            List<Occurrence> occurrences,
            List<MilestoneFailure> failures,
            Map<OccurrenceKey, String> owners) {
        this.book = book;
        this.occurrences = List.copyOf(occurrences);
        this.failures = List.copyOf(failures);
        this.owners = owners;
    }

    /**
     * Looks ahead. Nothing is recorded.
     *
     * @param planner  the milestones, perhaps of a policy that is only proposed
     * @param book  the customers as of now
     * @param span  the days
     * @param ledger  what has fired
     * @return what will be due
     */
    public static LookAhead of(MilestonePlanner planner, Book book, Span span, MilestoneLedger ledger) {
        List<Occurrence> occurrences = new ArrayList<>();
        Set<MilestoneFailure> failures = new LinkedHashSet<>();
        Map<OccurrenceKey, String> owners = new HashMap<>();
        List<String> ids = book.customerIds();
        List<CustomerView> customers = book.customers();
        for (int from = 0; from < ids.size(); from += BATCH) {
            int to = Math.min(from + BATCH, ids.size());
            Map<String, List<LedgerEntry>> memory = new HashMap<>();
            for (LedgerEntry entry : ledger.entriesOf(ids.subList(from, to))) {
                memory.computeIfAbsent(entry.key().customerId(), absent -> new ArrayList<>())
                        .add(entry);
            }
            for (CustomerView view : customers.subList(from, to)) {
                Reckoned reckoned = planner.reckon(view, span, memory.getOrDefault(view.customerId(), List.of()));
                failures.addAll(reckoned.failures());
                for (Occurrence occurrence : reckoned.occurrences()) {
                    if (isAhead(occurrence)) {
                        try {
                            Ownership.holderOf(view, occurrence.role())
                                    .ifPresent(owner -> owners.put(occurrence.key(), owner));
                            occurrences.add(occurrence);
                        } catch (RuntimeException e) {
                            failures.add(MilestoneFailure.of(
                                    view.customerId(), occurrence.key().milestone(), e));
                        }
                    }
                }
            }
        }
        occurrences.sort(Occurrence.BY_DUE_DATE);
        return new LookAhead(book, occurrences, List.copyOf(failures), Map.copyOf(owners));
    }

    private static boolean isAhead(Occurrence occurrence) {
        return occurrence.state() == OccurrenceState.PLANNED || occurrence.state() == OccurrenceState.DUE;
    }

    /**
     * What is ahead of one customer.
     *
     * @param customerId  the customer
     * @return the part
     */
    public LookAhead ofCustomer(String customerId) {
        return only(occurrence -> occurrence.key().customerId().equals(customerId));
    }

    /**
     * What is ahead of one owner, as customers are owned now.
     *
     * @param owner  the owner's id
     * @return the part
     */
    public LookAhead ofOwner(String owner) {
        return only(occurrence -> owner.equals(owners.get(occurrence.key())));
    }

    private LookAhead only(Predicate<Occurrence> condition) {
        return new LookAhead(book, occurrences.stream().filter(condition).toList(), failures, owners);
    }

    /**
     * What will be due.
     *
     * @return the occurrences by due date and key, planned or due
     */
    public List<Occurrence> occurrences() {
        return occurrences;
    }

    /**
     * Who will be alerted, as customers are owned now.
     *
     * @param occurrence  one of {@link #occurrences()}
     * @return the owner, or empty if nobody has the role
     */
    public Optional<String> owner(Occurrence occurrence) {
        return Optional.ofNullable(owners.get(occurrence.key()));
    }

    /**
     * The milestones that could not be reckoned, each of one customer.
     *
     * @return them with the reasons, in the order of the book and of the policy
     */
    public List<MilestoneFailure> failures() {
        return failures;
    }

    /**
     * What another look ahead has and this one has not: what a changed policy would add, or, asked the other way round,
     * leave out. Occurrences are the same if their keys and days are.
     *
     * @param other  the same book and days, another policy
     * @return what only the other has
     */
    public List<Occurrence> addedBy(LookAhead other) {
        Set<String> mine = new HashSet<>();
        occurrences.forEach(occurrence -> mine.add(occurrence.dueOn() + " " + occurrence.key()));
        return other.occurrences.stream()
                .filter(occurrence -> !mine.contains(occurrence.dueOn() + " " + occurrence.key()))
                .toList();
    }

    /**
     * What will be due as an iCalendar document (RFC 5545), an event of a whole day each. The same occurrence has the same
     * identity in every export, so that a calendar updates it instead of doubling it.
     *
     * @return the document
     */
    public String toCalendar() {
        CalendarText text = new CalendarText(book.asOf().knownAt());
        for (Occurrence occurrence : occurrences) {
            String customer = book.find(occurrence.key().customerId())
                    .flatMap(view -> view.find(CustomerAttributes.NAME))
                    .orElse(occurrence.key().customerId());
            text.event(occurrence, customer, owner(occurrence));
        }
        return text.end();
    }
}
