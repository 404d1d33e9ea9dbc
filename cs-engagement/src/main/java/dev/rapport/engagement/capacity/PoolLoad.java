package dev.rapport.engagement.capacity;

import dev.rapport.model.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/** What of a pool's hours a model takes. Immutable. */
@Value.Immutable
@ValueStyle
public interface PoolLoad {

    /**
     * The pool.
     *
     * @return the id
     */
    String pool();

    /**
     * The model whose customers it looks after.
     *
     * @return the id of the model
     */
    String model();

    /**
     * How many are in the pool.
     *
     * @return their number
     */
    int people();

    /**
     * The hours a year that the model asks of the pool's role.
     *
     * @return the hours, with the capacity factor
     */
    BigDecimal needed();

    /**
     * The hours a year for customers of those in the pool.
     *
     * @return the hours
     */
    BigDecimal there();

    /**
     * The share of the pool's capacity that the model takes.
     *
     * @return the share, above 1 where the pool does not suffice; empty if nobody in it has hours
     */
    default OptionalDouble share() {
        return there().signum() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(needed().doubleValue() / there().doubleValue());
    }

    /** Fills a load. Not for use by several threads. */
    final class Builder extends ImmutablePoolLoad.Builder {
        Builder() {}
    }
}
