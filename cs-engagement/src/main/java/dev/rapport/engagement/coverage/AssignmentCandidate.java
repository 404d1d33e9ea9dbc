package dev.rapport.engagement.coverage;

import dev.rapport.model.internal.ValueStyle;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** Somebody who can look after customers. Immutable. */
@Value.Immutable
@ValueStyle
public interface AssignmentCandidate {

    /**
     * The member.
     *
     * @return the id
     */
    String memberId();

    /**
     * The capacity.
     *
     * @return the hours a year, at least 0
     */
    BigDecimal hoursPerYear();

    /**
     * What the member can do.
     *
     * @return the level of each skill
     */
    Map<String, Integer> skills();

    /**
     * What the member speaks.
     *
     * @return ISO 639 codes
     */
    List<String> languages();

    /**
     * Where the member works.
     *
     * @return the zone
     */
    ZoneId zone();

    /**
     * The team.
     *
     * @return the team, or empty
     */
    Optional<String> team();

    /**
     * How long the member has been with us.
     *
     * @return full months; more than anybody asks for unless said otherwise
     */
    @Value.Default
    default int monthsWithUs() {
        return Integer.MAX_VALUE;
    }

    /**
     * Starts a candidate.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Fills a candidate. Not for use by several threads. */
    final class Builder extends ImmutableAssignmentCandidate.Builder {
        Builder() {}
    }
}
