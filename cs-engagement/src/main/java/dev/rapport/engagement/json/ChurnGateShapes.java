package dev.rapport.engagement.json;

import dev.rapport.engagement.plan.ChurnGate;
import dev.rapport.health.json.ModelCardJson;
import dev.rapport.health.validation.Comparison;
import dev.rapport.health.validation.Figure;
import dev.rapport.health.validation.Verdict;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.Shape;

/** How it is written what the at-risk list goes by, and why. */
final class ChurnGateShapes {

    static final Shape<ChurnGate> GATE = Output.object("churn-gate", fields -> {
        fields.optional("verdict", Shape.oneOf(Verdict.class), ChurnGate::verdict);
        fields.optional("used", HealthShapes.POLICY, ChurnGate::used);
        fields.required("usesModel", Shape.bool(), gate -> gate.model().isPresent());
        fields.required("words", Shape.listOf(Shape.text()), ChurnGate::words);
        fields.optional("validation", ModelCardJson.validation(), ChurnGate::validation);
        fields.optional(
                "better",
                Shape.oneOf(Comparison.Outcome.class),
                gate -> gate.comparison().map(both -> both.better(Figure.AUC)));
    });

    private ChurnGateShapes() {}
}
