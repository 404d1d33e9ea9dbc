package dev.rapport.health.scorecard;

import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.measure.Curve;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.measure.Measure;
import dev.rapport.health.measure.Population;
import dev.rapport.health.measure.Reference;
import dev.rapport.health.measure.Relative;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.TimeToLive;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/** A scorecard computed as its Javadoc says, by recursion over the parts; NaN for unknown. Nothing here is not applicable. */
record NaiveScore(double value, double completeness, double known) {

    static NaiveScore of(Scorecard scorecard, CustomerView view, Reference reference) {
        NaiveScore mean = new Sums(view, reference)
                .mean(scorecard.parts(), scorecard.handling(), scorecard.minimumCompleteness());
        double score = mean.value;
        for (Floor floor : scorecard.floors()) {
            if (binds(floor.when(), view)) {
                score = Math.max(score, points(floor.atLeast(), scorecard.bands(), false));
            }
        }
        for (Cap cap : scorecard.caps()) {
            if (binds(cap, scorecard, view, reference)) {
                score = Math.min(score, points(cap.atMost(), scorecard.bands(), true));
            }
        }
        return new NaiveScore(score, mean.completeness, mean.known);
    }

    double freshness() {
        return known > 0 ? completeness / known : 1;
    }

    private static double points(Level level, Bands bands, boolean isUpper) {
        if (level instanceof Level.Points points) {
            return points.points();
        }
        for (Band band : bands.list()) {
            if (band.code().equals(((Level.InBand) level).code())) {
                double justBelow = band.to() == 100 ? 100 : Math.nextDown(band.to());
                return isUpper ? justBelow : band.from();
            }
        }
        throw new IllegalStateException(level.toString());
    }

    boolean isKnown() {
        return !Double.isNaN(value);
    }

    /** Recursion over the parts. */
    private record Sums(CustomerView view, Reference reference) {

        NaiveScore mean(List<Part> parts, Handling handling, double minimum) {
            double points = 0;
            double used = 0;
            double all = 0;
            double complete = 0;
            double known = 0;
            boolean unknown = false;
            for (Part part : parts) {
                boolean isGroup = part instanceof Group;
                NaiveScore score = part instanceof Group group
                        ? mean(group.parts(), group.handling().orElse(handling), group.minimumCompleteness())
                        : measure(((WeightedMeasure) part).measure());
                double there = !score.isKnown() ? 0 : isGroup ? 1 : score.completeness;
                all += part.weight();
                complete += part.weight() * score.completeness;
                known += part.weight() * score.known;
                if (score.isKnown()) {
                    points += part.weight() * there * score.value;
                    used += part.weight() * there;
                }
                unknown |= handling == Handling.UNKNOWN && !score.isKnown();
                if (handling == Handling.NEUTRAL || handling == Handling.WORST) {
                    points += part.weight() * (1 - there) * (handling == Handling.NEUTRAL ? 50 : 0);
                    used += part.weight() * (1 - there);
                }
            }
            double completeness = complete / all;
            return new NaiveScore(
                    unknown || used == 0 || completeness < minimum ? Double.NaN : points / used,
                    completeness,
                    known / all);
        }

        private NaiveScore measure(Measure measure) {
            double points = points(measure, view, reference);
            if (Double.isNaN(points)) {
                return new NaiveScore(Double.NaN, 0, 0);
            }
            double left = left(measure, view);
            return new NaiveScore(left > 0 ? points : Double.NaN, left, 1);
        }
    }

    private static double left(Measure measure, CustomerView view) {
        if (measure.timeToLive().isEmpty()) {
            return 1;
        }
        TimeToLive ttl = measure.timeToLive().get();
        AttributeKey<?> key = RandomScorecards.KEYS.stream()
                .filter(known -> known.name().equals(measure.attribute()))
                .findFirst()
                .orElseThrow();
        Instant from =
                view.read(key).provenance().flatMap(Provenance::validFrom).orElseThrow();
        double age = ChronoUnit.DAYS.between(LocalDate.ofInstant(from, view.zone()), view.date());
        if (age <= ttl.days()) {
            return 1;
        }
        return age >= ttl.days() + ttl.fadeDays() ? 0 : 1 - (age - ttl.days()) / ttl.fadeDays();
    }

