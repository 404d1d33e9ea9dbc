package dev.rapport.health.json;

import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.risk.RiskPolicy;
import dev.rapport.health.risk.RiskRules;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.shape.Variants;
import java.util.List;

/** The shape of rules of churn risk, before the whole is checked. */
final class RiskShapes {

    private static final Shape<Double> PROBABILITY = Shape.number().between(0, 1);
    private static final Shape<List<CurvePoint>> LINE =
            CurveShapes.points(Shape.number().between(0, 100), PROBABILITY, 1);

    private static final Shape<RiskRules.Rule> RULE = Shape.object("rule", fields -> {
        var code = fields.required("code", Shape.code(), RiskRules.Rule::code);
        var points = fields.required("points", Shape.number().atLeast(0), RiskRules.Rule::points);
        var when = fields.required("when", TestShapes.TEST, RiskRules.Rule::when);
        return in -> new RiskRules.Rule(in.get(code), in.get(points), in.get(when));
    });

    private static final Variants<RiskRules> RULES = Variants.<RiskRules>named("risk")
            .with("points", RiskRules.Points.class, fields -> {
                var handling = fields.required(
                        "handling",
                        Shape.oneOf(Handling.class),
                        risk -> risk.missing().handling());
                var minimum = fields.required(
                        "minimumCompleteness",
                        Shape.number().between(0, 1),
                        risk -> risk.missing().minimumCompleteness());
                var rules = fields.required("rules", Shape.listOf(RULE).notEmpty(), RiskRules.Points::rules);
                var probability = fields.required("probability", LINE, RiskRules.Points::probability);
                return in -> new RiskRules.Points(
                        in.get(rules), new RiskRules.Missing(in.get(handling), in.get(minimum)), in.get(probability));
            })
            .with("by-score", RiskRules.ByScore.class, fields -> {
                var probability = fields.required("probability", LINE, RiskRules.ByScore::probability);
                return in -> new RiskRules.ByScore(in.get(probability));
            })
            .with("by-band", RiskRules.ByBand.class, fields -> {
                var probability =
                        fields.required("probability", Shape.mapOf(PROBABILITY), RiskRules.ByBand::probability);
                return in -> new RiskRules.ByBand(in.get(probability));
            });

    static final DocumentKind<RiskPolicy> CHURN_RISK = DocumentKind.of("churn-risk", 1, RiskPolicy::header, fields -> {
        var source = fields.required(
                "source",
                Shape.text().notBlank().maxLength(500).described("Where the numbers come from"),
                RiskPolicy::source);
        var risk = fields.required("risk", RULES, RiskPolicy::rules);
        return (header, in) -> new RiskPolicy(header, in.get(source), in.get(risk));
    });

    private RiskShapes() {}
}
