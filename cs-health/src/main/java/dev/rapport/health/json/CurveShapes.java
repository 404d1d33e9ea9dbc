package dev.rapport.health.json;

import dev.rapport.health.measure.Curve;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.shape.FieldValues;
import dev.rapport.model.shape.Fields;
import dev.rapport.model.shape.Place;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.shape.Variants;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The shapes of curves. */
final class CurveShapes {

    private static final Shape<Double> POINTS = Shape.number().between(0, 100);

    private static final Shape<Curve.Distance> DISTANCE = Shape.object("distance", fields -> {
        var good = fields.required(
                "good",
                Shape.number().atLeast(0).described("Up to how far from the target it is as good as the target"),
                Curve.Distance::good);
        var none = fields.required(
                "none",
                Shape.number().above(0).described("From how far on it is no good at all"),
                Curve.Distance::none);
        return in -> new Curve.Distance(in.get(good), in.get(none));
    });

    private static final Variants<Curve.OfNumbers> OF_NUMBERS = Variants.<Curve.OfNumbers>named("number-curve")
            .with("linear", Curve.Linear.class, CurveShapes::linear)
            .with("steps", Curve.Steps.class, CurveShapes::steps)
            .with("target", Curve.Target.class, CurveShapes::target);

    static final Variants<Curve> CURVE = Variants.<Curve>named("curve")
            .with("linear", Curve.Linear.class, CurveShapes::linear)
            .with("steps", Curve.Steps.class, CurveShapes::steps)
            .with("target", Curve.Target.class, CurveShapes::target)
            .with("days", Curve.Days.class, fields -> {
                var count = fields.required(
                        "count",
                        Shape.oneOf(Curve.Count.class)
                                .described("Since the date until the day of the cut, or until the date from then on"),
                        Curve.Days::count);
                var curve = fields.required("curve", OF_NUMBERS, Curve.Days::of);
                return in -> new Curve.Days(in.get(count), in.get(curve));
            })
            .with("categories", Curve.Categories.class, fields -> {
                var points = fields.required("points", Shape.mapOf(POINTS), Curve.Categories::points);
                var otherwise = fields.optional("otherwise", POINTS, Curve.Categories::otherwise);
                return in -> new Curve.Categories(in.get(points), in.get(otherwise));
            })
            .with("yes-no", Curve.YesNo.class, fields -> {
                var yes = fields.required("yes", POINTS, Curve.YesNo::yes);
                var no = fields.required("no", POINTS, Curve.YesNo::no);
                return in -> new Curve.YesNo(in.get(yes), in.get(no));
            })
            .with("inverted", Curve.Inverted.class, (curve, fields) -> {
                var of = fields.required("curve", curve, Curve.Inverted::of);
                return in -> new Curve.Inverted(in.get(of));
            });

    private CurveShapes() {}

    private static Function<FieldValues, Curve.Linear> linear(Fields<Curve.Linear> fields) {
        var points = fields.required("points", rising(POINTS, 2), Curve.Linear::points);
        return in -> new Curve.Linear(in.get(points));
    }

    private static Function<FieldValues, Curve.Steps> steps(Fields<Curve.Steps> fields) {
        var below = fields.required("below", POINTS, Curve.Steps::below);
        var steps = fields.required("steps", rising(POINTS, 1), Curve.Steps::steps);
        return in -> new Curve.Steps(in.get(below), in.get(steps));
    }

    /** Where only one distance is said, it holds on both sides. */
    private static Function<FieldValues, Curve.Target> target(Fields<Curve.Target> fields) {
        var target = fields.required("target", Shape.number(), Curve.Target::target);
        var below = fields.required("below", DISTANCE, Curve.Target::below);
        var above = fields.optional(
                "above",
                DISTANCE,
                curve -> Optional.of(curve.above()).filter(distance -> !distance.equals(curve.below())));
        return in ->
                new Curve.Target(in.get(target), in.get(below), in.get(above).orElse(in.get(below)));
    }

    /** Points of which each lies further right than the one before. */
    private static Shape<List<CurvePoint>> rising(Shape<Double> value, int least) {
        return points(Shape.number(), value, least);
    }

    static Shape<List<CurvePoint>> points(Shape<Double> at, Shape<Double> value, int least) {
        Shape<CurvePoint> point = Shape.pairOf(at, CurvePoint::at, value, CurvePoint::points, CurvePoint::new);
        return Shape.listOf(point).atLeast(least).check(CurveShapes::checkRising);
    }

    private static void checkRising(List<CurvePoint> points, Place place) {
        for (int i = 1; i < points.size(); i++) {
            double before = points.get(i - 1).at();
            double here = points.get(i).at();
            if (!(here > before)) {
                place.at(i)
                        .error(
                                "not-rising",
                                "point lies at " + Quote.number(here) + ", must lie above " + Quote.number(before)
                                        + ", where the one before it lies",
                                "Maybe the points are in the wrong order: a falling curve has rising values and falling points");
            }
        }
    }
}
