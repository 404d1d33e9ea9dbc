package dev.rapport.model.organisation;

import dev.rapport.model.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** What somebody is there for, and to which role it reports: CEO, CRO, VP customer success, CSM. Immutable. */
@Value.Immutable
@ValueStyle
public interface Role {

    /**
     * The id that members, pools, ownerships and engagement models refer to.
     *
     * @return the id
     */
    String id();

    /**
     * What it is called.
     *
     * @return the title
     */
    String title();

    /**
     * The department of those who hold the role, unless they say otherwise.
     *
     * @return the id of the department
     */
    String department();

    /**
     * The role it reports to.
     *
     * @return the id of the role, empty for the top of the line
     */
    Optional<String> reportsTo();

    /**
     * What it asks of whoever holds it.
     *
     * @return the profile, or empty if none is declared
     */
    Optional<RoleProfile> profile();

    /**
     * Starts a role.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Fills a role. Not for use by several threads. */
    final class Builder extends ImmutableRole.Builder {
        Builder() {}
    }
}
