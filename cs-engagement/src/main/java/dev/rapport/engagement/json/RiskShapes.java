package dev.rapport.engagement.json;

import dev.rapport.engagement.FamilyRevenue;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Section;
import dev.rapport.health.risk.AtRisk;
import dev.rapport.health.risk.AtRiskList;
import dev.rapport.health.risk.AtRiskList.Unranked;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** How the at-risk list is written. */
final class RiskShapes {

    /** The list beside the plan that it is in, which knows who belongs to whom. */
    record RiskOfPlan(AtRiskList list, Plan plan) {}

    private record Line(AtRisk risk, Optional<FamilyRevenue> family) {}

    private static final Shape<Line> AT_RISK = Output.object("at-risk", fields -> {
        fields.required("customer", Shape.text(), line -> line.risk().customerId());
        fields.optional("family", FamilyShapes.SHORT, Line::family);
        fields.required("probability", Shape.number(), line -> line.risk().probability());
        fields.required("arr", Shape.money(), line -> line.risk().arr());
        fields.required("expectedLoss", Shape.money(), line -> line.risk().expectedLoss());
        fields.required("decisionDate", Shape.date(), line -> line.risk().decisionDate());
        fields.required(
                "daysToDecision", Shape.longInteger(), line -> line.risk().daysToDecision());
        fields.required(
                "daysToLastSafeDay", Shape.longInteger(), line -> line.risk().daysToLastSafeDay());
        fields.required("because", Shape.listOf(Shape.text()), line -> because(line.risk()));
    });

    private static final Shape<Unranked> UNRANKED = Output.object("unranked", fields -> {
        fields.required("customer", Shape.text(), Unranked::customerId);
        fields.required("reasons", Shape.listOf(Shape.text()), Unranked::reasons);
    });

    private RiskShapes() {}

    static Section<RiskOfPlan> section(Plan plan) {
        Section<AtRiskList> section = plan.atRisk();
        return new Section<>(section.value().map(list -> new RiskOfPlan(list, plan)), section.missing());
    }

    static void declareList(OutputFields<RiskOfPlan> fields) {
        fields.required("expectedLoss", Shape.money(), risk -> risk.list().expectedLoss(risk.list().lines()));
        fields.required("lines", Shape.listOf(AT_RISK), lines(AtRiskList::lines));
        fields.required("tooLate", Shape.listOf(AT_RISK), lines(AtRiskList::tooLate));
        fields.required("lockedIn", Shape.listOf(AT_RISK), lines(AtRiskList::lockedIn));
        fields.required("unranked", Shape.listOf(UNRANKED), risk -> risk.list().unranked());
    }

    private static Function<RiskOfPlan, List<Line>> lines(Function<AtRiskList, List<AtRisk>> part) {
        return risk -> part.apply(risk.list()).stream()
                .map(line -> new Line(line, risk.plan().family(line.customerId())))
                .toList();
    }

    private static List<String> because(AtRisk risk) {
        return risk.reasons().find(leaf -> leaf.parts().isEmpty() && leaf.evidence().isPresent()).stream()
                .map(PlanJson.WORDS::line)
                .toList();
    }
}
