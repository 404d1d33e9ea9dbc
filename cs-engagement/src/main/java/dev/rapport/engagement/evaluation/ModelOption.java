package dev.rapport.engagement.evaluation;

import dev.rapport.engagement.model.RetentionExpectation;
import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.engagement.model.SegmentModel;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/** A segment under a model that is priced and of which it is known what it is expected to keep. Immutable. */
public final class ModelOption {

    private final SegmentEconomics economics;
    private final RetentionExpectation expectation;
    private final BigDecimal cost;
    private final boolean holds;
    private final OptionalDouble extraPerExtraCost;

    ModelOption(
            SegmentEconomics economics,
            RetentionExpectation expectation,
            boolean holds,
            OptionalDouble extraPerExtraCost) {
        this.economics = economics;
        this.expectation = expectation;
        this.cost = economics.exactCostToServe().orElseThrow();
        this.holds = holds;
        this.extraPerExtraCost = extraPerExtraCost;
    }

    /** This option beside the next cheaper one of its segment. */
    ModelOption over(ModelOption cheaper) {
        double extraCost = cost.subtract(cheaper.cost).doubleValue();
        return new ModelOption(
                economics,
                expectation,
                holds,
                extraCost > 0
                        ? OptionalDouble.of((keptProfit() - cheaper.keptProfit()) / extraCost)
                        : OptionalDouble.empty());
    }

    /**
     * The segment and the model.
     *
     * @return both ids
     */
    public SegmentModel of() {
        return expectation.of();
    }

    /**
     * What it costs, takes and earns.
     *
     * @return the economics of the segment under the model
     */
    public SegmentEconomics economics() {
        return economics;
    }

    /**
     * What it is expected to keep.
     *
     * @return the expectation
     */
    public RetentionExpectation expectation() {
        return expectation;
    }

    /**
     * The cost to serve.
     *
     * @return exact, in major units a year
     */
    public BigDecimal cost() {
        return cost;
    }

    /**
     * Says whether it holds the segment's target as surely as was asked.
     *
     * @return true if the share of ARR kept reaches the target
     */
    public boolean holdsTarget() {
        return holds;
    }

    /**
     * The gross profit that is expected to be kept: that of today's ARR times the mean share kept.
     *
     * @return in major units a year
     */
    public double keptProfit() {
        return economics.exactGrossProfit().doubleValue() * expectation.share().mean();
    }

    /**
     * What a euro buys: the gross profit kept for each unit of cost.
     *
     * @return empty if nothing is spent
     */
    public OptionalDouble keptPerCost() {
        return cost.signum() > 0 ? OptionalDouble.of(keptProfit() / cost.doubleValue()) : OptionalDouble.empty();
    }

    /**
     * What the last euro buys: the gross profit kept beyond that under the next cheaper model, for each unit that this one
     * costs more. Below 1 the cheaper model leaves more.
     *
     * @return empty for the cheapest model of the segment
     */
    public OptionalDouble extraPerExtraCost() {
        return extraPerExtraCost;
    }

    @Override
    public String toString() {
        return of().segment() + " under " + of().model();
    }
}
