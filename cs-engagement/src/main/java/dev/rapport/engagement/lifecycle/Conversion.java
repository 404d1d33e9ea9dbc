package dev.rapport.engagement.lifecycle;

import dev.rapport.model.internal.ValueStyle;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What became of those who entered a stage lately: they moved on, went back, left for no stage, or are still there. The four
 * make up all who entered.
 */
@Value.Immutable
@ValueStyle
public abstract class Conversion {

    Conversion() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Which stage.
     *
     * @return the stage's id
     */
    public abstract String stage();

    /**
     * How many stays began.
     *
     * @return a number; a customer counts once for each product and time
     */
    public abstract int entered();

    /**
     * After how many of them a later stage came, or any one after the last.
     *
     * @return a part of {@link #entered()}
     */
    public abstract int movedOn();

    /**
     * After how many of them an earlier stage came, or the same one again.
     *
     * @return a part of {@link #entered()}
     */
    public abstract int wentBack();

    /**
     * After how many of them none came.
     *
     * @return a part of {@link #entered()}
     */
    public abstract int left();

    /**
     * How many of them last.
     *
     * @return a part of {@link #entered()}
     */
    public abstract int still();

    /**
     * What the customers who entered pay now.
     *
     * @return the sum of what is known, each customer counted once
     */
    public abstract Money arr();

    /**
     * What the customers who moved on pay now.
     *
     * @return the sum of what is known, each customer counted once
     */
    public abstract Money movedOnArr();

    /**
     * The share that moved on of the stays that are over: who is still there has not decided.
     *
     * @return a share, or empty if none is over
     */
    public OptionalDouble share() {
        int over = entered() - still();
        return over == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) movedOn() / over);
    }

    static final class Builder extends ImmutableConversion.Builder {
        Builder() {}
    }
}
