package dev.rapport.engagement.milestone;

import dev.rapport.engagement.milestone.TickRun.Candidate;
import dev.rapport.model.book.Book;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which of the due occurrences are told now: late ones of one owner as a digest, and no more alerts a week than the owner
 * is to have. Of what is left, the urgent come first, then what may wait least.
 */
final class AlertRationing {

    private static final Comparator<Candidate> MOST_PRESSING = Comparator.<Candidate, Boolean>comparing(
                    candidate -> !candidate.milestone().urgent())
            .thenComparing(candidate -> candidate.next().mayFireUntil())
            .thenComparing(candidate -> candidate.next().dueOn())
            .thenComparing(candidate -> candidate.next().key());

    private final Milestones policy;
    private final MilestoneLedger ledger;
    private final LocalDate monday;
    private final Instant weekStart;
    private final Instant nextWeek;
    private final Map<String, Integer> told = new HashMap<>();
    private final List<List<LedgerEntry>> batches = new ArrayList<>();
    private List<LedgerEntry> batch = new ArrayList<>();

    AlertRationing(Milestones policy, Book book, MilestoneLedger ledger) {
        this.policy = policy;
        this.ledger = ledger;
        this.monday = book.date().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        this.weekStart = monday.atStartOfDay(book.zone()).toInstant();
        this.nextWeek = monday.plusWeeks(1).atStartOfDay(book.zone()).toInstant();
    }

    /** Entries in batches that are recorded together; a digest is never split. */
    List<List<LedgerEntry>> decide(List<Candidate> candidates) {
        List<Candidate> due = candidates.stream().sorted(MOST_PRESSING).toList();
        Optional<AlertLimits> limits = policy.limits();
        if (limits.isEmpty()) {
            due.forEach(candidate -> put(List.of(candidate.next())));
        } else if (!due.isEmpty()) {
            told.putAll(ledger.alertsAfter(weekStart));
            for (List<Candidate> alert : alerts(due, limits.get().digestFrom())) {
                ration(alert, limits.get().perOwnerAndWeek());
            }
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    /** What belongs into one alert: the late ones of one owner, if there are many, and else each of its own. */
    private static List<List<Candidate>> alerts(List<Candidate> due, int digestFrom) {
        Map<String, List<Candidate>> late = new TreeMap<>();
        for (Candidate candidate : due) {
            digestKey(candidate).ifPresent(key -> late.computeIfAbsent(key, absent -> new ArrayList<>())
                    .add(candidate));
        }
        List<List<Candidate>> alerts = new ArrayList<>();
        for (Candidate candidate : due) {
            List<Candidate> together =
                    digestKey(candidate).map(late::get).orElse(List.of(candidate));
            if (together.size() < digestFrom) {
                alerts.add(List.of(candidate));
            } else if (together.get(0).equals(candidate)) {
                alerts.add(together);
            }
        }
        return alerts;
    }

    private static Optional<String> digestKey(Candidate candidate) {
        return candidate.next().daysLate() == 0
                ? Optional.empty()
                : candidate.next().owner().map(owner -> candidate.next().role() + " " + owner);
    }

    private void ration(List<Candidate> alert, int perWeek) {
        LedgerEntry first = alert.get(0).next();
        Optional<String> owner = first.owner();
        boolean urgent = alert.stream().anyMatch(candidate -> candidate.milestone().urgent());
        int used = owner.map(id -> told.getOrDefault(id, 0)).orElse(0);
        if (owner.isPresent() && used >= perWeek && !urgent) {
            alert.forEach(candidate -> putOff(candidate.next(), owner.get(), used));
            return;
        }
        owner.ifPresent(id -> told.merge(id, 1, Integer::sum));
        List<LedgerEntry> entries = alert.stream().map(Candidate::next).toList();
        if (entries.size() == 1) {
            put(entries);
        } else {
            String token = digestToken(first.role(), entries);
            put(entries.stream()
                    .map(entry -> LedgerEntry.builder()
                            .from(entry)
                            .alert(token)
                            .build())
                    .toList());
        }
    }

    private void putOff(LedgerEntry firing, String owner, int used) {
        boolean waits = nextWeek.isBefore(firing.mayFireUntil());
        String reason = owner + " has had " + used + (used == 1 ? " alert" : " alerts") + " in the week from " + monday;
        put(List.of(LedgerEntry.builder()
                .from(firing)
                .state(waits ? OccurrenceState.PLANNED : OccurrenceState.SUPPRESSED)
                .reason(reason
                        + (waits
                                ? ", and it waits for the next"
                                : ", and it may not wait for the next"))
                .firedAt(Optional.empty())
                .daysLate(0)
                .owner(Optional.empty())
                .alert(Optional.empty())
                .nextAt(waits ? Optional.of(nextWeek) : Optional.empty())
                .build()));
    }

    private void put(List<LedgerEntry> together) {
        if (!batch.isEmpty() && batch.size() + together.size() > TickRun.BATCH) {
            batches.add(batch);
            batch = new ArrayList<>();
        }
        batch.addAll(together);
    }

    /** The same digest has the same token; another one, even to the same owner at the same time, has another. */
    private static String digestToken(String role, List<LedgerEntry> entries) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (LedgerEntry entry : entries) {
                digest.update((entry.key().token() + "\n" + entry.number() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            byte[] first = Arrays.copyOf(digest.digest(), 16);
            return "digest|" + role + "|" + HexFormat.of().formatHex(first);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
