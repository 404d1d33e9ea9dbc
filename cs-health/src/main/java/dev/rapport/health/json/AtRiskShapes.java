package dev.rapport.health.json;

import dev.rapport.health.atrisk.AtRiskPolicy;
import dev.rapport.health.atrisk.SavePlay;
import dev.rapport.health.atrisk.SavePlays;
import dev.rapport.health.atrisk.Saveability;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.FieldValues;
import dev.rapport.model.shape.Fields;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.shape.Variants;
import java.util.List;
import java.util.function.Function;

/** The shape of plays for customers at risk, before the whole is checked. */
final class AtRiskShapes {

    private static final Shape<Double> SHARE = Shape.number().between(0, 1);
    private static final Shape<List<CurvePoint>> BY_DAYS =
            CurveShapes.points(Shape.number().atLeast(0), SHARE, 1);

    private static final Variants<Saveability> SAVEABLE = Variants.<Saveability>named("saveable")
            .with("share", Saveability.Share.class, fields -> {
                var share = fields.required("share", SHARE, Saveability.Share::share);
                return in -> new Saveability.Share(in.get(share));
            })
            .with("by-days", Saveability.ByDays.class, fields -> {
                var points = fields.required(
                        "points",
                        BY_DAYS.described("Days left to the last safe day, and the share that can be saved then"),
                        Saveability.ByDays::points);
                return in -> new Saveability.ByDays(in.get(points));
            });

    private static final Shape<SavePlay> PLAY = Shape.object("play", fields -> play(fields, Function.identity()));

    private static final Shape<SavePlays.Case> CASE = Shape.object("case", fields -> {
        var when = fields.required("when", TestShapes.TEST, SavePlays.Case::when);
        var play = play(fields, SavePlays.Case::play);
        return in -> new SavePlays.Case(in.get(when), play.apply(in));
    });

    static final DocumentKind<AtRiskPolicy> AT_RISK = DocumentKind.of("at-risk", 1, AtRiskPolicy::header, fields -> {
        var source = fields.required(
                "source",
                Shape.text().notBlank().maxLength(500).described("Where the numbers come from"),
                AtRiskPolicy::source);
        var shareOfHours = fields.optional(
                "shareOfHours",
                Shape.number()
                        .above(0)
                        .atMost(1)
                        .described("The share of everybody's hours for customers that plays may take"),
                policy -> policy.plays().shareOfHours());
        var cases = fields.defaulted(
                "plays",
                Shape.listOf(CASE),
                List.<SavePlays.Case>of(),
                policy -> policy.plays().cases());
        var otherwise =
                fields.required("otherwise", PLAY, policy -> policy.plays().otherwise());
        return (header, in) -> new AtRiskPolicy(
                header, in.get(source), new SavePlays(in.get(cases), in.get(otherwise), in.get(shareOfHours)));
    });

    private AtRiskShapes() {}

    private static <T> Function<FieldValues, SavePlay> play(Fields<T> fields, Function<T, SavePlay> get) {
        var code = fields.required("code", Shape.code(), get.andThen(SavePlay::code));
        var hours = fields.required(
                "hours",
                Shape.number().above(0).described("The hours of work it takes"),
                get.andThen(play -> play.effort().hours()));
        var leadDays = fields.required(
                "leadDays",
                Shape.integer()
                        .between(0, 3_650)
                        .described("The days from its beginning until it can have changed a decision"),
                get.andThen(play -> play.effort().leadDays()));
        var saveable = fields.required("saveable", SAVEABLE, get.andThen(SavePlay::saveable));
        return in -> new SavePlay(in.get(code), new SavePlay.Effort(in.get(hours), in.get(leadDays)), in.get(saveable));
    }
}
