package dev.rapport.health.challenge;

import dev.rapport.model.internal.ValueStyle;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.joda.money.Money;

/** A loss, and how long before it each policy warned. */
@Value.Immutable
@ValueStyle
public abstract class ForeseenLoss {

    ForeseenLoss() {}

    static Builder builder() {
        return new Builder();
    }

    /** Who warned first. */
    public enum First {
        /** The policy that decides now. */
        CHAMPION,
        /** The other one. */
        CHALLENGER,
        /** Both at the same date. */
        BOTH,
        /** Neither warned. */
        NEITHER
    }

    /**
     * Who was lost, and when.
     *
     * @return the loss
     */
    public abstract Loss loss();

    /**
     * What the customer paid at the last date before.
     *
     * @return the recurring revenue, or empty if it is not known
     */
    public abstract Optional<Money> arr();

    /**
     * How long before the champion warned without a break.
     *
     * @return days; empty if it did not warn
     */
    public abstract OptionalDouble championLeadDays();

    /**
     * How long before the challenger warned without a break.
     *
     * @return days; empty if it did not warn
     */
    public abstract OptionalDouble challengerLeadDays();

    /**
     * Who warned first.
     *
     * @return the policy with the longer lead
     */
    public First first() {
        double champion = championLeadDays().orElse(-1);
        double challenger = challengerLeadDays().orElse(-1);
        if (champion == challenger) {
            return champion < 0 ? First.NEITHER : First.BOTH;
        }
        return champion > challenger ? First.CHAMPION : First.CHALLENGER;
    }

    /** Makes a foreseen loss. */
    static final class Builder extends ImmutableForeseenLoss.Builder {
        Builder() {}
    }
}