    private static double points(Measure measure, CustomerView view, Reference reference) {
        return points(measure, measure.curve(), view, reference);
    }

    private static double points(Measure measure, Curve curve, CustomerView view, Reference reference) {
        if (curve instanceof Curve.Inverted inverted) {
            return 100 - points(measure, inverted.of(), view, reference);
        }
        if (curve instanceof Curve.YesNo yesNo) {
            return view.find(AttributeKey.bool(measure.attribute()))
                    .map(yes -> yes ? yesNo.yes() : yesNo.no())
                    .orElse(Double.NaN);
        }
        if (curve instanceof Curve.Categories categories) {
            return view.find(AttributeKey.text(measure.attribute()))
                    .map(text -> categories.points().getOrDefault(text, Double.NaN))
                    .orElse(Double.NaN);
        }
        if (curve instanceof Curve.Days days) {
            return view.find(AttributeKey.date(measure.attribute()))
                    .map(date -> (double) ChronoUnit.DAYS.between(date, view.date()))
                    .map(since -> points(days.of(), days.count() == Curve.Count.SINCE ? since : -since))
                    .orElse(Double.NaN);
        }
        double number = number(measure.attribute(), view);
        double place = measure.relative()
                .map(relative -> place(number, measure, relative, view, reference))
                .orElse(number);
        return Double.isNaN(place) ? Double.NaN : points((Curve.OfNumbers) curve, place);
    }

    private static double place(
            double number, Measure measure, Relative relative, CustomerView view, Reference reference) {
        Optional<String> group = relative.within().flatMap(name -> view.find(AttributeKey.text(name)));
        for (Population population : reference.populations()) {
            boolean same = population.attribute().equals(measure.attribute())
                    && population.group().map(Population.Group::attribute).equals(relative.within())
                    && population.group().map(Population.Group::value).equals(group);
            if (same && population.customers() >= relative.minimumCustomers()) {
                return relative.as() == Relative.Scale.RANK ? population.rank(number) : population.deviation(number);
            }
        }
        return Double.NaN;
    }

    private static double points(Curve.OfNumbers curve, double value) {
        if (curve instanceof Curve.Steps steps) {
            double points = steps.below();
            for (CurvePoint step : steps.steps()) {
                points = value >= step.at() ? step.points() : points;
            }
            return points;
        }
        if (curve instanceof Curve.Target target) {
            Curve.Distance side = value < target.target() ? target.below() : target.above();
            double off = Math.abs(value - target.target());
            return off <= side.good()
                    ? 100
                    : off >= side.none() ? 0 : 100 * (side.none() - off) / (side.none() - side.good());
        }
        List<CurvePoint> points = ((Curve.Linear) curve).points();
        CurvePoint before = points.get(0);
        for (CurvePoint point : points) {
            if (value <= point.at()) {
                double share = point.equals(before) ? 0 : (value - before.at()) / (point.at() - before.at());
                return before.points() + (point.points() - before.points()) * Math.max(0, share);
            }
            before = point;
        }
        return before.points();
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

    private static boolean binds(Cap cap, Scorecard scorecard, CustomerView view, Reference reference) {
        if (cap instanceof Cap.WhenLow low) {
            Measure measure = find(scorecard.parts(), low.low().measure()).orElseThrow();
            double points = points(measure, view, reference);
            return points < low.low().below() && left(measure, view) > 0;
        }
        return binds(((Cap.When) cap).when(), view);
    }

    private static boolean binds(AttributeTest when, CustomerView view) {
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
