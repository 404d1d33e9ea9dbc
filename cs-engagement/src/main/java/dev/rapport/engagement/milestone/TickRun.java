package dev.rapport.engagement.milestone;

import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Reckoning;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One run over a book: what the facts say is compared with what the ledger says, and the difference is recorded. */
final class TickRun {

    static final int BATCH = 1_000;
    private static final int TRIES = 100;

    private final Milestones policy;
    private final Reckoning reckoning;
    private final Book book;
    private final Function<Set<String>, Book> books;
    private final MilestoneLedger ledger;
    private final boolean fires;
    private final LocalDate today;
    private final LocalDate mattersFrom;
    private final Instant now;
    private final Set<String> taken = new HashSet<>();
    private final Map<OccurrenceKey, Candidate> candidates = new LinkedHashMap<>();
    private final Map<String, Set<String>> overtaken = new TreeMap<>();
    private final List<LedgerEntry> recorded = new ArrayList<>();
    private final Set<MilestoneFailure> failures = new LinkedHashSet<>();

    TickRun(Milestones policy, Reckoning reckoning, Book book, MilestoneLedger ledger, boolean fires) {
        this(policy, reckoning, book, ids -> book, ledger, fires);
    }

    /** A run that asks for a book of those customers whom it has to look at, all at the cut of the book without any. */
    TickRun(Milestones policy, Reckoning reckoning, Function<Set<String>, Book> books, MilestoneLedger ledger) {
        this(policy, reckoning, books.apply(Set.of()), books, ledger, true);
    }

    private TickRun(
            Milestones policy,
            Reckoning reckoning,
            Book book,
            Function<Set<String>, Book> books,
            MilestoneLedger ledger,
            boolean fires) {
        this.policy = policy;
        this.reckoning = reckoning;
        this.book = book;
        this.books = books;
        this.ledger = ledger;
        this.fires = fires;
        this.today = book.date();
        this.mattersFrom = policy.mattersFrom(today, reckoning.deadlines().calendars());
        this.now = book.asOf().validAt();
    }

    Tick tick() {
        recorded.sort(Comparator.comparing(LedgerEntry::dueOn).thenComparing(LedgerEntry::key));
        return new Tick(book.asOf(), List.copyOf(recorded), List.copyOf(failures));
    }

    /** Looks at some customers, up to so many days ahead. */
    void take(List<CustomerView> views, Collection<String> ids, int days) {
        take(views, ids, days, mattersFrom);
    }

    private void take(List<CustomerView> views, Collection<String> ids, int days, LocalDate dueFrom) {
        Map<String, List<LedgerEntry>> latest = new HashMap<>();
        for (LedgerEntry entry : ledger.latestOf(ids, dueFrom)) {
            latest.computeIfAbsent(entry.key().customerId(), absent -> new ArrayList<>())
                    .add(entry);
        }
        List<LedgerEntry> changes = new ArrayList<>();
        for (CustomerView view : views) {
            taken.add(view.customerId());
            CustomerRun run = new CustomerRun(view, latest.getOrDefault(view.customerId(), List.of()));
            run.compare(days);
            changes.addAll(run.changes);
            run.due.forEach(candidate -> candidates.put(candidate.next.key(), candidate));
        }
        record(changes);
    }

    /** Looks at what the ledger says is due, of customers that were not looked at. */
    void takeDue() {
        List<LedgerEntry> page = ledger.due(now, BATCH);
        while (!page.isEmpty()) {
            LedgerEntry last = page.get(page.size() - 1);
            Set<String> ids = new TreeSet<>();
            page.forEach(entry -> ids.add(entry.key().customerId()));
            Book due = bookOf(ids);
            ids.removeAll(taken);
            take(found(due, ids), ids, 0);
            expireWhatNobodySees(page, due);
            page = ledger.dueBehind(last, now, BATCH);
        }
    }

    private Book bookOf(Set<String> ids) {
        Book some = books.apply(Collections.unmodifiableSet(new TreeSet<>(ids)));
        if (!some.asOf().equals(book.asOf()) || !some.zone().equals(book.zone())) {
            throw new IllegalArgumentException("books must all have the cut of the first (" + book.asOf() + " in "
                    + book.zone() + "), one has " + some.asOf() + " in " + some.zone() + ".");
        }
        return some;
    }

    private static List<CustomerView> found(Book book, Collection<String> ids) {
        List<CustomerView> views = new ArrayList<>();
        ids.forEach(id -> book.find(id).ifPresent(views::add));
        return views;
    }

