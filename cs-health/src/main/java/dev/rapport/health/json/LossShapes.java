package dev.rapport.health.json;

import dev.rapport.health.loss.LossCause;
import dev.rapport.health.loss.LossKind;
import dev.rapport.health.loss.LossPolicy;
import dev.rapport.health.loss.LossSign;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import java.util.List;

/** The shape of reasons of loss, before the whole is checked. */
final class LossShapes {

    private static final Shape<LossSign> SIGN = Shape.object("sign", fields -> {
        var code = fields.required("code", Shape.code(), LossSign::code);
        var points = fields.required("points", Shape.number().above(0), LossSign::points);
        var when = fields.required("when", TestShapes.TEST, LossSign::when);
        return in -> new LossSign(in.get(code), in.get(points), in.get(when));
    });

    private static final Shape<LossCause> CAUSE = Shape.object("cause", fields -> {
        var code = fields.required("code", Shape.code(), LossCause::code);
        var kind = fields.required("kind", Shape.oneOf(LossKind.class), LossCause::kind);
        var avoidable = fields.required("avoidable", Shape.bool(), LossCause::avoidable);
        var department = fields.required("department", Shape.text().notBlank(), LossCause::department);
        var words = fields.defaulted(
                "statedAs",
                Shape.listOf(Shape.text().notBlank())
                        .unique()
                        .described("The reasons, as outcomes have them, that state this cause"),
                List.<String>of(),
                LossCause::statedAs);
        var signs = fields.defaulted("signs", Shape.listOf(SIGN), List.<LossSign>of(), LossCause::signs);
        return in -> LossCause.builder(in.get(code))
                .kind(in.get(kind))
                .avoidable(in.get(avoidable))
                .department(in.get(department))
                .statedAs(in.get(words))
                .signs(in.get(signs))
                .build();
    });

    static final DocumentKind<LossPolicy> LOSS_REASONS =
            DocumentKind.of("loss-reasons", 1, LossPolicy::header, fields -> {
                var source = fields.required(
                        "source",
                        Shape.text().notBlank().maxLength(500).described("Where causes and points come from"),
                        LossPolicy::source);
                var daysBefore = fields.required(
                        "daysBefore",
                        Shape.integer().between(0, 365).described("How long before a loss its signs are read"),
                        LossPolicy::daysBefore);
                var within = fields.required(
                        "statedWithinDays",
                        Shape.integer()
                                .between(0, 730)
                                .described("How far from a loss what was said can be recorded and still be about it"),
                        LossPolicy::statedWithinDays);
                var stated = fields.required("statedPoints", Shape.number().atLeast(0), LossPolicy::statedPoints);
                var minimum = fields.required(
                        "minimumPoints",
                        Shape.number()
                                .above(0)
                                .described("How much must speak for a cause; with less a loss is unexplained"),
                        LossPolicy::minimumPoints);
                var causes = fields.required("causes", Shape.listOf(CAUSE).notEmpty(), LossPolicy::causes);
                return (header, in) -> LossPolicy.builder()
                        .header(header)
                        .source(in.get(source))
                        .daysBefore(in.get(daysBefore))
                        .statedWithinDays(in.get(within))
                        .statedPoints(in.get(stated))
                        .minimumPoints(in.get(minimum))
                        .causes(in.get(causes))
                        .build();
            });

    private LossShapes() {}
}
