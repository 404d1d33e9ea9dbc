package dev.rapport.engagement.milestone;

import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The record that an occurrence fired. There is at most one for each key; it may be delivered more than once, with the key
 * as idempotency token.
 */
@Value.Immutable
@ValueStyle
public abstract class Firing {

    static final Comparator<Firing> IN_ORDER =
            Comparator.comparing(Firing::firedAt).thenComparing(Firing::dueOn).thenComparing(Firing::key);

    Firing() {}

    /**
     * Starts a firing, as when it is read from a store.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What fired.
     *
     * @return the key of the occurrence
     */
    public abstract OccurrenceKey key();

    /**
     * The day on which it was due.
     *
     * @return the date
     */
    public abstract LocalDate dueOn();

    /**
     * How late it fired.
     *
     * @return the days between its day and that of the cut; 0 if it fired on its day
     */
    public abstract int daysLate();

    /**
     * The cut at which it fired.
     *
     * @return the end of the business time that was seen
     */
    public abstract Instant firedAt();

    /**
     * When it was recorded.
     *
     * @return the end of the recording time that was seen
     */
    public abstract Instant recordedAt();

    /**
     * The role of who is alerted.
     *
     * @return the role
     */
    public abstract String role();

    /**
     * Who is alerted: the customer's owner in that role on the day of the firing.
     *
     * @return the owner, or empty if nobody was
     */
    public abstract Optional<String> owner();

    /**
     * Why it fired then.
     *
     * @return the reason, as a clause
     */
    public abstract String reason();

    /**
     * Fired on its day, or later.
     *
     * @return the state of the occurrence
     */
    @Value.Derived
    public OccurrenceState state() {
        return daysLate() == 0 ? OccurrenceState.FIRED : OccurrenceState.FIRED_LATE;
    }

    /**
     * Says whether a cut sees this firing. A firing belongs to the cut at which it was taken and is seen by it.
     *
     * @param asOf  the cut
     * @return true if the firing was taken at or before it
     */
    public boolean isSeenBy(AsOf asOf) {
        return !firedAt().isAfter(asOf.validAt()) && !recordedAt().isAfter(asOf.knownAt());
    }

    /** Collects the parts of a firing. Not for use by several threads. */
    public static final class Builder extends ImmutableFiring.Builder {
        Builder() {}
    }
}
