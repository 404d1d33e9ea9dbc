package dev.rapport.engagement.lifecycle;

import dev.rapport.model.internal.ValueStyle;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/** What we promised to a group in stays that ended lately, and what we kept: whether the experience is repeatable. */
@Value.Immutable
@ValueStyle
public abstract class Delivery {

    Delivery() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * To whom.
     *
     * @return the group
     */
    public abstract Group group();

    /**
     * In how many stays something was promised.
     *
     * @return a number
     */
    public abstract int stays();

    /**
     * In how many of them all was kept.
     *
     * @return a part of {@link #stays()}
     */
    public abstract int kept();

    /**
     * How many touchpoints were promised.
     *
     * @return a number
     */
    public abstract int promised();

    /**
     * How many of those were delivered: more than was promised in one stay does not make up for less in another.
     *
     * @return a part of {@link #promised()}
     */
    public abstract int delivered();

    /**
     * The mean over the stays of the share of promises that was delivered.
     *
     * @return a share
     */
    public abstract double meanShare();

    /**
     * How much these shares differ from stay to stay: 0 is the same experience for everybody.
     *
     * @return the standard deviation with n - 1, or empty for one stay
     */
    public abstract OptionalDouble deviation();

    static final class Builder extends ImmutableDelivery.Builder {
        Builder() {}
    }
}
