package dev.rapport.engagement.escalation;

import dev.rapport.model.internal.ValueStyle;
import org.immutables.value.Value;

/** Where one root cause goes: the department and the role that are accountable, how soon they must act, and why. */
@Value.Immutable
@ValueStyle
public abstract class Route {

    Route() {}

    /**
     * Starts a route.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Which cause.
     *
     * @return the cause as the facts name it, unique in a policy
     */
    public abstract String cause();

    /**
     * Which department is accountable.
     *
     * @return the department's id
     */
    public abstract String department();

    /**
     * Which role in it.
     *
     * @return the role; the customer's owner in it, or else who answers for it in the organisation
     */
    public abstract String role();

    /**
     * How soon they must act.
     *
     * @return the deadline
     */
    public abstract Deadline deadline();

    /**
     * Why it goes there.
     *
     * @return the reason, as a sentence
     */
    public abstract String reason();

    /** Collects what a route is made of. Not for use by several threads. */
    public static final class Builder extends ImmutableRoute.Builder {
        Builder() {}
    }
}
