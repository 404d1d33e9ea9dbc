package dev.rapport.engagement.model;

import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** Which customers get an executive sponsor of ours, who can be one, and where it is written down. */
@Value.Immutable
@ValueStyle
public abstract class Sponsorship {

    Sponsorship() {}

    /**
     * Starts one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Whose customers get one.
     *
     * @return segments, at least one
     */
    public abstract List<String> segments();

    /**
     * Whose holders are sponsors.
     *
     * @return roles of the organisation, at least one
     */
    public abstract List<String> roles();

    /**
     * How many customers a sponsor has time for.
     *
     * @return a number, at least 1
     */
    public abstract int atMostEach();

    /**
     * In which role a customer's owners hold who its sponsor is.
     *
     * @return the role, such as {@code executive-sponsor}
     */
    public abstract String heldAs();

    @Value.Check
    void check() {
        if (segments().isEmpty() || roles().isEmpty()) {
            throw new IllegalArgumentException(
                    "segments (" + segments() + ") and roles (" + roles() + ") must not be empty.");
        }
        if (atMostEach() < 1) {
            throw new IllegalArgumentException("atMostEach (" + atMostEach() + ") must be at least 1.");
        }
    }

    /** Collects what a sponsorship is made of. Not for use by several threads. */
    public static final class Builder extends ImmutableSponsorship.Builder {
        Builder() {}
    }
}
