package dev.rapport.engagement.milestone;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.time.AsOf;
import dev.rapport.model.time.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/**
 * One world out of a seed: customers whose dates are set, moved and set back-dated; instances of a host that tick, plan,
 * fire and deliver, crash before and after every call to the ledger, lose answers, call twice, work into each other's
 * calls, and whose clocks jump. After each tick that came to its end, what is due by a naive count must have fired.
 */
final class LedgerSimulation {

    private static final AttributeKey<LocalDate> DATE = AttributeKey.date("go-live.date");
    private static final Map<String, Integer> STEPS =
            new TreeMap<>(Map.of("10 days before", -10, "3 days before", -3, "on the day", 0));
    private static final int LATE = 2;
    private static final int REISSUE = 5;
    private static final List<String> ZONES = List.of("UTC", "Europe/Berlin", "Australia/Lord_Howe", "Pacific/Apia");

    private final Random random;
    private final long seed;
    private final ZoneId zone;
    private final MilestonePlanner planner;
    private final MilestoneLedger store;
    private final Map<String, List<Stated>> world = new TreeMap<>();
    private final Set<String> absent = new HashSet<>();
    private final Map<String, Integer> received = new HashMap<>();
    private Instant now;
    private int depth;
    private Figures figures = new Figures();
    private Optional<Facts> facts = Optional.empty();

    /** What was counted. */
    static final class Figures {
        int restarts;
        int ticks;
        int firings;
        int redelivered;
        int reasons;

        void add(Figures other) {
            restarts += other.restarts;
            ticks += other.ticks;
            firings += other.firings;
            redelivered += other.redelivered;
            reasons += other.reasons;
        }

        @Override
        public String toString() {
            return restarts + " restarts, " + ticks + " whole ticks, " + firings + " firings, " + redelivered
                    + " delivered again, " + reasons + " reasons";
        }
    }

    /** A date as somebody stated it: since when it holds, and when it was written down. */
    private record Stated(LocalDate date, Instant from, Instant recordedAt) {}

    /** The end of an instance. No RuntimeException, so that nobody catches it. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        Crash() {
            super("crash", null, false, false);
        }
    }

    LedgerSimulation(long seed, MilestoneLedger store) {
        this.seed = seed;
        this.store = store;
        this.random = new Random(seed);
        this.zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        Milestone.Builder milestone = Books.milestone("m", new DateAttributeTrigger(DATE))
                .fireLateUpToDays(LATE)
                .reissueWhenMovedByDays(REISSUE);
        STEPS.keySet().forEach(step -> milestone.addSteps(Step.parse(step)));
        if (random.nextBoolean()) {
            milestone.whenUntouched(new FollowUp(2, "lead"));
        }
        Optional<AlertLimits> limits = random.nextInt(3) == 0 ? Optional.of(new AlertLimits(2, 2)) : Optional.empty();
        this.planner = MilestonePlanner.of(
                new Milestones(DocumentHeader.of("m", "1"), List.of(milestone.build()), limits),
                Reckoning.in(CurrencyUnit.EUR));
        LocalDate first = LocalDate.of(2011 + random.nextInt(20), 1 + random.nextInt(12), 1 + random.nextInt(28));
        this.now = first.atStartOfDay(zone).toInstant();
        for (int i = 0; i < 3; i++) {
            world.put("customer-" + i, new ArrayList<>());
        }
    }

    /** Lives through so many restarts. */
    Figures run(int restarts) {
        for (int i = 0; i < restarts; i++) {
            figures.restarts++;
            now = now.plusSeconds(random.nextInt(random.nextInt(6) == 0 ? 5 * 86_400 : 86_400) + 1L);
            if (random.nextInt(3) == 0) {
                change();
            }
            instance();
        }
        store.undelivered(100_000).forEach(this::receive);
        check();
        return figures;
    }

    private void change() {
        List<String> ids = List.copyOf(world.keySet());
        String id = ids.get(random.nextInt(ids.size()));
        if (random.nextInt(10) == 0) {
            if (!absent.remove(id)) {
                absent.add(id);
            }
        } else {
            LocalDate date = AsOf.of(now).date(zone).plusDays(random.nextInt(25) - 4L);
            Instant from = random.nextInt(3) == 0 ? now.minus(Duration.ofHours(random.nextInt(200))) : now;
            world.computeIfAbsent(id, absentId -> new ArrayList<>()).add(new Stated(date, from, now));
        }
        facts = Optional.empty();
    }

