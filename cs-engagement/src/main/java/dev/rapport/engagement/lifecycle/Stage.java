package dev.rapport.engagement.lifecycle;

import dev.rapport.model.internal.ValueStyle;
import java.util.HashSet;
import java.util.List;
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

    /**
     * What other departments do in it.
     *
     * @return their parts
     */
    public abstract List<Part> parts();

    /**
     * What shows that a customer may enter.
     *
     * @return the evidence, with different ids
     */
    public abstract List<Evidence> entry();

    /**
     * What shows that a customer may move on.
     *
     * @return the evidence, with different ids
     */
    public abstract List<Evidence> exit();

    /**
     * What we must have done before the customer is handed to the next stage.
     *
     * @return the checklist, with different ids
     */
    public abstract List<Evidence> handOff();

    /**
     * How often we are in touch during a stay.
     *
     * @return the promised touchpoints, with different kinds
     */
    public abstract List<Promise> touchpoints();

    @Value.Check
    void check() {
        if (expectedDays().isPresent() && expectedDays().getAsInt() < 1) {
            throw new IllegalArgumentException("expectedDays (" + expectedDays().getAsInt() + ") of stage " + id()
                    + " must be above 0.\nMaybe leave it out for a stage to stay in.");
        }
        requireDifferent("entry", entry().stream().map(Evidence::id).toList());
        requireDifferent("exit", exit().stream().map(Evidence::id).toList());
        requireDifferent("handOff", handOff().stream().map(Evidence::id).toList());
        requireDifferent("touchpoints", touchpoints().stream().map(Promise::kind).toList());
    }

    private void requireDifferent(String field, List<String> ids) {
        if (new HashSet<>(ids).size() < ids.size()) {
            throw new IllegalArgumentException(field + " of stage " + id() + " must not name anything twice, was " + ids);
        }
    }

    /** Collects what a stage is made of. Not for use by several threads. */
    public static final class Builder extends ImmutableStage.Builder {
        Builder() {}
    }
}
