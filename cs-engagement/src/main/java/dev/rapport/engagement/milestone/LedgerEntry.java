package dev.rapport.engagement.milestone;

import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What the ledger keeps of an occurrence: the state that it took, when, and why. Entries are only ever added; those of one
 * key are numbered from 1, and the last one is its state. Together they tell what became of it.
 *
 * <p>Once it has fired, every later entry says when; it never fires again.
 */
@Value.Immutable
@ValueStyle
public abstract class LedgerEntry {

    /** The longest texts that a ledger keeps. */
    static final int LONGEST_TEXT = 4_000;

    static final Comparator<LedgerEntry> IN_ORDER = Comparator.comparing(LedgerEntry::at)
            .thenComparing(LedgerEntry::dueOn)
            .thenComparing(LedgerEntry::key)
            .thenComparing(LedgerEntry::number);

    LedgerEntry() {}

    /**
     * Starts an entry, as when it is read from a store.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Of which occurrence it is.
     *
     * @return the key
     */
    public abstract OccurrenceKey key();

    /**
     * Which of the occurrence's entries it is.
     *
     * @return 1 for the first
     */
    public abstract int number();

    /**
     * The state that it took.
     *
     * @return the state, never {@link OccurrenceState#DUE}
     */
    public abstract OccurrenceState state();

    /**
     * Why it took it.
     *
     * @return the reason, as a clause
     */
    public abstract String reason();

    /**
     * The cut at which it took it.
     *
     * @return the end of the business time that was seen
     */
    public abstract Instant at();

    /**
     * When it was recorded.
     *
     * @return the end of the recording time that was seen
     */
    public abstract Instant recordedAt();

    /**
     * The day on which the occurrence is due.
     *
     * @return the date, in the zone in which it was reckoned
     */
    public abstract LocalDate dueOn();

    /**
     * The last cut at which it may fire.
     *
     * @return the end of the last day of its window
     */
    public abstract Instant mayFireUntil();

    /**
     * When a tick must look at it again: every cut after this instant does.
     *
     * @return the instant; empty if nothing is left to be done
     */
    public abstract Optional<Instant> nextAt();

    /**
     * The cut at which it fired.
     *
     * @return empty if it has not
     */
    public abstract Optional<Instant> firedAt();

    /**
     * How late it fired.
     *
     * @return the days between its day and that of the cut; 0 if it fired on its day or not at all
     */
    public abstract int daysLate();

    /**
     * The role of who is alerted.
     *
     * @return the role
     */
    public abstract String role();

    /**
     * Who is alerted: the customer's owner in that role on the day of the alert.
     *
     * @return the owner, or empty if nobody was, or nobody is alerted yet
     */
    public abstract Optional<String> owner();

    /**
     * The alert that carries it.
     *
     * @return the alert's token, the same for all entries of a digest; empty if nobody is alerted
     */
    public abstract Optional<String> alert();

    /**
     * Who made the entry, if it was no tick.
     *
     * @return somebody's id
     */
    public abstract Optional<String> by();

    /**
     * Says whether the occurrence has fired, by this entry or an earlier one.
     *
     * @return true once it has
     */
    public boolean hasFired() {
        return firedAt().isPresent();
    }

    /**
     * Says whether the occurrence may still fire.
     *
     * @return true while it is planned
     */
    public boolean isOpen() {
        return state() == OccurrenceState.PLANNED;
    }

    /**
     * Says whether a cut sees this entry. An entry belongs to the cut at which it was made and is seen by it.
     *
     * @param asOf  the cut
     * @return true if the entry was made at or before it
     */
    public boolean isSeenBy(AsOf asOf) {
        return !at().isAfter(asOf.validAt()) && !recordedAt().isAfter(asOf.knownAt());
    }

    @Value.Check
    void check() {
        if (number() < 1) {
            throw new IllegalArgumentException("number (" + number() + ") of " + key() + " must be at least 1.");
        }
        if (state() == OccurrenceState.DUE) {
            throw new IllegalArgumentException("state of " + key() + " must be recorded as what became of it, was due.");
        }
        if (state().alerts() != alert().isPresent() || (state().alerts() && !hasFired())) {
            throw new IllegalArgumentException("entry " + number() + " of " + key() + " (" + state().word()
                    + ") must have an alert if and only if somebody is alerted, and have fired then.");
        }
        if (reason().length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("reason of " + key() + " must have at most " + LONGEST_TEXT
                    + " characters, had " + reason().length() + ".");
        }
    }

    /** Key, number, state and reason; for readers of logs, not for programs. */
    @Override
    public String toString() {
        return key() + " #" + number() + " " + state().word() + ": " + reason();
    }

    /** Collects the parts of an entry. Not for use by several threads. */
    public static final class Builder extends ImmutableLedgerEntry.Builder {
        Builder() {}
    }
}
