package dev.rapport.health.simulation;

import dev.rapport.health.tally.Tally;
import dev.rapport.model.internal.ValueStyle;
import org.immutables.value.Value;

/** How many of some customers a proposed policy would move, and which way. */
@Value.Immutable
@ValueStyle
public abstract class Movement {

    Movement() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * All of them, those that stay included.
     *
     * @return how many they are and what they pay
     */
    public abstract Tally all();

    /**
     * Those that would come into a better band.
     *
     * @return how many they are and what they pay
     */
    public abstract Tally better();

    /**
     * Those that would come into a worse band.
     *
     * @return how many they are and what they pay
     */
    public abstract Tally worse();

    /**
     * Those whose health would become known.
     *
     * @return how many they are and what they pay
     */
    public abstract Tally becomingKnown();

    /**
     * Those whose health would become unknown.
     *
     * @return how many they are and what they pay
     */
    public abstract Tally becomingUnknown();

    /**
     * Those that would come into a bad band: the alerts that it would raise.
     *
     * @return how many they are and what they pay
     */
    public abstract Tally raised();

    /**
     * Those that would leave the bad bands.
     *
     * @return how many they are and what they pay
     */
    public abstract Tally cleared();

    /**
     * The mean score of those whose score is known under both policies.
     *
     * @return before and after
     */
    public abstract Means scores();

    /**
     * The mean completeness.
     *
     * @return before and after
     */
    public abstract Means completeness();

    /** Makes a movement. */
    static final class Builder extends ImmutableMovement.Builder {
        Builder() {}
    }
}
