package dev.rapport.engagement.model;

import dev.rapport.model.decision.Explanation;
import dev.rapport.model.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * What one engagement model means for one segment in a year: hours, cost, what remains, and whether it pays. Immutable;
 * made by {@link Economics}.
 */
@Value.Immutable
@ValueStyle
public interface SegmentEconomics {

    /**
     * The segment.
     *
     * @return the id of the segment
     */
    String segment();

    /**
     * The model.
     *
     * @return the id of the engagement model
     */
    String model();

    /**
     * How many customers the segment has.
     *
     * @return the number
     */
    int customers();

    /**
     * How many of them came within the last year.
     *
     * @return the number
     */
    int newCustomers();

    /**
     * How many of them have no ARR that is known.
     *
     * @return the number
     */
    int customersWithoutArr();

    /**
     * The ARR of those that have one.
     *
     * @return the sum, in the currency of the book
     */
    Money arr();

    /**
     * The hours that the model plans for the segment.
     *
     * @return exactly the sum of the planned touchpoints, of onboarding, of help on a trigger and of sponsors, in hours a year
     */
    BigDecimal hoursPerYear();

    /**
     * The same by role.
     *
     * @return the hours of each role
     */
    SortedMap<String, BigDecimal> hoursByRole();

    /**
     * The same work by work.
     *
     * @return all that is planned, those whose hours are 0 included
     */
    List<PlannedWork> work();

    /**
     * The capacity that takes: the hours of each role times the capacity factor.
     *
     * @return the hours of each role
     */
    SortedMap<String, BigDecimal> capacityByRole();

    /**
     * Hours at the cost of their roles, those set aside for help on a trigger and those of sponsors among them, tools, and what
     * a partner gets.
     *
     * @return the cost of a year to the cent, empty if some of it is not known
     */
    Optional<Money> costToServe();

    /**
     * The same before rounding.
     *
     * @return the cost in major units, empty if some of it is not known
     */
    Optional<BigDecimal> exactCostToServe();

    /**
     * The cost by what it is for.
     *
     * @return amounts that sum to the cost to serve, kinds that the model does not have left out; empty if some of it is not
     *     known
     */
    Map<CostKind, Money> costByKind();

    /**
     * What remains of the ARR before customer success.
     *
     * @return the gross profit to the cent
     */
    Money grossProfit();

    /**
     * The same before rounding.
     *
     * @return the gross profit in major units
     */
    BigDecimal exactGrossProfit();

    /**
     * What remains after customer success.
     *
     * @return the gross profit less the cost to serve, empty if some of the cost is not known
     */
    default Optional<Money> margin() {
        return costToServe().map(grossProfit()::minus);
    }

    /**
     * The cost as a share of the ARR.
     *
     * @return the share, empty without ARR or if some of the cost is not known
     */
    default OptionalDouble costShare() {
        return share(exactCostToServe());
    }

    /**
     * What remains after customer success as a share of the ARR.
     *
     * @return the share, negative if it costs more than it brings; empty without ARR or if some of the cost is not known
     */
    default OptionalDouble marginShare() {
        return share(exactCostToServe().map(exactGrossProfit()::subtract));
    }

    private OptionalDouble share(Optional<BigDecimal> amount) {
        return amount.isEmpty() || arr().isZero()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        amount.get().doubleValue() / arr().getAmount().doubleValue());
    }

    /**
     * How much retention the model must add over the next cheaper one.
     *
     * @return the break-even, empty if no model of the policy is cheaper or some of the cost is not known
     */
    Optional<BreakEven> breakEven();

    /**
     * Whether it pays.
     *
     * @return the verdict against the target margin
     */
    Verdict verdict();

    /**
     * Why the verdict is what it is.
     *
     * @return a sentence
     */
    String verdictReason();

    /**
     * How the hours come about.
     *
     * @return a sum over the planned work
     */
    Explanation hoursReasons();

    /**
     * How the margin comes about.
     *
     * @return the gross profit and the cost to serve, which is negative here and a sum over the planned work and tools
     */
    Explanation marginReasons();

    /**
     * What is not known and what was assumed.
     *
     * @return sentences, empty if there is nothing to say
     */
    List<String> notes();

    /** Fills the economics of a segment. Not for use by several threads. */
    final class Builder extends ImmutableSegmentEconomics.Builder {
        Builder() {}
    }
}
