package dev.rapport.engagement.coverage;

import dev.rapport.model.internal.ValueStyle;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A customer who needs somebody. Immutable. */
@Value.Immutable
@ValueStyle
public interface AssignmentNeed {

    /**
     * The customer.
     *
     * @return the id
     */
    String customerId();

    /**
     * The capacity the customer takes.
     *
     * @return the hours a year, at least 0
     */
    BigDecimal hoursPerYear();

    /**
     * What somebody must be able to do to look after the customer. Nobody else is considered.
     *
     * @return the lowest level of each skill
     */
    Map<String, Integer> skills();

    /**
     * The language to talk in. Somebody who does not speak it is a misfit, but possible.
     *
     * @return an ISO 639 code, or empty
     */
    Optional<String> language();

    /**
     * Where the customer is. Distance is a misfit.
     *
     * @return the zone, or empty
     */
    Optional<ZoneId> zone();

    /**
     * Who looks after the customer now. Anybody else is a hand-over.
     *
     * @return the id of a member, or empty
     */
    Optional<String> presentOwner();

    /**
     * Starts a need.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Fills a need. Not for use by several threads. */
    final class Builder extends ImmutableAssignmentNeed.Builder {
        Builder() {}
    }
}
