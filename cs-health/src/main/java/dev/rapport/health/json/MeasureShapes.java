package dev.rapport.health.json;

import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.measure.Curve;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.shape.Place;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.shape.Variants;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The shapes of curves and of questions to attributes. */
final class MeasureShapes {

    static final Shape<String> ATTRIBUTE = Shape.text()
            .maxLength(100)
            .matching(
                    "[a-z0-9]+([-.][a-z0-9]+)*",
                    "the name of an attribute: lower-case words joined by hyphens and grouped by dots");

    static final Shape<String> UNIT = Shape.text().notBlank().maxLength(40);

    private static final Shape<Double> POINTS = Shape.number().between(0, 100);

    static final Variants<Curve> CURVE = Variants.<Curve>named("curve")
            .with("linear", Curve.Linear.class, fields -> {
                var points = fields.required("points", rising(POINTS, 2), Curve.Linear::points);
                return in -> new Curve.Linear(in.get(points));
            })
            .with("steps", Curve.Steps.class, fields -> {
                var below = fields.required("below", POINTS, Curve.Steps::below);
                var steps = fields.required("steps", rising(POINTS, 1), Curve.Steps::steps);
                return in -> new Curve.Steps(in.get(below), in.get(steps));
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
            });

    static final Variants<AttributeTest> TEST = Variants.<AttributeTest>named("condition")
            .with("is", AttributeTest.Is.class, fields -> {
                var attribute = fields.required("attribute", ATTRIBUTE, AttributeTest.Is::attribute);
                var value = fields.required("value", Shape.bool(), AttributeTest.Is::is);
                return in -> new AttributeTest.Is(in.get(attribute), in.get(value));
            })
            .with("in", AttributeTest.In.class, fields -> {
                var attribute = fields.required("attribute", ATTRIBUTE, AttributeTest.In::attribute);
                Shape<Set<String>> words =
                        Shape.listOf(Shape.text()).notEmpty().unique().map(LinkedHashSet::new, List::copyOf);
                var values = fields.required("values", words, AttributeTest.In::texts);
                return in -> new AttributeTest.In(in.get(attribute), in.get(values));
            })
            .with("below", AttributeTest.Below.class, fields -> {
                var attribute = fields.required("attribute", ATTRIBUTE, AttributeTest.Below::attribute);
                var value = fields.required("value", Shape.number(), AttributeTest.Below::below);
                var unit = fields.optional("unit", UNIT, AttributeTest.Below::unit);
                return in -> new AttributeTest.Below(in.get(attribute), in.get(value), in.get(unit));
            })
            .with("at-least", AttributeTest.AtLeast.class, fields -> {
                var attribute = fields.required("attribute", ATTRIBUTE, AttributeTest.AtLeast::attribute);
                var value = fields.required("value", Shape.number(), AttributeTest.AtLeast::atLeast);
                var unit = fields.optional("unit", UNIT, AttributeTest.AtLeast::unit);
                return in -> new AttributeTest.AtLeast(in.get(attribute), in.get(value), in.get(unit));
            });

    private MeasureShapes() {}

    /** Points of which each lies further right than the one before. */
    static Shape<List<CurvePoint>> rising(Shape<Double> value, int least) {
        return points(Shape.number(), value, least);
    }

    static Shape<List<CurvePoint>> points(Shape<Double> at, Shape<Double> value, int least) {
        Shape<CurvePoint> point = Shape.pairOf(at, CurvePoint::at, value, CurvePoint::points, CurvePoint::new);
        return Shape.listOf(point).atLeast(least).check(MeasureShapes::checkRising);
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
