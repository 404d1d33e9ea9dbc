package dev.rapport.engagement.overview;

import dev.rapport.engagement.forecast.BridgeStep;
import dev.rapport.engagement.forecast.BridgeStep.Part;
import dev.rapport.engagement.forecast.ForecastReview;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.PlanChanges;
import dev.rapport.engagement.plan.PlanForecast;
import dev.rapport.health.retention.ArrBridge;
import dev.rapport.health.retention.ArrBridge.Kind;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * How the recurring revenue came here from the date that the plan is compared with, beside what was forecast then. Immutable.
 *
 * @param bridge  what happened
 * @param review  what was forecast of it; empty where no forecast can be made
 */
public record PlanBridge(ArrBridge bridge, Optional<ForecastReview> review) {

    static Optional<PlanBridge> of(Plan plan) {
        return plan.changes()
                .map(PlanChanges::bridge)
                .map(bridge -> new PlanBridge(bridge, plan.forecast().value().flatMap(PlanForecast::sinceLastPlan)));
    }

    /**
     * What went, what customers pay more, what is new, and what exchange rates did.
     *
     * @return a step for each; opening and all that happened come to the closing, to the cent
     */
    public List<BridgeStep> steps() {
        return review.map(ForecastReview::steps)
                .orElseGet(() -> List.of(
                        step(
                                Part.LOST,
                                bridge.total(Kind.CHURN)
                                        .plus(bridge.total(Kind.CONTRACTION))
                                        .plus(bridge.becamePending())
                                        .negated()),
                        step(Part.EXPANSION, bridge.total(Kind.EXPANSION)),
                        step(Part.NEW, bridge.total(Kind.NEW).plus(bridge.total(Kind.REACTIVATION))),
                        step(Part.CURRENCY, bridge.currency().plus(bridge.transferred()))));
    }

    private static BridgeStep step(Part part, Money happened) {
        return new BridgeStep(part, Optional.empty(), happened);
    }
}
