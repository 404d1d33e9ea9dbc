package dev.rapport.engagement.scope;

import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** Something that somebody must be responsible for, such as onboarding or renewals. */
@Value.Immutable
@ValueStyle
public abstract class Area {

    Area() {}

    /**
     * Starts an area.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * What it is called.
     *
     * @return the id, unique in a policy
     */
    public abstract String id();

    /**
     * Whose holders do the work.
     *
     * @return the roles, at least one
     */
    public abstract List<String> roles();

    /**
     * Which departments are responsible for it.
     *
     * @return ids of departments, at least one
     */
    public abstract List<String> departments();

    /**
     * In which stages of the life cycle the work is done; other areas may work in them too.
     *
     * @return the stages; none for work beside the customer's way
     */
    public abstract List<String> stages();

    @Value.Check
    void check() {
        if (roles().isEmpty()) {
            throw new IllegalArgumentException("area (" + id() + ") must have a role whose holders do the work.");
        }
        if (departments().isEmpty()) {
            throw new IllegalArgumentException("area (" + id() + ") must have a department that is responsible.");
        }
    }

    /** Collects what an area is made of. Not for use by several threads. */
    public static final class Builder extends ImmutableArea.Builder {
        Builder() {}
    }
}
