package dev.rapport.engagement.milestone;

import dev.rapport.model.internal.ValueStyle;
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
     * The record of its firing.
     *
     * @return the firing, empty unless it fired
     */
    public abstract Optional<Firing> firing();

    /** Key, state and reason; for readers of logs, not for programs. */
    @Override
    public String toString() {
        return key() + " " + state().word() + ": " + reason();
    }

    static final class Builder extends ImmutableOccurrence.Builder {
        Builder() {}
    }
}
