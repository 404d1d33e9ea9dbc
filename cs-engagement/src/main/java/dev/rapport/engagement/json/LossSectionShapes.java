package dev.rapport.engagement.json;

import dev.rapport.health.loss.AttributedLoss;
import dev.rapport.health.loss.CauseLine;
import dev.rapport.health.loss.Contradiction;
import dev.rapport.health.loss.LossCause;
import dev.rapport.health.loss.LossKind;
import dev.rapport.health.loss.LossReport;
import dev.rapport.health.loss.RankedCause;
import dev.rapport.health.retention.ArrBridge;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;

/** How losses and their reasons are written. */
final class LossSectionShapes {

    private static final Shape<LossCause> CAUSE = Output.object("loss-cause", LossSectionShapes::declareCause);

    private static final Shape<CauseLine> LINE = Output.object("loss-by-cause", fields -> {
        fields.optionalPart(CauseLine::cause, LossSectionShapes::declareCause);
        fields.required("losses", Shape.integer(), CauseLine::losses);
        fields.required("amount", Shape.money(), CauseLine::amount);
        fields.required("statedLosses", Shape.integer(), CauseLine::statedLosses);
        fields.required("statedAmount", Shape.money(), CauseLine::statedAmount);
    });

    /** A cause with the lines that speak for it. */
    private record Ranked(RankedCause cause, List<String> signs) {}

    private static final Shape<Ranked> RANKED = Output.object("ranked-cause", fields -> {
        fields.required("cause", Shape.text(), ranked -> ranked.cause().cause().code());
        fields.required("points", Shape.number(), ranked -> ranked.cause().points());
        fields.required("evidence", Shape.number(), ranked -> ranked.cause().evidence());
        fields.required("signs", Shape.listOf(Shape.text()), Ranked::signs);
    });

    private static final Shape<AttributedLoss> LOSS = Output.object("attributed-loss", fields -> {
        fields.required("customer", Shape.text(), loss -> loss.loss().customerId());
        fields.required("on", Shape.date(), loss -> loss.loss().on());
        fields.required(
                "kind",
                Shape.oneOf(ArrBridge.Kind.class),
                loss -> loss.loss().change().kind().orElseThrow());
        fields.required("amount", Shape.money(), loss -> loss.loss().amount());
        fields.optional("stated", Shape.text(), AttributedLoss::stated);
        fields.optional("statedCause", Shape.text(), loss -> loss.statedCause().map(LossCause::code));
        fields.optional("cause", CAUSE, AttributedLoss::cause);
        fields.required("ranked", Shape.listOf(RANKED), LossSectionShapes::ranked);
    });

    private static final Shape<Contradiction> CONTRADICTION = Output.object("contradiction", fields -> {
        fields.required("customer", Shape.text(), Contradiction::customerId);
        fields.required("kind", Shape.oneOf(Contradiction.Kind.class), Contradiction::kind);
        fields.required("text", Shape.text(), Contradiction::text);
    });

    private LossSectionShapes() {}

    static void declareLosses(OutputFields<LossReport> fields) {
        fields.required("policy", HealthShapes.POLICY, LossReport::policy);
        fields.required("from", Shape.date(), LossReport::from);
        fields.required("to", Shape.date(), LossReport::to);
        fields.required("total", Shape.money(), LossReport::total);
        fields.required("avoidable", Shape.money(), LossReport::avoidable);
        fields.required("byCause", Shape.listOf(LINE), LossReport::causes);
        fields.required("byDepartment", Output.mapOf(Shape.money()), LossReport::byDepartment);
        fields.required("byKind", Output.mapOf(Shape.money()), LossSectionShapes::byKind);
        fields.required("losses", Shape.listOf(LOSS), LossReport::losses);
        fields.required("contradictions", Shape.listOf(CONTRADICTION), LossReport::contradictions);
    }

    private static void declareCause(OutputFields<LossCause> fields) {
        fields.required("cause", Shape.text(), LossCause::code);
        fields.required("kind", Shape.oneOf(LossKind.class), LossCause::kind);
        fields.required("avoidable", Shape.bool(), LossCause::avoidable);
        fields.required("department", Shape.text(), LossCause::department);
    }

    private static Map<String, Money> byKind(LossReport report) {
        Map<String, Money> kinds = new TreeMap<>();
        report.byKind().forEach((kind, amount) -> kinds.put(kind.name().toLowerCase(Locale.ROOT), amount));
        return kinds;
    }

    private static List<Ranked> ranked(AttributedLoss loss) {
        List<Ranked> ranked = new ArrayList<>();
        for (RankedCause cause : loss.ranked()) {
            List<String> signs = new ArrayList<>();
            for (Explanation part : loss.decision().reasons().parts()) {
                if (part.code().equals(cause.cause().code())) {
                    part.parts().stream()
                            .filter(sign -> sign.value().orElse(0) > 0)
                            .forEach(sign -> signs.addAll(PlanJson.WORDS.lines(sign)));
                }
            }
            ranked.add(new Ranked(cause, signs));
        }
        return ranked;
    }
}