    private Facts facts() {
        if (facts.isEmpty()) {
            List<Customer> customers = new ArrayList<>();
            world.forEach((id, dates) -> {
                if (!absent.contains(id)) {
                    customers.add(Books.customer(id, customer -> {
                        dates.forEach(stated -> customer.set(
                                DATE, stated.date(), TimeRange.startingAt(stated.from()), stated.recordedAt()));
                        customer.add(
                                Ownership.SERIES,
                                e -> e.id("o")
                                        .at(Books.SINCE)
                                        .with(Ownership.ROLE, "csm")
                                        .with(Ownership.OWNER, "anna")
                                        .with(Ownership.FROM, LocalDate.of(2000, 1, 1)));
                    }));
                }
            });
            facts = Optional.of(Books.facts(zone, customers.toArray(new Customer[0])));
        }
        return facts.get();
    }

    /** What one instance does between two restarts. */
    private void instance() {
        long skew = random.nextInt(8) == 0 ? random.nextInt(20 * 86_400) - 10L * 86_400 : 0;
        Book book = facts().asOf(AsOf.of(now.plusSeconds(skew)));
        MilestoneLedger ledger = new UnreliableLedger();
        try {
            for (int i = 0; i <= random.nextInt(3); i++) {
                act(book, ledger);
            }
        } catch (Crash crash) {
            // It is gone, and what it had not written with it
        }
    }

    private void act(Book book, MilestoneLedger ledger) {
        switch (random.nextInt(4)) {
            case 0 -> planner.plan(book, random.nextInt(15), ledger);
            case 1 -> planner.fire(book, ledger);
            case 2 -> {
                planner.tick(book, ledger);
                figures.ticks++;
                checkAfterTick(book);
            }
            default -> {
                for (Alert alert : ledger.undelivered(1 + random.nextInt(3))) {
                    receive(alert);
                    mayCrash();
                    ledger.markDelivered(List.of(alert.token()));
                }
            }
        }
    }

    private void receive(Alert alert) {
        int content = alert.entries().hashCode();
        Integer before = received.put(alert.token(), content);
        if (before != null) {
            figures.redelivered++;
            require(before == content, "the alert " + alert.token() + " came twice with different content");
        }
    }

    private void mayCrash() {
        if (random.nextInt(15) == 0) {
            throw new Crash();
        }
    }

    /** A ledger whose calls get lost, come twice, or let another instance in. */
    private final class UnreliableLedger implements MilestoneLedger {

        private void around() {
            mayCrash();
            if (depth < 2 && random.nextInt(12) == 0) {
                depth++;
                try {
                    instance();
                } finally {
                    depth--;
                }
            }
        }

        @Override
        public List<LedgerEntry> add(List<LedgerEntry> entries) {
            around();
            if (random.nextInt(20) == 0) {
                store.add(entries);
            }
            List<LedgerEntry> added = store.add(entries);
            added.stream()
                    .filter(entry -> entry.firedAt().filter(entry.at()::equals).isPresent())
                    .forEach(entry -> require(
                            date(entry.key().customerId(), entry.at())
                                    .filter(entry.key().anchorDate()::equals)
                                    .isPresent(),
                            "fired for a day that was none: " + entry));
            around();
            return added;
        }

        @Override
        public List<LedgerEntry> latestOf(Collection<String> customerIds, LocalDate dueFrom) {
            List<LedgerEntry> latest = store.latestOf(customerIds, dueFrom);
            around();
            return latest;
        }

        @Override
        public List<LedgerEntry> entriesOf(Collection<String> customerIds) {
            return store.entriesOf(customerIds);
        }

        @Override
        public List<LedgerEntry> due(Instant before, int atMost) {
            List<LedgerEntry> due = store.due(before, 1 + random.nextInt(3));
            around();
            return due;
        }

        @Override
        public List<LedgerEntry> dueBehind(LedgerEntry last, Instant before, int atMost) {
            return store.dueBehind(last, before, 1 + random.nextInt(3));
        }

        @Override
        public Map<String, Integer> alertsAfter(Instant after) {
            around();
            return store.alertsAfter(after);
        }

        @Override
        public List<Alert> undelivered(int atMost) {
            around();
            return store.undelivered(atMost);
        }

