package dev.rapport.engagement.milestone;

import dev.rapport.model.internal.ValueStyle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.immutables.value.Value;

/** One occurrence of a milestone as of a cut: when it is due, what became of it, and why. */
@Value.Immutable
@ValueStyle
public abstract class Occurrence {

    static final Comparator<Occurrence> BY_DUE_DATE =
            Comparator.comparing(Occurrence::dueOn).thenComparing(Occurrence::key);

    Occurrence() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * What identifies it.
     *
     * @return the key
     */
    public abstract OccurrenceKey key();

    /**
     * The day on which it is due, in the book's zone.
     *
     * @return the date
     */
    public abstract LocalDate dueOn();

    /**
     * What became of it.
     *
     * @return the state
     */
    public abstract OccurrenceState state();

    /**
     * Why it is in this state: the answer to "why did this not fire?".
     *
     * @return the reason, as a clause
     */
    public abstract String reason();

    /**
     * Who is alerted.
     *
     * @return the owner's role
     */
    public abstract String role();

    /**
     * The rule that it follows.
     *
     * @return the step and the anchor in words, and what moved the day where they do not say it all
     */
    public String rule() {
        return key().step() + (key().step().startsWith("on") ? ", " : " ") + key().anchorDate() + " of "
                + key().anchor()
                + dayReason().map(reason -> " (" + reason + ")").orElse("");
    }

    /**
     * Why it is due on its day, where step and anchor do not say it all: holidays on the way, the last day to send what
     * must be received, the customer's zone.
     *
     * @return the reason, as clauses; empty if there is nothing to say, or nothing is to be done about it any more
     */
    public abstract Optional<String> dayReason();

    /**
     * Says whether its day is an estimate: a calendar does not know all holidays on the way.
     *
     * @return true if only weekends were counted on some days
     */
    @Value.Default
    public boolean isEstimated() {
        return false;
    }

    /**
     * The last cut at which it may fire.
     *
     * @return the end of the last day of its window
     */
    public abstract Instant mayFireUntil();

    /**
     * What the ledger says of it.
     *
     * @return its last entry that the cut sees, or empty if there is none
     */
    public abstract Optional<LedgerEntry> entry();

    /**
     * The start of the day on which it is due.
     *
     * @return the instant; every cut after it sees something of the day
     */
    public abstract Instant dueAt();

    /** Key, state and reason; for readers of logs, not for programs. */
    @Override
    public String toString() {
        return key() + " " + state().word() + ": " + reason();
    }

    static final class Builder extends ImmutableOccurrence.Builder {
        Builder() {}
    }
}
