package dev.rapport.engagement.coverage;

import dev.rapport.model.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** Who would have been taken otherwise. Immutable. */
@Value.Immutable
@ValueStyle
public interface NextBest {

    /**
     * Who it is.
     *
     * @return the id of the member
     */
    String memberId();

    /**
     * The misfit of that placement.
     *
     * @return the sum of its parts
     */
    double misfit();

    /**
     * What would have been different.
     *
     * @return the reason in words
     */
    String reason();

    /**
     * The cheapest swap of two customers that would make room.
     *
     * @return the swap; empty where there is room without one, or no swap of two makes any
     */
    Optional<Swap> swap();

    /**
     * A customer that would go the other way.
     *
     * @param customerId  the id of the customer
     * @param cost  how much the misfit of both placements together would rise
     */
    record Swap(String customerId, double cost) {}

    /**
     * Starts a next best.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Fills a next best. Not for use by several threads. */
    final class Builder extends ImmutableNextBest.Builder {
        Builder() {}
    }
}
