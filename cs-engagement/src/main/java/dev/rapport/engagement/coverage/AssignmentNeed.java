package dev.rapport.engagement.coverage;

import dev.rapport.model.internal.ValueStyle;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
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
     * How much more a hand-over counts than usual: near a renewal, during an escalation.
     *
     * @return the factor, at least 0; 1 unless said otherwise
     */
    @Value.Default
    default double handOverFactor() {
        return 1;
    }

    /**
     * Why a hand-over counts more or less than usual.
     *
     * @return what holds of the customer, as clauses; empty if nothing is to be said
     */
    List<String> handOverReasons();

    /**
     * The only ones who come into question, such as the present owner of a customer who is not to be moved.
     *
     * @return the ids of members; empty if everybody does
     */
    List<String> onlyWith();

    /**
     * Why the customer is not to be moved.
     *
     * @return the reason, empty if it may be
     */
    Optional<String> lock();

    /**
     * The rules about who comes into question that hold for the customer.
     *
     * @return the rules, of whose conditions nothing is read any more
     */
    List<PlacementRule> rules();

    /**
     * What the customer brings, where that is to be shared evenly.
     *
     * @return the ARR in whole units of one currency, at least 0
     */
    @Value.Default
    default long arr() {
        return 0;
    }

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
