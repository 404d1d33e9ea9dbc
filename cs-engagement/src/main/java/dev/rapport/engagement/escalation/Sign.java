package dev.rapport.engagement.escalation;

import dev.rapport.model.internal.ValueStyle;
import java.time.Instant;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/** One fact that points to a root cause: a ticket, a piece of feedback, an invoice. */
@Value.Immutable
@ValueStyle
public abstract class Sign {

    Sign() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * In which series it is.
     *
     * @return the name of the series: tickets, feedback, invoices
     */
    public abstract String series();

    /**
     * Which entry of the series it is.
     *
     * @return the entry's id
     */
    public abstract String id();

    /**
     * Which cause it points to.
     *
     * @return the cause
     */
    public abstract String cause();

    /**
     * Since when.
     *
     * @return when it was opened, said, or became overdue for long enough
     */
    public abstract Instant since();

    /**
     * Says whether somebody must act on it.
     *
     * @return false for what is closed or counts for recurrence only
     */
    public abstract boolean open();

    /**
     * How long it took until it was done with.
     *
     * @return the days until the ticket was solved or the feedback acted on; empty while it is open, and where nobody tells
     */
    public abstract OptionalDouble daysToClose();

    /**
     * What it is.
     *
     * @return a clause without what the customer said
     */
    public abstract String text();

    static final class Builder extends ImmutableSign.Builder {
        Builder() {}
    }
}
