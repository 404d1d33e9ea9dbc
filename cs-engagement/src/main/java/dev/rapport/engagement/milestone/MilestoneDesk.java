package dev.rapport.engagement.milestone;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Where people touch what fired: they take note of it, or put it off.
 *
 * <pre>{@code
 * MilestoneDesk desk = new MilestoneDesk(ledger, ZoneId.of("Europe/Berlin"));
 * desk.acknowledge(key, "anna", "called them", AsOf.of(instant));
 * desk.snooze(key, "anna", LocalDate.of(2026, 7, 15), AsOf.of(instant));
 * }</pre>
 *
 * @param ledger  what has fired
 * @param zone  the zone in which days begin
 */
public record MilestoneDesk(MilestoneLedger ledger, ZoneId zone) {

    private static final int TRIES = 100;

    /**
     * Takes note of an alert, so that nobody else is bothered with it. What has not fired yet is handled ahead of time and
     * will not fire. Doing it again changes nothing.
     *
     * @param key  the occurrence
     * @param by  who does it
     * @param note  what was done, as a clause
     * @param asOf  when
     * @return the occurrence's last entry
     * @throws IllegalArgumentException if the ledger does not know the key, or it neither fired nor is planned
     */
    public LedgerEntry acknowledge(OccurrenceKey key, String by, String note, AsOf asOf) {
        requireNonNull(note, "note");
        return touch(key, entry -> {
            if (entry.state() == OccurrenceState.ACKNOWLEDGED
                    || (entry.state() == OccurrenceState.ALREADY_HANDLED && entry.by().isPresent())) {
                return Optional.empty();
            }
            if (!entry.hasFired() && !entry.isOpen()) {
                throw new IllegalArgumentException("key (" + key + ") must be that of something planned or fired, was "
                        + entry.state().word() + ": " + entry.reason() + ".");
            }
            OccurrenceState state =
                    entry.hasFired() ? OccurrenceState.ACKNOWLEDGED : OccurrenceState.ALREADY_HANDLED;
            return Optional.of(next(entry, by, asOf).state(state).reason(note).build());
        });
    }

    /**
     * Puts an alert off: its owner is reminded on a later day, and nobody else before.
     *
     * @param key  the occurrence, which must have fired
     * @param by  who does it
     * @param until  the day of the reminder, after that of the cut
     * @param asOf  when
     * @return the occurrence's last entry
     * @throws IllegalArgumentException if the ledger does not know the key, it has not fired or was acknowledged, or the
     *     day is not ahead
     */
    public LedgerEntry snooze(OccurrenceKey key, String by, LocalDate until, AsOf asOf) {
        if (!until.isAfter(asOf.date(zone))) {
            throw new IllegalArgumentException("until (" + until + ") must be after " + asOf.date(zone) + ".");
        }
        Instant next = until.atStartOfDay(zone).toInstant();
        return touch(key, entry -> {
            if (!entry.hasFired() || entry.state() == OccurrenceState.ACKNOWLEDGED) {
                throw new IllegalArgumentException("key (" + key + ") must be that of something fired and not"
                        + " acknowledged, was " + entry.state().word() + ".");
            }
            if (entry.state() == OccurrenceState.SNOOZED
                    && entry.nextAt().filter(next::equals).isPresent()) {
                return Optional.empty();
            }
            return Optional.of(next(entry, by, asOf)
                    .state(OccurrenceState.SNOOZED)
                    .reason("put off to " + until + " by " + by)
                    .nextAt(next)
                    .build());
        });
    }

    private static LedgerEntry.Builder next(LedgerEntry entry, String by, AsOf asOf) {
        return LedgerEntry.builder()
                .from(entry)
                .number(entry.number() + 1)
                .at(asOf.validAt())
                .recordedAt(asOf.knownAt())
                .nextAt(Optional.empty())
                .alert(Optional.empty())
                .by(requireNonNull(by, "by"));
    }

    /** What comes after an entry; empty if nothing does. */
    @FunctionalInterface
    private interface Touch {
        Optional<LedgerEntry> after(LedgerEntry entry);
    }

    private LedgerEntry touch(OccurrenceKey key, Touch touch) {
        for (int i = 0; i < TRIES; i++) {
            LedgerEntry entry = ledger.latestOf(List.of(key.customerId())).stream()
                    .filter(latest -> latest.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "key (" + key + ") must be that of an occurrence in the ledger."));
            Optional<LedgerEntry> next = touch.after(entry);
            if (next.isEmpty()) {
                return entry;
            }
            if (!ledger.add(List.of(next.get())).isEmpty()) {
                return next.get();
            }
        }
        throw new IllegalStateException("key (" + key + ") was changed by others each of " + TRIES + " times.");
    }
}
