package dev.rapport.engagement.lifecycle;

import dev.rapport.model.internal.ValueStyle;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** A stage of the life cycle: which department delivers it, who is accountable for it, and how long it should take. */
@Value.Immutable
@ValueStyle
public abstract class Stage {

    Stage() {}

    /**
     * Starts a stage.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What the stage is called in the facts.
     *
     * @return the id, unique in a life cycle
     */
    public abstract String id();

    /**
     * Which department delivers it.
     *
     * @return the department's id
     */
    public abstract String department();

    /**
     * Who is accountable for it: exactly one role.
     *
     * @return the role
     */
    public abstract String accountable();

    /**
     * How long customers should stay.
     *
     * @return a number of days above 0; empty for a stage to stay in, in which nobody is stuck
     */
    public abstract OptionalInt expectedDays();

    @Value.Check
    void check() {
        if (expectedDays().isPresent() && expectedDays().getAsInt() < 1) {
            throw new IllegalArgumentException("expectedDays (" + expectedDays().getAsInt() + ") of stage " + id()
                    + " must be above 0.\nMaybe leave it out for a stage to stay in.");
        }
    }

    /** Collects what a stage is made of. Not for use by several threads. */
    public static final class Builder extends ImmutableStage.Builder {
        Builder() {}
    }
}
