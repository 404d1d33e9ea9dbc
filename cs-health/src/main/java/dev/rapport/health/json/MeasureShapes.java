package dev.rapport.health.json;

import dev.rapport.health.measure.Direction;
import dev.rapport.health.measure.Measure;
import dev.rapport.health.measure.Relative;
import dev.rapport.health.scorecard.WeightedMeasure;
import dev.rapport.model.decision.TimeToLive;
import dev.rapport.model.shape.FieldValues;
import dev.rapport.model.shape.Fields;
import dev.rapport.model.shape.Shape;
import java.util.function.Function;

/** The shapes of measures. */
final class MeasureShapes {

    private static final int HUNDRED_YEARS = 36_525;

    static final Shape<String> ATTRIBUTE = Shape.text()
            .maxLength(100)
            .matching(
                    "[a-z0-9]+([-.][a-z0-9]+)*",
                    "the name of an attribute: lower-case words joined by hyphens and grouped by dots");

    static final Shape<String> UNIT = Shape.text().notBlank().maxLength(40);

    static final Shape<Double> WEIGHT =
            Shape.number().atLeast(0).described("How much the part counts among its siblings; only ratios matter");

    private static final Shape<TimeToLive> TIME_TO_LIVE = Shape.object("time-to-live", fields -> {
        var days = fields.required(
                "days",
                Shape.integer().between(0, HUNDRED_YEARS).described("For how many days a value counts in full"),
                TimeToLive::days);
        var fadeDays = fields.defaulted(
                "fadeDays",
                Shape.integer()
                        .between(0, HUNDRED_YEARS)
                        .described("Over how many days after that it fades until it counts as missing"),
                0,
                TimeToLive::fadeDays);
        return in -> new TimeToLive(in.get(days), in.get(fadeDays));
    });

    private static final Shape<Relative> RELATIVE = Shape.object("relative", fields -> {
        var within = fields.optional(
                "within",
                ATTRIBUTE.described("The attribute whose value the others share; without it they are the whole book"),
                Relative::within);
        var as = fields.required(
                "as",
                Shape.oneOf(Relative.Scale.class).described("What the curve reads: 0 to 1, or standard deviations"),
                Relative::as);
        var minimum = fields.required("minimumCustomers", Shape.integer().atLeast(2), Relative::minimumCustomers);
        return in -> new Relative(in.get(within), in.get(as), in.get(minimum));
    });

    private MeasureShapes() {}

    static Function<FieldValues, WeightedMeasure> measure(Fields<WeightedMeasure> fields) {
        var code = fields.required("code", Shape.code(), WeightedMeasure::code);
        var weight = fields.required("weight", WEIGHT, WeightedMeasure::weight);
        var text = fields.optional(
                "text",
                Shape.text().notBlank().maxLength(200).described("What the measure is about, for readers of reasons"),
                part -> part.measure().text());
        var attribute =
                fields.required("attribute", ATTRIBUTE, part -> part.measure().attribute());
        var unit = fields.optional("unit", UNIT, part -> part.measure().unit());
        var direction = fields.optional(
                "direction",
                Shape.oneOf(Direction.class).described("Where the curve is meant to lead, which is checked"),
                part -> part.measure().direction());
        var timeToLive = fields.optional(
                "timeToLive", TIME_TO_LIVE, part -> part.measure().timeToLive());
        var relative =
                fields.optional("relative", RELATIVE, part -> part.measure().relative());
        var curve = fields.required(
                "curve", CurveShapes.CURVE, part -> part.measure().curve());
        return in -> {
            Measure measure = Measure.of(in.get(code), in.get(attribute), in.get(curve));
            measure = in.get(text).map(measure::text).orElse(measure);
            measure = in.get(unit).map(measure::unit).orElse(measure);
            measure = in.get(direction).map(measure::direction).orElse(measure);
            measure = in.get(timeToLive).map(measure::timeToLive).orElse(measure);
            measure = in.get(relative).map(measure::relative).orElse(measure);
            return new WeightedMeasure(measure, in.get(weight));
        };
    }
}
