package dev.rapport.engagement.team;

import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Who is proposed to lead an area of responsibility, and who could follow. Immutable. */
@Value.Immutable
@ValueStyle
public interface AreaLeadership {

    /**
     * The area.
     *
     * @return the id, as the scope policy has it
     */
    String area();

    /**
     * The role of who leads it.
     *
     * @return the id of the role
     */
    String role();

    /**
     * Who is to lead it.
     *
     * @return somebody who fits the role, empty if nobody does
     */
    Optional<Nominee> leader();

    /**
     * Who could follow.
     *
     * @return somebody else, who fits the role or is in the reporting line; empty if there is nobody
     */
    Optional<Nominee> successor();

    /**
     * What is not as it should be: nobody fits, somebody leads two areas, the successor does not fit yet.
     *
     * @return sentences, none if all is well
     */
    List<String> remarks();

    /** Fills the leadership of an area. Not for use by several threads. */
    final class Builder extends ImmutableAreaLeadership.Builder {
        Builder() {}
    }
}
