package dev.rapport.engagement.attribution;

import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What somebody kept of the revenue that they answer for. Immutable. */
@Value.Immutable
@ValueStyle
public interface OwnerRetention {

    /**
     * Who it is.
     *
     * @return the id of the owner
     */
    String owner();

    /**
     * The customers that count.
     *
     * @return their ids, in natural order
     */
    List<String> customers();

    /**
     * What they paid at the start.
     *
     * @return the sum
     */
    Money base();

    /**
     * What they pay at the end.
     *
     * @return the sum
     */
    Money kept();

    /**
     * The net revenue retention.
     *
     * @return what is kept over what was paid; empty if nothing was
     */
    default OptionalDouble net() {
        return base().isZero()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        kept().getAmount().doubleValue() / base().getAmount().doubleValue());
    }

    /** Fills a retention. Not for use by several threads. */
    final class Builder extends ImmutableOwnerRetention.Builder {
        Builder() {}
    }
}