    /** What has expired of customers who are not in the book, and of milestones that could not be reckoned. */
    private void expireWhatNobodySees(List<LedgerEntry> page, Book due) {
        Map<String, Set<String>> failed = new HashMap<>();
        failures.forEach(failure -> failed.computeIfAbsent(failure.customerId(), absent -> new HashSet<>())
                .add(failure.milestone()));
        List<LedgerEntry> changes = new ArrayList<>();
        for (LedgerEntry entry : page) {
            String id = entry.key().customerId();
            boolean hasFailed =
                    failed.getOrDefault(id, Set.of()).contains(entry.key().milestone());
            boolean unseen = hasFailed || due.find(id).isEmpty();
            if (unseen && now.isAfter(entry.mayFireUntil())) {
                changes.add(next(entry)
                        .state(entry.hasFired() ? OccurrenceState.WITHDRAWN : OccurrenceState.EXPIRED)
                        .reason((entry.hasFired() ? "" : "it did not fire in time, and ")
                                + (hasFailed
                                        ? "the milestone could not be reckoned"
                                        : "the customer is not in the book"))
                        .build());
            }
        }
        record(changes);
    }

    /**
     * Fires what is due, as far as the limits of the owners allow. Customers of whom another instance recorded something
     * at the same time are looked at again, since it may have done something else; so are those who have an entry of long
     * ago, as when a policy counts days in another way now.
     */
    void finish(int days) {
        decide();
        for (int i = 0; i < TRIES && !overtaken.isEmpty(); i++) {
            Set<String> ids = new TreeSet<>(overtaken.keySet());
            overtaken.clear();
            take(found(bookOf(ids), ids), ids, days, LocalDate.MIN);
            decide();
        }
        overtaken.forEach((id, milestones) -> milestones.forEach(milestone ->
                failures.add(new MilestoneFailure(id, milestone, "others changed it each of " + TRIES + " times"))));
    }

    private void decide() {
        List<Candidate> due = new ArrayList<>(candidates.values());
        candidates.clear();
        for (List<LedgerEntry> batch : new AlertRationing(policy, book, ledger).decide(due)) {
            record(batch);
        }
    }

    private void record(List<LedgerEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<LedgerEntry> added = ledger.add(entries);
        recorded.addAll(added);
        if (added.size() < entries.size()) {
            Set<OccurrenceKey> keys = new HashSet<>();
            added.forEach(entry -> keys.add(entry.key()));
            entries.stream()
                    .map(LedgerEntry::key)
                    .filter(key -> !keys.contains(key))
                    .forEach(key -> overtaken
                            .computeIfAbsent(key.customerId(), absent -> new TreeSet<>())
                            .add(key.milestone()));
        }
    }

    /** The next entry of a key, to be given state and reason. */
    private LedgerEntry.Builder next(LedgerEntry entry) {
        return LedgerEntry.builder()
                .from(entry)
                .number(entry.number() + 1)
                .at(now)
                .recordedAt(book.asOf().knownAt())
                .nextAt(Optional.empty())
                .alert(Optional.empty())
                .by(Optional.empty());
    }

    /**
     * Something that somebody is to be told.
     *
     * @param milestone  the rule
     * @param next  the entry as it is recorded if nothing stands against it
     */
    record Candidate(Milestone milestone, LedgerEntry next) {}

    /** One customer of the run. */
    private final class CustomerRun {

        private final CustomerView view;
        private final Map<OccurrenceKey, LedgerEntry> latest = new LinkedHashMap<>();
        private final List<LedgerEntry> seen = new ArrayList<>();
        private final List<LedgerEntry> changes = new ArrayList<>();
        private final List<Candidate> due = new ArrayList<>();

        CustomerRun(CustomerView view, List<LedgerEntry> latest) {
            this.view = view;
            for (LedgerEntry entry : latest) {
                this.latest.put(entry.key(), entry);
                boolean fromLater = entry.at().isAfter(now);
                if (!fromLater
                        || entry.hasFired()
                        || entry.isOpen()
                        || entry.by().isPresent()) {
                    seen.add(entry);
                }
            }
        }

        void compare(int days) {
            for (Milestone milestone : policy.milestones()) {
                try {
                    compare(milestone, days);
                } catch (RuntimeException e) {
                    failures.add(MilestoneFailure.of(view.customerId(), milestone.id(), e));
                }
            }
            for (LedgerEntry entry : latest.values()) {
                if (entry.nextAt().isPresent()
                        && policy.find(entry.key().milestone()).isEmpty()) {
                    close(
                            entry,
                            OccurrenceState.WITHDRAWN,
                            "the policy has no milestone " + entry.key().milestone() + " any more");
                }
            }
        }

