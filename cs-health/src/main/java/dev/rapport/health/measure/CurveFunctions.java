package dev.rapport.health.measure;

import dev.rapport.model.decision.NumberFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From curves to the functions that compute them. */
final class CurveFunctions {

    private static final double TOP = 100;

    private CurveFunctions() {}

    /** The same curve, without saying that one is upside down. */
    static Curve upright(Curve curve) {
        return curve instanceof Curve.Inverted inverted ? flipped(upright(inverted.of())) : curve;
    }

    private static Curve flipped(Curve curve) {
        if (curve instanceof Curve.Days days) {
            return new Curve.Days(days.count(), flipped(days.of()));
        }
        if (curve instanceof Curve.Categories categories) {
            Map<String, Double> points = new LinkedHashMap<>();
            categories.points().forEach((text, worth) -> points.put(text, TOP - worth));
            return new Curve.Categories(points, categories.otherwise().map(worth -> TOP - worth));
        }
        if (curve instanceof Curve.YesNo yesNo) {
            return new Curve.YesNo(TOP - yesNo.yes(), TOP - yesNo.no());
        }
        return flipped((Curve.OfNumbers) curve);
    }

    private static Curve.OfNumbers flipped(Curve.OfNumbers curve) {
        if (curve instanceof Curve.Steps steps) {
            return new Curve.Steps(TOP - steps.below(), flipped(steps.steps()));
        }
        return new Curve.Linear(flipped(points(curve)));
    }

    private static List<CurvePoint> flipped(List<CurvePoint> points) {
        return points.stream()
                .map(point -> new CurvePoint(point.at(), TOP - point.points()))
                .toList();
    }

    private static List<CurvePoint> points(Curve.OfNumbers curve) {
        return curve instanceof Curve.Target target ? target.points() : ((Curve.Linear) curve).points();
    }

    static NumberFunction ofNumbers(Curve.OfNumbers curve) {
        return curve instanceof Curve.Steps steps ? new StepFunction(steps) : Line.through(points(curve));
    }

    static double pointsOf(Curve.Categories categories, String text) {
        Double own = categories.points().get(text);
        return own != null ? own : categories.otherwise().orElse(Double.NaN);
    }
}
