package dev.rapport.engagement.milestone;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Reckoning;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reckons which occurrences of a policy's milestones a customer has, plans them in a ledger, and fires those that are due.
 *
 * <pre>{@code
 * MilestonePlanner planner = MilestonePlanner.of(policy, Reckoning.in(CurrencyUnit.EUR));
 * Tick tick = planner.tick(facts.asOf(instant), ledger);
 * for (Alert alert : ledger.undelivered(100)) {
 *     deliver(alert.token(), alert.entries());
 *     ledger.markDelivered(List.of(alert.token()));
 * }
 * }</pre>
 *
 * <p>A tick is as of the cut of its book: an occurrence is due when the last day that the cut sees is not before its day
 * in the book's zone; a day that the zone has skipped counts as the next one. Ticks may come at any time, be repeated, or
 * be left out for a while: each occurrence fires once, or a reason is told.
 *
 * <p>{@link #tick} looks at every customer. A host with a large book {@link #plan plans} ahead those customers whose facts
 * have changed, and {@link #fire(Function, MilestoneLedger) fires} as often as it likes: that looks only at customers of
 * whom something is due.
 *
 * <p>What has fired never fires again. What has not, and was expired, withdrawn or superseded, is planned again as soon as
 * the facts say that it could fire: the day may have been moved back, or a clock set right. Immutable and safe to share
 * between threads.
 */
public final class MilestonePlanner {

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
     * The occurrences of a customer that are due in a span of days, as of the view's cut. A milestone that cannot be
     * reckoned, as when a calendar does not know a day, is told, and the others are reckoned all the same.
     *
     * @param view  the customer
     * @param span  the days on which they are due
     * @param memory  what the ledger says of the customer; of it, what the cut sees counts
     * @return the occurrences with their states, and what failed
     */
    public Reckoned reckon(CustomerView view, Span span, List<LedgerEntry> memory) {
        List<LedgerEntry> seen = seenBy(view, memory);
        List<Occurrence> occurrences = new ArrayList<>();
        List<MilestoneFailure> failures = new ArrayList<>();
        for (Milestone milestone : policy.milestones()) {
            try {
                occurrences.addAll(new MilestoneReckoner(milestone, view, reckoning, seen).occurrences(span));
            } catch (RuntimeException e) {
                failures.add(MilestoneFailure.of(view.customerId(), milestone.id(), e));
            }
        }
        occurrences.sort(Occurrence.BY_DUE_DATE);
        return new Reckoned(List.copyOf(occurrences), List.copyOf(failures));
    }

    /**
     * What became of one occurrence, and why: the answer to "why did this not fire?".
     *
     * @param view  the customer
     * @param key  the occurrence, whether it still exists or not
     * @param memory  what the ledger says of the customer; of it, what the cut sees counts
     * @return the occurrence with its state and reason; empty if the policy has no such milestone or the key is that of
     *     another customer
     * @throws IllegalArgumentException if the milestone cannot be reckoned, as when a calendar does not know a day
     */
    public Optional<Occurrence> why(CustomerView view, OccurrenceKey key, List<LedgerEntry> memory) {
        return policy.find(key.milestone())
                .filter(milestone -> key.customerId().equals(view.customerId()))
                .map(milestone -> new MilestoneReckoner(milestone, view, reckoning, seenBy(view, memory)).why(key));
    }

    private static List<LedgerEntry> seenBy(CustomerView view, List<LedgerEntry> memory) {
        if (memory.isEmpty()) {
            return memory;
        }
        return memory.stream()
                .filter(entry -> entry.isSeenBy(view.asOf()))
                .sorted(Comparator.comparingInt(LedgerEntry::number))
                .toList();
    }

    /**
     * Plans ahead: what will be due is recorded, and what was planned and will not be is closed with its reason. Nothing
     * fires.
     *
     * @param book  the customers as of now, perhaps only those whose facts have changed
     * @param days  how many days ahead, at least 0
     * @param ledger  what was planned; receives what is planned now
     * @return what was newly recorded, and what failed
     */
    public Tick plan(Book book, int days, MilestoneLedger ledger) {
        if (days < 0) {
            throw new IllegalArgumentException("days (" + days + ") must not be negative.");
        }
        TickRun run = new TickRun(policy, reckoning, book, ledger, false);
        forAll(book, days, run);
        run.finish(days);
        return run.tick();
    }

    /**
     * Fires what is due, of all customers. Running it again at the same cut, or on another instance, records nothing
     * twice.
     *
     * @param book  the customers as of now
     * @param ledger  what has fired; receives what fires now
     * @return what was newly recorded, and what failed
     */
    public Tick tick(Book book, MilestoneLedger ledger) {
        TickRun run = new TickRun(policy, reckoning, book, ledger, true);
        forAll(book, 0, run);
        run.takeDue();
        run.finish(0);
        return run.tick();
    }

    /**
     * Fires what was planned and is due. Only customers of whom something is due are looked at, as they are now: what was
     * planned for a day that has moved does not fire.
     *
     * @param book  the customers as of now
     * @param ledger  what was planned; receives what fires now
     * @return what was newly recorded, and what failed
     */
    public Tick fire(Book book, MilestoneLedger ledger) {
        TickRun run = new TickRun(policy, reckoning, book, ledger, true);
        run.takeDue();
        run.finish(0);
        return run.tick();
    }

    /**
     * Fires what was planned and is due, and asks for nobody else: what it costs grows with what is due, however many
     * customers there are and wherever their facts lie.
     *
     * <pre>{@code
     * planner.fire(ids -> Facts.of(adapter, accounts.load(ids)).in(zone, currency).asOf(instant), ledger);
     * }</pre>
     *
     * @param customers  gives a book of the customers of some ids, as far as there are such, always at the same cut; it is
     *     first asked for nobody
     * @param ledger  what was planned; receives what fires now
     * @return what was newly recorded, and what failed
     * @throws IllegalArgumentException if the books have different cuts
     */
    public Tick fire(Function<Set<String>, Book> customers, MilestoneLedger ledger) {
        TickRun run = new TickRun(policy, reckoning, customers, ledger);
        run.takeDue();
        run.finish(0);
        return run.tick();
    }

    private static void forAll(Book book, int days, TickRun run) {
        List<String> ids = book.customerIds();
        List<CustomerView> customers = book.customers();
        for (int from = 0; from < ids.size(); from += TickRun.BATCH) {
            int to = Math.min(from + TickRun.BATCH, ids.size());
            run.take(customers.subList(from, to), ids.subList(from, to), days);
        }
    }
}
