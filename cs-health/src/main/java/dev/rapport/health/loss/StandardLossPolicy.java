package dev.rapport.health.loss;

import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.measure.AttributeTest.AtLeast;
import dev.rapport.health.measure.AttributeTest.Below;
import dev.rapport.model.shape.DocumentHeader;
import java.util.Optional;

/**
 * The preset of causes. That a cause needs a department, and which four there are at least, is ClientSuccess's advice for
 * reason codes (Sales, Product, Customer Success, Support, three or four each); the departments of product, payment and
 * expectations are those of the preset of escalation. Seats in use below 50 % and a fall of a month's usage by more than 20
 * % are the limits of poor health in Sourcegraph's and PostHog's handbooks; that a sponsor who left comes first is PostHog's.
 * Points, days and the other limits are our own opinion: no published study has them.
 */
final class StandardLossPolicy {

    private static final String SOURCE =
            "Departments: ClientSuccess's advice for reason codes (Sales, Product, Customer"
                    + " Success, Support). Seats below 50 %: Sourcegraph handbook. Usage down by more than 20 %, sponsor left:"
                    + " PostHog handbook. Points, days and other limits: opinion of Rapport, no study";

    private StandardLossPolicy() {}

    static LossPolicy policy() {
        return LossPolicy.builder()
                .header(DocumentHeader.of("loss-standard", "1"))
                .source(SOURCE)
                .daysBefore(30)
                .statedWithinDays(120)
                .statedPoints(2)
                .minimumPoints(2)
                .addCauses(
                        cause("payment-failed", LossKind.INVOLUNTARY, true, "finance")
                                .addStatedAs("payment", "payment-failed", "non-payment", "card-expired")
                                .addSigns(
                                        sign("overdue", 2, new AtLeast("invoices.overdue-days", 30, days())),
                                        sign("long-overdue", 2, new AtLeast("invoices.overdue-days", 60, days())))
                                .build(),
                        cause("business-closed", LossKind.INVOLUNTARY, false, "none")
                                .addStatedAs("business-closed", "bankruptcy", "insolvency", "out-of-business")
                                .build(),
                        cause("merger", LossKind.MERGER, false, "none")
                                .addStatedAs("merger", "acquired", "acquisition")
                                .build(),
                        cause("sponsor-left", LossKind.VOLUNTARY, true, "customer-success")
                                .addStatedAs("sponsor-left", "champion-left")
                                .addSigns(sign("left-lately", 3, new Below("sponsor.left-days", 271, days())))
                                .build(),
                        cause("low-adoption", LossKind.VOLUNTARY, true, "customer-success")
                                .addStatedAs("low-adoption", "not-used", "no-usage", "no-value")
                                .addSigns(
                                        sign("few-seats", 2, new Below("usage.active-share", 0.5, Optional.empty())),
                                        sign("fell", 1, new Below("usage.change-30d", -0.2, Optional.empty())),
                                        sign("declined", 1, new Below("usage.trend-90d", -0.1, Optional.empty())),
                                        sign("died", 2, new AtLeast("usage.last-seen-days", 30, days())))
                                .build(),
                        cause("support-quality", LossKind.VOLUNTARY, true, "support")
                                .addStatedAs("support", "support-quality", "service")
                                .addSigns(
                                        sign(
                                                "escalated",
                                                2,
                                                new AtLeast("tickets.escalated-180d", 1, Optional.empty())),
                                        sign("urgent", 1, new AtLeast("tickets.urgent-90d", 3, Optional.empty())),
                                        sign(
                                                "dissatisfied",
                                                2,
                                                new Below("tickets.satisfaction-180d", 3, Optional.empty())))
                                .build(),
                        cause("missing-features", LossKind.VOLUNTARY, true, "product")
                                .addStatedAs("missing-features", "features", "gap", "product")
                                .addSigns(sign("narrow-use", 1, new Below("usage.features-90d", 3, Optional.empty())))
                                .build(),
                        cause("value-not-reached", LossKind.VOLUNTARY, true, "onboarding")
                                .addStatedAs("onboarding", "goals-not-reached", "use-case-not-achieved")
                                .addSigns(sign("goals-open", 2, new Below("goals.progress", 0.25, Optional.empty())))
                                .build(),
                        cause("price", LossKind.VOLUNTARY, true, "sales")
                                .addStatedAs("price", "pricing", "budget", "too-expensive")
                                .build(),
                        cause("competitor", LossKind.VOLUNTARY, true, "sales")
                                .addStatedAs("competitor", "switched")
                                .build(),
                        cause("dissatisfaction", LossKind.VOLUNTARY, true, "customer-success")
                                .addStatedAs("dissatisfied", "quality")
                                .addSigns(
                                        sign("detractor", 2, new Below("survey.nps-last", 7, Optional.empty())),
                                        sign("silence", 1, new AtLeast("touchpoints.last-days", 90, days())))
                                .build())
                .build();
    }

    private static LossCause.Builder cause(String code, LossKind kind, boolean avoidable, String department) {
        return LossCause.builder(code).kind(kind).avoidable(avoidable).department(department);
    }

    private static LossSign sign(String code, double points, AttributeTest when) {
        return new LossSign(code, points, when);
    }

    private static Optional<String> days() {
        return Optional.of("days");
    }
}
