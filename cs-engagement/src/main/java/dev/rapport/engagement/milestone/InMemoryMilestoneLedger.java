package dev.rapport.engagement.milestone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A ledger in memory, for tests, simulations, and hosts that keep the entries themselves: they hand them in, tick, and take
 * what {@link #entries()} and {@link #undelivered(int)} hand back. Mutable and safe to share between threads.
 */
public final class InMemoryMilestoneLedger implements MilestoneLedger {

    private static final Comparator<LedgerEntry> BY_NEXT_TIME =
            Comparator.<LedgerEntry, Instant>comparing(entry -> entry.nextAt().orElse(Instant.MAX))
                    .thenComparing(entry -> entry.key().token());
    private static final Comparator<LedgerEntry> BY_KEY =
            Comparator.comparing(LedgerEntry::key).thenComparing(LedgerEntry::number);

    private final Map<String, Map<OccurrenceKey, List<LedgerEntry>>> ofCustomer = new HashMap<>();
    private final TreeSet<LedgerEntry> next = new TreeSet<>(BY_NEXT_TIME);
    private final Map<String, List<LedgerEntry>> alerts = new LinkedHashMap<>();
    private final Set<String> undelivered = new HashSet<>();

    /** A ledger without entries. */
    public InMemoryMilestoneLedger() {}

    /**
     * A ledger with what a host has kept.
     *
     * @param kept  all entries so far, in any order
     * @param undelivered  the tokens of the alerts that were not delivered
     * @return the ledger
     */
    public static InMemoryMilestoneLedger of(Collection<LedgerEntry> kept, Collection<String> undelivered) {
        InMemoryMilestoneLedger ledger = new InMemoryMilestoneLedger();
        kept.stream().sorted(BY_KEY).forEach(entry -> {
            if (ledger.add(List.of(entry)).isEmpty()) {
                throw new IllegalArgumentException("entry (" + entry + ") must be the next of its key.");
            }
        });
        ledger.requireKnown(undelivered);
        ledger.undelivered.retainAll(Set.copyOf(undelivered));
        return ledger;
    }

    @Override
    public synchronized List<LedgerEntry> add(List<LedgerEntry> entries) {
        MilestoneLedger.requireDifferentKeys(entries);
        List<LedgerEntry> added = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            List<LedgerEntry> history = ofCustomer
                    .computeIfAbsent(entry.key().customerId(), absent -> new TreeMap<>())
                    .computeIfAbsent(entry.key(), absent -> new ArrayList<>(2));
            if (entry.number() == history.size() + 1) {
                if (!history.isEmpty()) {
                    next.remove(history.get(history.size() - 1));
                }
                history.add(entry);
                if (entry.nextAt().isPresent()) {
                    next.add(entry);
                }
                entry.alert().ifPresent(token -> {
                    alerts.computeIfAbsent(token, absent -> new ArrayList<>()).add(entry);
                    undelivered.add(token);
                });
                added.add(entry);
            }
        }
        return List.copyOf(added);
    }

    @Override
    public synchronized List<LedgerEntry> latestOf(Collection<String> customerIds, LocalDate dueFrom) {
        List<LedgerEntry> found = new ArrayList<>();
        for (String customerId : new TreeSet<>(customerIds)) {
            for (List<LedgerEntry> history :
                    ofCustomer.getOrDefault(customerId, Map.of()).values()) {
                if (!history.isEmpty()) {
                    LedgerEntry last = history.get(history.size() - 1);
                    if (last.nextAt().isPresent() || !last.dueOn().isBefore(dueFrom)) {
                        found.add(last);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    @Override
    public synchronized List<LedgerEntry> entriesOf(Collection<String> customerIds) {
        List<LedgerEntry> found = new ArrayList<>();
        for (String customerId : new TreeSet<>(customerIds)) {
            ofCustomer.getOrDefault(customerId, Map.of()).values().forEach(found::addAll);
        }
        return List.copyOf(found);
    }

    @Override
    public synchronized List<LedgerEntry> due(Instant before, int atMost) {
        return due(next, before, atMost);
    }

    @Override
    public synchronized List<LedgerEntry> dueBehind(LedgerEntry last, Instant before, int atMost) {
        return due(next.tailSet(last, false), before, atMost);
    }

    private static List<LedgerEntry> due(Collection<LedgerEntry> from, Instant before, int atMost) {
        requireSome(atMost);
        return from.stream()
                .takeWhile(entry -> entry.nextAt().orElse(Instant.MAX).isBefore(before))
                .limit(atMost)
                .toList();
    }

    private static void requireSome(int atMost) {
        if (atMost < 1) {
            throw new IllegalArgumentException("atMost (" + atMost + ") must be at least 1.");
        }
    }

    @Override
    public synchronized Map<String, Integer> alertsAfter(Instant after) {
        Map<String, Integer> counts = new TreeMap<>();
        for (List<LedgerEntry> alert : alerts.values()) {
            LedgerEntry entry = alert.get(0);
            if (entry.at().isAfter(after)) {
                entry.owner().ifPresent(owner -> counts.merge(owner, 1, Integer::sum));
            }
        }
        return counts;
    }

    @Override
    public synchronized List<Alert> undelivered(int atMost) {
        requireSome(atMost);
        List<LedgerEntry> entries = new ArrayList<>();
        undelivered.forEach(token -> entries.addAll(alerts.getOrDefault(token, List.of())));
        return Alert.of(entries).stream().limit(atMost).toList();
    }

    @Override
    public synchronized void markDelivered(Collection<String> tokens) {
        requireKnown(tokens);
        undelivered.removeAll(Set.copyOf(tokens));
    }

    private void requireKnown(Collection<String> tokens) {
        for (String token : tokens) {
            if (!alerts.containsKey(token)) {
                throw new IllegalArgumentException("token (" + token + ") must be that of a recorded alert.");
            }
        }
    }

    /**
     * All entries.
     *
     * @return the entries by the time they were made, the day they were due, key and number
     */
    public synchronized List<LedgerEntry> entries() {
        return ofCustomer.values().stream()
                .flatMap(histories -> histories.values().stream())
                .flatMap(List::stream)
                .sorted(LedgerEntry.IN_ORDER)
                .toList();
    }
}
