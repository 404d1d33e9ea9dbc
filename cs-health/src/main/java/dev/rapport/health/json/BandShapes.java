package dev.rapport.health.json;

import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.health.band.EvaluationDates;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.shape.Variants;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The shape of bands. Where a band does not say where it ends, it ends where the next begins, the last at 100. */
final class BandShapes {

    private static final double TOP = 100;

    private static final Shape<Line> LINE = Shape.object("band", fields -> {
        var code = fields.required("code", Shape.code(), Line::code);
        var from = fields.required("from", Shape.number().between(0, TOP), Line::from);
        var to = fields.optional("to", Shape.number().between(0, TOP), Line::to);
        return in -> new Line(in.get(code), in.get(from), in.get(to));
    });

    private static final Variants<EvaluationDates> EVALUATED = Variants.<EvaluationDates>named("evaluation-dates")
            .with("daily", EvaluationDates.Daily.class, fields -> in -> new EvaluationDates.Daily())
            .with("weekly", EvaluationDates.Weekly.class, fields -> {
                var on = fields.required("on", Shape.oneOf(DayOfWeek.class), EvaluationDates.Weekly::on);
                return in -> new EvaluationDates.Weekly(in.get(on));
            })
            .with("month-ends", EvaluationDates.MonthEnds.class, fields -> in -> new EvaluationDates.MonthEnds());

    static final Shape<Bands> BANDS = Shape.<Table>object("bands", fields -> {
                var hysteresis = fields.required("hysteresis", Shape.number().atLeast(0), Table::hysteresis);
                var confirmations = fields.defaulted(
                        "confirmations",
                        Shape.integer()
                                .between(1, 20)
                                .described("On how many evaluation dates in a row a score must be beyond an edge"),
                        1,
                        Table::confirmations);
                var stay = fields.defaulted(
                        "minimumStayDays",
                        Shape.integer().atLeast(0).described("How many days a band lasts at least"),
                        0,
                        Table::minimumStayDays);
                var evaluated = fields.defaulted("evaluated", EVALUATED, EvaluationDates.daily(), Table::evaluated);
                var bands = fields.required("bands", Shape.listOf(LINE).notEmpty(), Table::bands);
                return in -> new Table(
                        in.get(hysteresis), in.get(confirmations), in.get(stay), in.get(evaluated), in.get(bands));
            })
            .map(Table::toBands, Table::of);

    private BandShapes() {}

    /** A band as it is written. */
    private record Line(String code, double from, Optional<Double> to) {

        Line {
            Band refusesReservedNames = new Band(code, 0, TOP);
            code = refusesReservedNames.code();
        }
    }

    /** Bands as they are written. */
    private record Table(
            double hysteresis, int confirmations, int minimumStayDays, EvaluationDates evaluated, List<Line> bands) {

        static Table of(Bands bands) {
            List<Line> lines = bands.list().stream()
                    .map(band -> new Line(band.code(), band.from(), Optional.of(band.to())))
                    .toList();
            return new Table(
                    bands.hysteresis(), bands.confirmations(), bands.minimumStayDays(), bands.evaluated(), lines);
        }

        Bands toBands() {
            ProblemCollector problems = new ProblemCollector();
            List<Band> made = new ArrayList<>();
            for (int i = 0; i < bands.size(); i++) {
                Line line = bands.get(i);
                double to =
                        line.to().orElse(i + 1 < bands.size() ? bands.get(i + 1).from() : TOP);
                if (line.from() < to) {
                    made.add(new Band(line.code(), line.from(), to));
                } else if (line.to().isPresent()) {
                    Location at = Location.NONE.child("bands").child(i).child("to");
                    problems.error(
                            "band-order",
                            at,
                            "must be above " + Quote.number(line.from()) + ", where the band begins, was "
                                    + Quote.number(to));
                } else {
                    boolean isLast = i + 1 == bands.size();
                    Location at = Location.NONE
                            .child("bands")
                            .child(isLast ? i : i + 1)
                            .child("from");
                    String rule = isLast
                            ? "must be below 100, where the last band ends, was "
                            : "must be above " + Quote.number(line.from()) + ", where the band before begins, was ";
                    problems.add(
                            Problem.error("band-order", at, rule + Quote.number(to))
                                    .withAdvice(
                                            isLast
                                                    ? ""
                                                    : "Maybe the bands are written from best to worst: the lowest comes first"));
                }
            }
            problems.problems().orThrow();
            return Bands.of(made, hysteresis)
                    .confirmations(confirmations)
                    .minimumStay(minimumStayDays)
                    .evaluated(evaluated);
        }
    }
}
