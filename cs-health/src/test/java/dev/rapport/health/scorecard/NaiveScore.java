package dev.rapport.health.scorecard;

import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.measure.Curve;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.measure.Line;
import dev.rapport.health.measure.Measure;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.decision.Handling;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** A scorecard computed as its Javadoc says, by recursion over the parts; NaN for unknown. Nothing here is not applicable. */
record NaiveScore(double value, double completeness) {

    static NaiveScore of(Scorecard scorecard, CustomerView view) {
        NaiveScore mean = mean(
                scorecard.parts(), scorecard.handling(), scorecard.handling(), scorecard.minimumCompleteness(), view);
        double score = mean.value;
        for (Cap cap : scorecard.caps()) {
            if (binds(cap, scorecard, view)) {
                score = Math.min(score, cap.atMost());
            }
        }
        return new NaiveScore(score, mean.completeness);
    }

    boolean isKnown() {
        return !Double.isNaN(value);
    }

    private static NaiveScore mean(
            List<Part> parts, Handling handling, Handling inherited, double minimum, CustomerView view) {
        double points = 0;
        double used = 0;
        double all = 0;
        double complete = 0;
        boolean unknown = false;
        for (Part part : parts) {
            NaiveScore score = part instanceof Group group
                    ? mean(
                            group.parts(),
                            group.handling().orElse(inherited),
                            group.handling().orElse(inherited),
                            group.minimumCompleteness(),
                            view)
                    : measure(((WeightedMeasure) part).measure(), view);
            all += part.weight();
            complete += part.weight() * score.completeness;
            if (score.isKnown()) {
                points += part.weight() * score.value;
                used += part.weight();
            } else {
                switch (handling) {
                    case REDISTRIBUTE -> {}
                    case NEUTRAL -> {
                        points += part.weight() * 50;
                        used += part.weight();
                    }
                    case WORST -> used += part.weight();
                    case UNKNOWN -> unknown = true;
                }
            }
        }
        double completeness = complete / all;
        return new NaiveScore(
                unknown || used == 0 || completeness < minimum ? Double.NaN : points / used, completeness);
    }

    private static NaiveScore measure(Measure measure, CustomerView view) {
        double points = points(measure, view);
        return new NaiveScore(points, Double.isNaN(points) ? 0 : 1);
    }

    private static double points(Measure measure, CustomerView view) {
        if (measure.curve() instanceof Curve.YesNo yesNo) {
            return view.find(AttributeKey.bool(measure.attribute()))
                    .map(yes -> yes ? yesNo.yes() : yesNo.no())
                    .orElse(Double.NaN);
        }
        if (measure.curve() instanceof Curve.Categories categories) {
            return view.find(AttributeKey.text(measure.attribute()))
                    .map(text -> categories.points().getOrDefault(text, Double.NaN))
                    .orElse(Double.NaN);
        }
        double value = number(measure.attribute(), view);
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        if (measure.curve() instanceof Curve.Steps steps) {
            double points = steps.below();
            for (CurvePoint step : steps.steps()) {
                points = value >= step.at() ? step.points() : points;
            }
            return points;
        }
        return Line.through(((Curve.Linear) measure.curve()).points()).valueAt(value);
    }

    private static double number(String attribute, CustomerView view) {
        if (attribute.equals("fee")) {
            return view.find(AttributeKey.<Money>of(attribute, AttributeKind.MONEY))
                    .filter(fee -> fee.getCurrencyUnit().getCode().equals("EUR"))
                    .map(fee -> fee.getAmount().doubleValue())
                    .orElse(Double.NaN);
        }
        return view.find(AttributeKey.number(attribute)).orElse(Double.NaN);
    }

    private static boolean binds(Cap cap, Scorecard scorecard, CustomerView view) {
        if (cap instanceof Cap.WhenLow low) {
            Measure measure = find(scorecard.parts(), low.low().measure()).orElseThrow();
            return points(measure, view) < low.low().below();
        }
        AttributeTest when = ((Cap.When) cap).when();
        if (when instanceof AttributeTest.Is is) {
            return view.find(AttributeKey.bool(is.attribute()))
                    .map(yes -> yes == is.is())
                    .orElse(false);
        }
        return number(when.attribute(), view) >= ((AttributeTest.AtLeast) when).atLeast();
    }

    private static Optional<Measure> find(List<Part> parts, String code) {
        for (Part part : parts) {
            if (part instanceof WeightedMeasure weighted && part.code().equals(code)) {
                return Optional.of(weighted.measure());
            }
            if (part instanceof Group group) {
                Optional<Measure> found = find(group.parts(), code);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
