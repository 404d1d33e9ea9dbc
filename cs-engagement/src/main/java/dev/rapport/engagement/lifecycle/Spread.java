package dev.rapport.engagement.lifecycle;

import dev.rapport.model.internal.ValueStyle;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/**
 * How long something took for a group, and how alike that was. Those for whom it still lasts, or who left before, count as
 * having taken longer than they did so far (the Kaplan-Meier estimate), so that slow ones are not forgotten.
 */
@Value.Immutable
@ValueStyle
public abstract class Spread {

    Spread() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * For whom.
     *
     * @return the group
     */
    public abstract Group group();

    /**
     * How many began.
     *
     * @return a number
     */
    public abstract int began();

    /**
     * How many came to the end.
     *
     * @return a part of {@link #began()}
     */
    public abstract int reached();

    /**
     * By when a quarter has come to the end.
     *
     * @return a number of days, or empty if so many have not
     */
    public abstract OptionalDouble quarter();

    /**
     * By when half have come to the end.
     *
     * @return a number of days, or empty if so many have not
     */
    public abstract OptionalDouble median();

    /**
     * By when three quarters have come to the end.
     *
     * @return a number of days, or empty if so many have not
     */
    public abstract OptionalDouble threeQuarters();

    static final class Builder extends ImmutableSpread.Builder {
        Builder() {}
    }
}
