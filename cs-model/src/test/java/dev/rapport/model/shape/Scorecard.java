package dev.rapport.model.shape;

import java.util.List;
import java.util.Optional;

/**
 * A document that uses every shape, declared as a module of ours would declare its own.
 *
 * @param header who made it
 * @param measures what is measured
 * @param bands what the score means
 */
record Scorecard(DocumentHeader header, List<Measure> measures, List<Band> bands) {

    static final DocumentKind<Scorecard> KIND = kind(Curve.STANDARD);

    /** The kind with the curves of a host. */
    static DocumentKind<Scorecard> kind(Variants<Curve> curves) {
        DocumentKind<Scorecard> kind = DocumentKind.of("scorecard", 1, Scorecard::header, fields -> {
            var measures = fields.required(
                    "measures",
                    Shape.listOf(Measure.shape(curves)).notEmpty().uniqueBy("code", Measure::code),
                    Scorecard::measures);
            var bands = fields.required("bands", Shape.listOf(Band.SHAPE).notEmpty(), Scorecard::bands);
            return (header, in) -> new Scorecard(header, in.get(measures), in.get(bands));
        });
        return kind.check(Scorecard::checkBands);
    }

    private static void checkBands(Scorecard scorecard, Place place) {
        int end = -1;
        for (int i = 0; i < scorecard.bands.size(); i++) {
            int from = scorecard.bands.get(i).from();
            if (from <= end) {
                place.at("bands")
                        .at(i)
                        .at("from")
                        .error(
                                "band-order",
                                "must be > " + end + ", was " + from,
                                "Maybe the bands are sorted from the best to the worst");
            }
            end = from;
        }
    }

    record Measure(String code, String attribute, double weight, Curve curve, Handling missing) {

        static Shape<Measure> shape(Variants<Curve> curves) {
            return Shape.object("measure", fields -> {
                var code = fields.required("code", Shape.code(), Measure::code);
                var attribute = fields.required("attribute", Shape.code(), Measure::attribute);
                var weight = fields.required(
                        "weight", Shape.number().atLeast(0).described("How much it counts"), Measure::weight);
                var curve = fields.required("curve", curves, Measure::curve);
                var missing =
                        fields.defaulted("missing", Shape.oneOf(Handling.class), Handling.LEAVE_OUT, Measure::missing);
                return in ->
                        new Measure(in.get(code), in.get(attribute), in.get(weight), in.get(curve), in.get(missing));
            });
        }
    }

    enum Handling {
        LEAVE_OUT,
        COUNT_AS_ZERO
    }

    sealed interface Curve {

        Variants<Curve> STANDARD = Variants.<Curve>named("curve")
                .with("linear", Linear.class, fields -> {
                    var points =
                            fields.required("points", Shape.listOf(Point.SHAPE).atLeast(2), Linear::points);
                    return in -> new Linear(in.get(points));
                })
                .with("inverted", Inverted.class, (curve, fields) -> {
                    var of = fields.required("of", curve, Inverted::of);
                    return in -> new Inverted(in.get(of));
                });
    }

    record Linear(List<Point> points) implements Curve {

        Linear {
            for (int i = 1; i < points.size(); i++) {
                if (points.get(i).x() <= points.get(i - 1).x()) {
                    throw new IllegalArgumentException("points must ascend, but point " + i + " does not");
                }
            }
        }
    }

    record Inverted(Curve of) implements Curve {}

    /** A curve of a host. */
    record Constant(double score) implements Curve {}

    record Point(double x, double y) {
        static final Shape<Point> SHAPE =
                Shape.pairOf(Shape.number(), Point::x, Shape.number().between(0, 100), Point::y, Point::new);
    }

    record Band(String code, int from, Optional<String> label) {

        static final Shape<Band> SHAPE = Shape.object("band", fields -> {
            var code = fields.required("code", Shape.code(), Band::code);
            var from = fields.required("from", Shape.integer().between(0, 100), Band::from);
            var label = fields.optional("label", Shape.text().notBlank().maxLength(20), Band::label);
            return in -> new Band(in.get(code), in.get(from), in.get(label));
        });
    }
}