        @Override
        public void markDelivered(Collection<String> tokens) {
            around();
            store.markDelivered(tokens);
            around();
        }
    }

    /** The date of a customer by a naive count: of what is known, the last word on that time. */
    private Optional<LocalDate> date(String id, Instant cut) {
        Optional<LocalDate> date = Optional.empty();
        for (Stated stated : world.getOrDefault(id, List.of())) {
            if (stated.recordedAt().isBefore(cut) && stated.from().isBefore(cut)) {
                date = Optional.of(stated.date());
            }
        }
        return date;
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    private boolean isInWindow(LocalDate dueOn, Instant cut) {
        LocalDate real = LocalDate.ofInstant(startOf(dueOn), zone);
        return startOf(real).isBefore(cut) && !cut.isAfter(startOf(real.plusDays(LATE + 1L)));
    }

    /** What is in its window has fired, or fired for a day nearby, or its owner has had enough. */
    private void checkAfterTick(Book book) {
        Instant cut = book.asOf().validAt();
        for (String id : book.customerIds()) {
            Optional<LocalDate> date = date(id, cut);
            for (Map.Entry<String, Integer> step : STEPS.entrySet()) {
                if (date.isEmpty() || !isInWindow(date.get().plusDays(step.getValue()), cut)) {
                    continue;
                }
                List<LedgerEntry> latest = store.latestOf(List.of(id));
                boolean told = latest.stream()
                        .filter(entry -> entry.key().step().equals(step.getKey()))
                        .filter(LedgerEntry::hasFired)
                        .anyMatch(entry -> Math.abs(entry.key().anchorDate().toEpochDay()
                                        - date.get().toEpochDay())
                                < REISSUE);
                boolean rationed = store.entriesOf(List.of(id)).stream()
                        .filter(entry -> entry.key().step().equals(step.getKey()))
                        .filter(entry -> entry.key().anchorDate().equals(date.get()))
                        .anyMatch(entry -> entry.reason().startsWith("anna has had "));
                require(
                        told || rationed,
                        "lost: " + id + ", " + step.getKey() + " " + date.get() + " at " + cut + ": "
                                + store.entriesOf(List.of(id)).stream()
                                        .map(entry -> entry.at() + " " + entry)
                                        .toList());
            }
        }
    }

    /** Firings are matched to windows; whatever did not fire has a reason; what fired was delivered. */
    private void check() {
        Map<OccurrenceKey, List<LedgerEntry>> histories = new TreeMap<>();
        for (LedgerEntry entry : store.entriesOf(world.keySet())) {
            histories
                    .computeIfAbsent(entry.key(), absentKey -> new ArrayList<>())
                    .add(entry);
        }
        for (List<LedgerEntry> history : histories.values()) {
            int fired = 0;
            for (LedgerEntry entry : history) {
                if (entry.state() == OccurrenceState.FIRED || entry.state() == OccurrenceState.FIRED_LATE) {
                    fired++;
                    figures.firings++;
                    require(
                            isInWindow(entry.dueOn(), entry.at()),
                            "outside its window: " + entry + " at " + entry.at());
                    require(entry.alert().filter(received::containsKey).isPresent(), "not delivered: " + entry);
                }
            }
            require(fired <= 1, "doubled: " + history);
            require(
                    fired == 1 == history.get(history.size() - 1).hasFired(),
                    "its last entry does not know that it fired: " + history);
        }
        checkReasons(histories);
    }

    private void checkReasons(Map<OccurrenceKey, List<LedgerEntry>> histories) {
        Book book = facts().asOf(AsOf.of(now));
        for (String id : book.customerIds()) {
            for (Stated stated : world.getOrDefault(id, List.of())) {
                for (String step : STEPS.keySet()) {
                    OccurrenceKey key = OccurrenceKey.builder()
                            .customerId(id)
                            .milestone("m")
                            .anchor(DATE.name())
                            .anchorDate(stated.date())
                            .step(step)
                            .build();
                    Occurrence why = planner.why(
                                    book.find(id).orElseThrow(), key, histories.getOrDefault(key, List.of()))
                            .orElseThrow();
                    require(!why.reason().isBlank(), "no reason: " + why);
                    figures.reasons++;
                }
            }
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError("seed " + seed + ": " + otherwise);
        }
    }
}
