package dev.rapport.engagement.escalation;

import dev.rapport.model.internal.ValueStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/** One root cause of one customer that somebody must act on: who is accountable, since when, and by when. */
@Value.Immutable
@ValueStyle
public abstract class Escalation {

    Escalation() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Whose matter it is.
     *
     * @return the customer's id
     */
    public abstract String customerId();

    /**
     * Where it goes.
     *
     * @return the route of the cause
     */
    public abstract Route route();

    /**
     * The one who is accountable.
     *
     * @return a member; empty if nobody is in charge up to the top, which is a gap
     */
    public abstract Optional<String> accountable();

    /**
     * How the accountable one was found.
     *
     * @return a clause
     */
    public abstract String because();

    /**
     * Since when.
     *
     * @return the time of the oldest open sign
     */
    public abstract Instant raisedAt();

    /**
     * By when somebody must have acted.
     *
     * @return the end of the deadline
     */
    public abstract Instant actBy();

    /**
     * Says whether the deadline has passed.
     *
     * @return true if the cut sees its end
     */
    public abstract boolean overdue();

    /**
     * What is at stake.
     *
     * @return the customer's recurring revenue of a year, or empty if it is not known
     */
    public abstract Optional<Money> arr();

    /**
     * What points to the cause.
     *
     * @return the open signs, the oldest first
     */
    public abstract List<Sign> signs();

    static final class Builder extends ImmutableEscalation.Builder {
        Builder() {}
    }
}
