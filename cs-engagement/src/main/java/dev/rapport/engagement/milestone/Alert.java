package dev.rapport.engagement.milestone;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is delivered to somebody at once: one entry of the ledger, or several as a digest.
 *
 * @param token  the idempotency token: an alert with a token that was delivered before is the same alert
 * @param entries  what it tells, by due date and key, at least one
 */
public record Alert(String token, List<LedgerEntry> entries) {

    private static final Comparator<LedgerEntry> BY_DUE_DATE =
            Comparator.comparing(LedgerEntry::dueOn).thenComparing(LedgerEntry::key);

    /**
     * Checks that it tells something.
     *
     * @param token  the idempotency token
     * @param entries  what it tells
     */
    public Alert {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("entries of alert (" + token + ") must be at least one.");
        }
        entries = entries.stream().sorted(BY_DUE_DATE).toList();
    }

    /**
     * Puts entries together that belong to one alert.
     *
     * @param entries  complete alerts
     * @return the alerts, the oldest first
     */
    public static List<Alert> of(List<LedgerEntry> entries) {
        Map<String, List<LedgerEntry>> byToken = new LinkedHashMap<>();
        for (LedgerEntry entry : entries.stream().sorted(LedgerEntry.IN_ORDER).toList()) {
            entry.alert().ifPresent(token -> byToken.computeIfAbsent(token, absent -> new ArrayList<>())
                    .add(entry));
        }
        return byToken.entrySet().stream()
                .map(alert -> new Alert(alert.getKey(), alert.getValue()))
                .toList();
    }

    /**
     * Says whether it tells several things.
     *
     * @return true for a digest
     */
    public boolean isDigest() {
        return entries.size() > 1;
    }

    /**
     * Whom it goes to.
     *
     * @return the owner, or empty if nobody has the role
     */
    public Optional<String> owner() {
        return entries.get(0).owner();
    }

    /**
     * The role of whom it goes to.
     *
     * @return the role
     */
    public String role() {
        return entries.get(0).role();
    }
}
