package dev.rapport.health.simulation;

import dev.rapport.health.change.MeasureShift;
import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.joda.money.Money;

/** One customer under the policy of now and the proposed one. */
@Value.Immutable
@ValueStyle
public abstract class SimulatedCustomer {

    SimulatedCustomer() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Who it is.
     *
     * @return the customer's id
     */
    public abstract String customerId();

    /**
     * What it pays.
     *
     * @return the recurring revenue, or empty if it is not known
     */
    public abstract Optional<Money> arr();

    /**
     * Where it stands now.
     *
     * @return score and band
     */
    public abstract Placing before();

    /**
     * Where it would stand.
     *
     * @return score and band
     */
    public abstract Placing after();

    /**
     * Why its score would move: what each measure has to do with it.
     *
     * @return the shifts, the largest first; empty where the reasons were not asked for or cannot be told apart
     */
    public abstract List<MeasureShift> shifts();

    /**
     * How far its score would move.
     *
     * @return the points; empty if one score is unknown
     */
    public OptionalDouble points() {
        return before().score().isPresent() && after().score().isPresent()
                ? OptionalDouble.of(
                        after().score().getAsDouble() - before().score().getAsDouble())
                : OptionalDouble.empty();
    }

    /** Makes a simulated customer. */
    static final class Builder extends ImmutableSimulatedCustomer.Builder {
        Builder() {}
    }
}
