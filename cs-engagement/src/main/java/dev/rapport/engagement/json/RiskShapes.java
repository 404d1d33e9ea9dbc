package dev.rapport.engagement.json;

import dev.rapport.health.risk.AtRisk;
import dev.rapport.health.risk.AtRiskList;
import dev.rapport.health.risk.AtRiskList.Unranked;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.List;

/** How the at-risk list is written. */
final class RiskShapes {

    private static final Shape<AtRisk> AT_RISK = Output.object("at-risk", fields -> {
        fields.required("customer", Shape.text(), AtRisk::customerId);
        fields.required("probability", Shape.number(), AtRisk::probability);
        fields.required("arr", Shape.money(), AtRisk::arr);
        fields.required("expectedLoss", Shape.money(), AtRisk::expectedLoss);
        fields.required("decisionDate", Shape.date(), AtRisk::decisionDate);
        fields.required("daysToDecision", Shape.longInteger(), AtRisk::daysToDecision);
        fields.required("daysToLastSafeDay", Shape.longInteger(), AtRisk::daysToLastSafeDay);
        fields.required("because", Shape.listOf(Shape.text()), RiskShapes::because);
    });

    private static final Shape<Unranked> UNRANKED = Output.object("unranked", fields -> {
        fields.required("customer", Shape.text(), Unranked::customerId);
        fields.required("reasons", Shape.listOf(Shape.text()), Unranked::reasons);
    });

    private RiskShapes() {}

    private static List<String> because(AtRisk risk) {
        return risk
                .reasons()
                .find(leaf -> leaf.parts().isEmpty() && leaf.evidence().isPresent())
                .stream()
                .map(PlanJson.WORDS::line)
                .toList();
    }

    static void declareList(OutputFields<AtRiskList> fields) {
        fields.required("expectedLoss", Shape.money(), list -> list.expectedLoss(list.lines()));
        fields.required("lines", Shape.listOf(AT_RISK), AtRiskList::lines);
        fields.required("tooLate", Shape.listOf(AT_RISK), AtRiskList::tooLate);
        fields.required("lockedIn", Shape.listOf(AT_RISK), AtRiskList::lockedIn);
        fields.required("unranked", Shape.listOf(UNRANKED), AtRiskList::unranked);
    }
}
