package dev.rapport.health.retention;

import dev.rapport.model.internal.ValueStyle;
import java.time.LocalDate;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * Logo, gross and net retention, with all that it takes to compare them with those of somebody else. Immutable.
 *
 * <p>What is pending is in neither part of a rate: a book that counted it as lost would have a lower rate, one that counted
 * it as kept a higher one. Expansion is never in the gross rate: no unit keeps more than it had.
 */
@Value.Immutable
@ValueStyle
public abstract class RetentionRates {

    RetentionRates() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * What is counted as one unit.
     *
     * @return the level
     */
    public abstract Level level();

    /**
     * How the rates are made.
     *
     * @return the method
     */
    public abstract RetentionMethod method();

    /**
     * When revenue counts as lost, and at which rates.
     *
     * @return the definition
     */
    public abstract RetentionDefinition definition();

    /**
     * The opening.
     *
     * @return the last day that the earlier cut sees
     */
    public abstract LocalDate since();

    /**
     * The closing.
     *
     * @return the last day that the later cut sees
     */
    public abstract LocalDate to();

    /**
     * The share of units that are still there.
     *
     * @return units kept, of those that are decided
     */
    public abstract RetentionRate logo();

    /**
     * The share of revenue that is still there, expansion left out.
     *
     * @return GRR, at most 1
     */
    public abstract RetentionRate gross();

    /**
     * The share of revenue that is still there, expansion included.
     *
     * @return NRR
     */
    public abstract RetentionRate net();

    /**
     * The part of the opening that is undecided.
     *
     * @return what of it ran out and is pending
     */
    public abstract Money pending();

    /**
     * How many units are undecided altogether.
     *
     * @return the number, not in the logo rate
     */
    public abstract int pendingUnits();

    /** Makes rates. */
    static final class Builder extends ImmutableRetentionRates.Builder {
        Builder() {}
    }
}
