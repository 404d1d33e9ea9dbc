package dev.rapport.health.json;

import static dev.rapport.health.json.MeasureShapes.WEIGHT;
import static dev.rapport.health.json.TestShapes.TEST;

import dev.rapport.health.scorecard.Cap;
import dev.rapport.health.scorecard.Floor;
import dev.rapport.health.scorecard.Group;
import dev.rapport.health.scorecard.Level;
import dev.rapport.health.scorecard.Part;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.health.scorecard.ScorecardBuilder;
import dev.rapport.health.scorecard.WeightedMeasure;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.shape.Variants;
import java.math.BigDecimal;
import java.util.List;

/** The shape of scorecards, before the whole is checked. */
final class ScorecardShapes {

    private static final BigDecimal TOP = BigDecimal.valueOf(100);
    private static final Shape<Double> SHARE = Shape.number().between(0, 1);
    private static final Variants<Part> PART = Variants.<Part>named("part")
            .with("measure", WeightedMeasure.class, MeasureShapes::measure)
            .with("group", Group.class, (part, fields) -> {
                var code = fields.required("code", Shape.code(), Group::code);
                var weight = fields.required("weight", WEIGHT, Group::weight);
                var handling = fields.optional("handling", Shape.oneOf(Handling.class), Group::handling);
                var minimum = fields.defaulted("minimumCompleteness", SHARE, 0.0, Group::minimumCompleteness);
                var parts = fields.required("parts", Shape.listOf(part).notEmpty(), Group::parts);
                return in -> {
                    Group group = Group.of(in.get(code), in.get(weight), in.get(parts))
                            .minimumCompleteness(in.get(minimum));
                    return in.get(handling).map(group::handling).orElse(group);
                };
            });

    private static final Shape<Level> LEVEL = Shape.literal()
            .<Level>map(ScorecardShapes::level, ScorecardShapes::literal)
            .described("Points from 0 to 100, or the name of a band");

    private static final Shape<Floor> FLOOR = Shape.object("floor", fields -> {
        var code = fields.required("code", Shape.code(), Floor::code);
        var atLeast = fields.required("atLeast", LEVEL, Floor::atLeast);
        var when = fields.required("when", TEST, Floor::when);
        return in -> new Floor(in.get(code), in.get(atLeast), in.get(when));
    });

    private static final Variants<Cap> CAP = Variants.<Cap>named("cap")
            .with("when", Cap.When.class, fields -> {
                var code = fields.required("code", Shape.code(), Cap.When::code);
                var atMost = fields.required("atMost", LEVEL, Cap.When::atMost);
                var when = fields.required("when", TEST, Cap.When::when);
                return in -> new Cap.When(in.get(code), in.get(atMost), in.get(when));
            })
            .with("when-low", Cap.WhenLow.class, fields -> {
                var code = fields.required("code", Shape.code(), Cap.WhenLow::code);
                var atMost = fields.required("atMost", LEVEL, Cap.WhenLow::atMost);
                var measure = fields.required(
                        "measure", Shape.code(), cap -> cap.low().measure());
                var below = fields.required(
                        "below",
                        Shape.number().between(0, 100),
                        cap -> cap.low().below());
                return in -> new Cap.WhenLow(in.get(code), in.get(atMost), new Cap.Low(in.get(measure), in.get(below)));
            });

    static final DocumentKind<Scorecard> SCORECARD = DocumentKind.of("scorecard", 1, Scorecard::header, fields -> {
        var handling = fields.required("handling", Shape.oneOf(Handling.class), Scorecard::handling);
        var minimum = fields.required("minimumCompleteness", SHARE, Scorecard::minimumCompleteness);
        var parts = fields.required("parts", Shape.listOf(PART).notEmpty(), Scorecard::parts);
        var caps = fields.defaulted("caps", Shape.listOf(CAP), List.of(), Scorecard::caps);
        var floors = fields.defaulted("floors", Shape.listOf(FLOOR), List.of(), Scorecard::floors);
        var bands = fields.required("bands", BandShapes.BANDS, Scorecard::bands);
        return (header, in) -> {
            ScorecardBuilder builder = Scorecard.builder(header, in.get(handling), in.get(minimum));
            in.get(parts).forEach(builder::part);
            in.get(caps).forEach(builder::cap);
            in.get(floors).forEach(builder::floor);
            return builder.bands(in.get(bands));
        };
    });

    private ScorecardShapes() {}

    private static Level level(Object literal) {
        if (literal instanceof BigDecimal points) {
            if (points.signum() < 0 || points.compareTo(TOP) > 0) {
                throw new IllegalArgumentException("must be between 0 and 100, was " + points.toPlainString() + ".");
            }
            return Level.points(points.doubleValue());
        }
        if (literal instanceof String band) {
            return Level.band(band);
        }
        throw new IllegalArgumentException("must be points from 0 to 100 or the name of a band, was " + literal + ".");
    }

    private static Object literal(Level level) {
        if (level instanceof Level.InBand band) {
            return band.code();
        }
        double points = ((Level.Points) level).points();
        return points == Math.rint(points) ? BigDecimal.valueOf((long) points) : BigDecimal.valueOf(points);
    }
}
