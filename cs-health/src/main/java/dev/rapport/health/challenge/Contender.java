package dev.rapport.health.challenge;

import dev.rapport.health.tally.Tally;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.internal.ValueStyle;
import java.util.OptionalDouble;
import org.immutables.value.Value;

/** What one policy showed over history. */
@Value.Immutable
@ValueStyle
public abstract class Contender {

    Contender() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Which policy.
     *
     * @return id and revision
     */
    public abstract PolicyRef policy();

    /**
     * The losses that it warned of: the customer was in a bad band at the last date before.
     *
     * @return how many they are and what they paid
     */
    public abstract Tally warned();

    /**
     * The losses that it did not warn of.
     *
     * @return how many they are and what they paid
     */
    public abstract Tally missed();

    /**
     * Those whom it put in a bad band at some date and who were not lost.
     *
     * @return how many they are and what they pay
     */
    public abstract Tally warnedInVain();

    /**
     * How long before the loss it warned without a break.
     *
     * @return the median over the losses that it warned of, in days; empty without any
     */
    public abstract OptionalDouble medianLeadDays();

    /**
     * How often bands changed, over all customers.
     *
     * @return the number of changes
     */
    public abstract int bandChanges();

    /**
     * How often bands flapped, over all customers.
     *
     * @return the number of flaps, see {@link dev.rapport.health.trend.BandPath#flaps}
     */
    public abstract int flaps();

    /**
     * Those whose band flapped at least once.
     *
     * @return how many they are and what they pay
     */
    public abstract Tally flapping();

    /** Makes a contender. */
    static final class Builder extends ImmutableContender.Builder {
        Builder() {}
    }
}
