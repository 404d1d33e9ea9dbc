package dev.rapport.engagement.lifecycle;

import dev.rapport.model.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/** How many went from one stage to another lately. */
@Value.Immutable
@ValueStyle
public abstract class Movement {

    Movement() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Which stage they left.
     *
     * @return the stage's id
     */
    public abstract String left();

    /**
     * Which stage they entered next.
     *
     * @return the stage's id; empty for those who left and entered none
     */
    public abstract Optional<String> entered();

    /**
     * How often it happened.
     *
     * @return the number of stays that ended so; a customer counts once for each product and time
     */
    public abstract int moves();

    /**
     * How many customers did.
     *
     * @return the number of different ones
     */
    public abstract int customers();

    /**
     * What these customers pay now.
     *
     * @return the sum of what is known of their recurring revenue, each counted once
     */
    public abstract Money arr();

    /**
     * How long they had been in the stage that they left.
     *
     * @return the median in days; of an even number the mean of the two in the middle
     */
    public abstract double medianDays();

    static final class Builder extends ImmutableMovement.Builder {
        Builder() {}
    }
}
