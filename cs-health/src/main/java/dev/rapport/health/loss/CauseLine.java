package dev.rapport.health.loss;

import dev.rapport.model.internal.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;
import org.joda.money.Money;

/** What one cause took: as it is attributed, and as it was said. */
@Value.Immutable
@ValueStyle
public abstract class CauseLine {

    CauseLine() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * The cause.
     *
     * @return the cause; empty for what is unexplained, or where nothing was said
     */
    public abstract Optional<LossCause> cause();

    /**
     * How many losses it caused.
     *
     * @return the number
     */
    public abstract int losses();

    /**
     * How much it took.
     *
     * @return the revenue of these losses
     */
    public abstract Money amount();

    /**
     * How many losses it is said to have caused.
     *
     * @return the number
     */
    public abstract int statedLosses();

    /**
     * How much it is said to have taken.
     *
     * @return the revenue of these losses
     */
    public abstract Money statedAmount();

    /** Makes a line. */
    static final class Builder extends ImmutableCauseLine.Builder {
        Builder() {}
    }
}
