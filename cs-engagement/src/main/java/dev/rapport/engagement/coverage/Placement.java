package dev.rapport.engagement.coverage;

import dev.rapport.model.decision.Explanation;
import dev.rapport.model.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** Who is to look after a customer, and why. Immutable. */
@Value.Immutable
@ValueStyle
public interface Placement {

    /**
     * The customer.
     *
     * @return the id
     */
    String customerId();

    /**
     * The member.
     *
     * @return the id
     */
    String memberId();

    /**
     * Who looks after the customer now.
     *
     * @return the id of a member, empty if nobody does
     */
    Optional<String> presentOwner();

    /**
     * Says whether the customer is handed over.
     *
     * @return true if somebody else looks after it now
     */
    default boolean isHandOver() {
        return presentOwner().filter(owner -> !owner.equals(memberId())).isPresent();
    }

    /**
     * Why this one, in words.
     *
     * @return a sentence
     */
    String why();

    /**
     * What does not fit.
     *
     * @return the misfit, a sum of its parts
     */
    Explanation misfit();

    /**
     * Who would have been the next best.
     *
     * @return the next best at the time of the placement, empty if nobody else could have been taken
     */
    Optional<NextBest> nextBest();

    /** Fills a placement. Not for use by several threads. */
    final class Builder extends ImmutablePlacement.Builder {
        Builder() {}
    }
}