        private void compare(Milestone milestone, int days) {
            MilestoneReckoner reckoner = new MilestoneReckoner(milestone, view, reckoning, seen);
            LocalDate theirs = reckoner.today();
            Span span = new Span(theirs.minusDays(milestone.fireLateUpToDays()), theirs.plusDays(days + 1L));
            Set<OccurrenceKey> compared = new HashSet<>();
            for (Occurrence occurrence : reckoner.occurrences(span)) {
                compared.add(occurrence.key());
                compare(milestone, reckoner, occurrence);
            }
            for (LedgerEntry entry : latest.values()) {
                boolean mine = entry.key().milestone().equals(milestone.id());
                if (mine && entry.nextAt().isPresent() && !compared.contains(entry.key())) {
                    compare(milestone, reckoner, reckoner.why(entry.key()));
                }
            }
        }

        private void compare(Milestone milestone, MilestoneReckoner reckoner, Occurrence occurrence) {
            LedgerEntry entry = latest.get(occurrence.key());
            if (entry != null && entry.hasFired()) {
                followUp(milestone, reckoner, entry);
                return;
            }
            switch (occurrence.state()) {
                case PLANNED -> plan(occurrence, entry);
                case DUE -> {
                    if (fires) {
                        due.add(new Candidate(milestone, firing(milestone, reckoner, occurrence, entry)));
                    } else {
                        plan(occurrence, entry);
                    }
                }
                case EXPIRED, SUPERSEDED, WITHDRAWN, ALREADY_HANDLED -> {
                    if (entry != null && entry.isOpen()) {
                        close(entry, occurrence.state(), occurrence.reason());
                    }
                }
                default -> {}
            }
        }

        private void close(LedgerEntry entry, OccurrenceState state, String reason) {
            changes.add(next(entry).state(state).reason(reason).build());
        }

        private void plan(Occurrence occurrence, @Nullable LedgerEntry entry) {
            if (entry != null
                    && entry.isOpen()
                    && entry.dueOn().equals(occurrence.dueOn())
                    && entry.mayFireUntil().equals(occurrence.mayFireUntil())
                    && entry.role().equals(occurrence.role())) {
                return;
            }
            changes.add(of(occurrence, entry)
                    .state(OccurrenceState.PLANNED)
                    .reason(occurrence.rule())
                    .nextAt(occurrence.dueAt())
                    .build());
        }

        private LedgerEntry firing(
                Milestone milestone, MilestoneReckoner reckoner, Occurrence occurrence, @Nullable LedgerEntry entry) {
            int late = (int) (reckoner.today().toEpochDay() - occurrence.dueOn().toEpochDay());
            return of(occurrence, entry)
                    .state(late == 0 ? OccurrenceState.FIRED : OccurrenceState.FIRED_LATE)
                    .reason(occurrence.reason())
                    .firedAt(now)
                    .daysLate(late)
                    .owner(Ownership.holderOf(view, occurrence.role()))
                    .alert(occurrence.key().token())
                    .nextAt(milestone.whenUntouched().map(follow -> view.startOf(today.plusDays(follow.afterDays()))))
                    .build();
        }

        private LedgerEntry.Builder of(Occurrence occurrence, @Nullable LedgerEntry entry) {
            return LedgerEntry.builder()
                    .key(occurrence.key())
                    .number(entry == null ? 1 : entry.number() + 1)
                    .at(now)
                    .recordedAt(book.asOf().knownAt())
                    .dueOn(occurrence.dueOn())
                    .mayFireUntil(occurrence.mayFireUntil())
                    .daysLate(0)
                    .role(occurrence.role());
        }

        /** What fired and was not touched, or was put off until now. */
        private void followUp(Milestone milestone, MilestoneReckoner reckoner, LedgerEntry entry) {
            boolean isTime = entry.nextAt().map(next -> next.isBefore(now)).orElse(false);
            if (!isTime || !fires) {
                return;
            }
            Optional<MilestoneReckoner.Gone> settled = reckoner.settled(entry.key());
            if (settled.isPresent()) {
                close(entry, settled.get().state(), settled.get().reason());
                return;
            }
            LedgerEntry.Builder next = next(entry).alert(entry.key().token() + "#" + (entry.number() + 1));
            if (entry.state() == OccurrenceState.SNOOZED) {
                changes.add(next.state(OccurrenceState.REMINDED)
                        .reason("snoozed until today: " + entry.reason())
                        .nextAt(milestone
                                .whenUntouched()
                                .map(follow -> view.startOf(today.plusDays(follow.afterDays()))))
                        .owner(Ownership.holderOf(view, entry.role()))
                        .build());
            } else {
                String role = milestone.whenUntouched().map(FollowUp::alerts).orElse(entry.role());
                changes.add(next.state(OccurrenceState.ESCALATED)
                        .reason("nobody touched it since " + entry.at()
                                + entry.owner()
                                        .map(owner -> ", when " + owner + " was alerted")
                                        .orElse(""))
                        .role(role)
                        .owner(Ownership.holderOf(view, role))
                        .build());
            }
        }
    }
}
