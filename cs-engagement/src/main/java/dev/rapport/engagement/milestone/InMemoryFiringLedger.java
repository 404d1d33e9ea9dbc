package dev.rapport.engagement.milestone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A ledger in memory, for tests, simulations, and hosts that keep the records themselves: they hand them in, tick, and take
 * what {@link #firings()} and {@link #undelivered(int)} hand back. Mutable and safe to share between threads.
 */
public final class InMemoryFiringLedger implements FiringLedger {

    private final Map<OccurrenceKey, Firing> firings = new HashMap<>();
    private final Map<String, Set<OccurrenceKey>> ofCustomer = new HashMap<>();
    private final Set<OccurrenceKey> undelivered = new HashSet<>();

    /** A ledger in which nothing has fired. */
    public InMemoryFiringLedger() {}

    /**
     * A ledger with what a host has kept.
     *
     * @param kept  all firings so far, with different keys
     * @param undelivered  the keys of those that were not delivered
     * @return the ledger
     */
    public static InMemoryFiringLedger of(List<Firing> kept, Collection<OccurrenceKey> undelivered) {
        InMemoryFiringLedger ledger = new InMemoryFiringLedger();
        ledger.record(kept);
        undelivered.forEach(ledger::known);
        Set<OccurrenceKey> delivered = new HashSet<>();
        kept.forEach(firing -> delivered.add(firing.key()));
        delivered.removeAll(undelivered);
        ledger.markDelivered(delivered);
        return ledger;
    }

    @Override
    public synchronized List<Firing> record(List<Firing> candidates) {
        List<Firing> recorded = new ArrayList<>();
        for (Firing candidate : candidates) {
            OccurrenceKey key = candidate.key();
            if (firings.putIfAbsent(key, candidate) == null) {
                ofCustomer
                        .computeIfAbsent(key.customerId(), absent -> new LinkedHashSet<>())
                        .add(key);
                undelivered.add(key);
                recorded.add(candidate);
            }
        }
        return List.copyOf(recorded);
    }

    @Override
    public synchronized List<Firing> firingsOf(Collection<String> customerIds) {
        List<Firing> found = new ArrayList<>();
        for (String customerId : new TreeSet<>(customerIds)) {
            for (OccurrenceKey key : ofCustomer.getOrDefault(customerId, Set.of())) {
                found.add(known(key));
            }
        }
        found.sort(Firing.IN_ORDER);
        return List.copyOf(found);
    }

    @Override
    public synchronized List<Firing> undelivered(int atMost) {
        if (atMost < 1) {
            throw new IllegalArgumentException("atMost (" + atMost + ") must be at least 1.");
        }
        return undelivered.stream()
                .map(this::known)
                .sorted(Firing.IN_ORDER)
                .limit(atMost)
                .toList();
    }

    @Override
    public synchronized void markDelivered(Collection<OccurrenceKey> keys) {
        keys.forEach(this::known);
        keys.forEach(undelivered::remove);
    }

    /**
     * Everything that has fired.
     *
     * @return the firings by the time they fired, the day they were due, and key
     */
    public synchronized List<Firing> firings() {
        return firings.values().stream().sorted(Firing.IN_ORDER).toList();
    }

    private Firing known(OccurrenceKey key) {
        Firing firing = firings.get(key);
        if (firing == null) {
            throw new IllegalArgumentException("key (" + key + ") must be that of a recorded firing.");
        }
        return firing;
    }
}
