package dev.rapport.health.json;

import static dev.rapport.health.json.MeasureShapes.ATTRIBUTE;

import dev.rapport.health.warning.Aggregation;
import dev.rapport.health.warning.Alerting;
import dev.rapport.health.warning.EarlyWarning;
import dev.rapport.health.warning.Grain;
import dev.rapport.health.warning.Method;
import dev.rapport.health.warning.Wanted;
import dev.rapport.health.warning.WatchedSeries;
import dev.rapport.health.warning.change.ChangePointDetector;
import dev.rapport.health.warning.change.Sides;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.shape.Variants;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The shape of early warnings, before the whole is checked. */
final class WarningShapes {

    private static final int LONGEST = 5_000;

    private static final Shape<Double> CHANGE = Shape.number()
            .between(0.01, 0.9)
            .described("The smallest change that matters, as a share of the usual: 0.2 for a fifth");
    private static final Shape<Integer> CONFIRMATIONS = Shape.integer()
            .between(1, 10)
            .described("How many periods an alarm rests on at least: with 2, a single odd one does not raise it");

    private static final Variants<Aggregation> AGGREGATION = Variants.<Aggregation>named("aggregation")
            .with("sum", Aggregation.Sum.class, fields -> {
                var field = fields.required("field", ATTRIBUTE, Aggregation.Sum::field);
                return in -> new Aggregation.Sum(in.get(field));
            })
            .with("mean", Aggregation.Mean.class, fields -> {
                var field = fields.required("field", ATTRIBUTE, Aggregation.Mean::field);
                return in -> new Aggregation.Mean(in.get(field));
            })
            .with("distinct", Aggregation.Distinct.class, fields -> {
                var field = fields.required("field", ATTRIBUTE, Aggregation.Distinct::field);
                return in -> new Aggregation.Distinct(in.get(field));
            })
            .with("count", Aggregation.Count.class, fields -> in -> new Aggregation.Count());

    private static final Variants<Method> METHOD = Variants.<Method>named("method")
            .with("cusum", Method.Cusum.class, fields -> {
                var change = fields.required("smallestChange", CHANGE, Method.Cusum::smallestChange);
                var confirmations = fields.required("confirmations", CONFIRMATIONS, Method.Cusum::confirmations);
                return in -> new Method.Cusum(in.get(change), in.get(confirmations));
            })
            .with("ewma", Method.Ewma.class, fields -> {
                var weight = fields.required("weight", Shape.number().between(0.01, 1), Method.Ewma::weight);
                var change = fields.required("smallestChange", CHANGE, Method.Ewma::smallestChange);
                var confirmations = fields.required("confirmations", CONFIRMATIONS, Method.Ewma::confirmations);
                return in -> new Method.Ewma(in.get(weight), in.get(change), in.get(confirmations));
            })
            .with("change-points", Method.ChangePoints.class, fields -> {
                var every = fields.required(
                        "every",
                        Shape.number()
                                .between(2, 1e6)
                                .described("How many periods there are between two changes on average"),
                        method -> method.belief().every());
                var surely = fields.required(
                        "surely",
                        Shape.number()
                                .between(0.5, 0.999_999)
                                .described("The probability from which on a change is told"),
                        method -> method.belief().surely());
                var change = fields.required(
                        "smallestChange", CHANGE, method -> method.belief().smallestChange());
                var counts = fields.required("counts", Shape.bool(), Method.ChangePoints::counts);
                return in -> new Method.ChangePoints(
                        new ChangePointDetector.Belief(in.get(every), in.get(surely), in.get(change)), in.get(counts));
            })
            .with("counts", Method.Counts.class, fields -> {
                var change = fields.required("smallestChange", CHANGE, Method.Counts::smallestChange);
                var confirmations = fields.required("confirmations", CONFIRMATIONS, Method.Counts::confirmations);
                return in -> new Method.Counts(in.get(change), in.get(confirmations));
            })
            .with("silence", Method.Silence.class, fields -> in -> new Method.Silence());

    private static final Variants<Wanted> WANTED = Variants.<Wanted>named("wanted")
            .with("run-length", Wanted.RunLength.class, fields -> {
                var periods = fields.required("periods", Shape.number().between(2, 1e9), Wanted.RunLength::periods);
                return in -> new Wanted.RunLength(in.get(periods));
            })
            .with("false-alerts", Wanted.FalseAlerts.class, fields -> {
                var month = fields.required(
                        "perOwnerAndMonth", Shape.number().between(0.001, 1_000), Wanted.FalseAlerts::perOwnerAndMonth);
                var customers = fields.required(
                        "customersPerOwner", Shape.number().between(1, 1e6), Wanted.FalseAlerts::customersPerOwner);
                return in -> new Wanted.FalseAlerts(in.get(month), in.get(customers));
            });

    private static final Shape<Alerting> ALERTING = Shape.object("alerting", fields -> {
        var fresh = fields.required("freshDays", Shape.integer().between(0, 365), Alerting::freshDays);
        var coolOff = fields.required("coolOffDays", Shape.integer().between(0, 3_650), Alerting::coolOffDays);
        var budget = fields.required("perOwnerAndWeek", Shape.integer().between(1, 1_000), Alerting::perOwnerAndWeek);
        return in -> new Alerting(in.get(fresh), in.get(coolOff), in.get(budget));
    });

    private static final Shape<WatchedSeries.Where> WHERE = Shape.object("where", fields -> {
        var field = fields.required("field", ATTRIBUTE, WatchedSeries.Where::field);
        Shape<Set<String>> texts =
                Shape.listOf(Shape.text()).notEmpty().unique().map(LinkedHashSet::new, List::copyOf);
        var values = fields.required("values", texts, WatchedSeries.Where::values);
        return in -> new WatchedSeries.Where(in.get(field), in.get(values));
    });

    private static final Shape<WatchedSeries> SERIES = Shape.object("watched-series", fields -> {
        var code = fields.required("code", Shape.code(), WatchedSeries::code);
        var cause = fields.required(
                "cause", Shape.code().described("Alerts of one cause are one alert"), WatchedSeries::cause);
        var series = fields.required("series", ATTRIBUTE, WatchedSeries::series);
        var aggregation = fields.required("aggregation", AGGREGATION, WatchedSeries::aggregation);
        var where = fields.optional("where", WHERE, WatchedSeries::where);
        var per = fields.optional(
                "per", ATTRIBUTE.described("A field each value of which is a series of its own"), WatchedSeries::per);
        var grain = fields.required("grain", Shape.oneOf(Grain.class), WatchedSeries::grain);
        var looksFor = fields.required("looksFor", Shape.oneOf(Sides.class), WatchedSeries::looksFor);
        var startUp = fields.required(
                "startUp",
                Shape.integer().between(4, LONGEST).described("The minimum history, in periods"),
                WatchedSeries::startUp);
        var memory = fields.required(
                "memory",
                Shape.integer()
                        .between(2, LONGEST)
                        .described("The mean age of what is remembered as usual, in periods"),
                WatchedSeries::memory);
        var peers = fields.optional(
                "peers",
                Shape.integer()
                        .between(3, 1_000_000)
                        .described("With so many customers at least, what moves them alike is no change of one"),
                WatchedSeries::peers);
        var method = fields.required("method", METHOD, WatchedSeries::method);
        var whenSparse = fields.optional("whenSparse", METHOD, WatchedSeries::whenSparse);
        return in -> WatchedSeries.builder()
                .code(in.get(code))
                .cause(in.get(cause))
                .series(in.get(series))
                .aggregation(in.get(aggregation))
                .where(in.get(where))
                .per(in.get(per))
                .grain(in.get(grain))
                .looksFor(in.get(looksFor))
                .startUp(in.get(startUp))
                .memory(in.get(memory))
                .peers(in.get(peers))
                .method(in.get(method))
                .whenSparse(in.get(whenSparse))
                .build();
    });

    static final DocumentKind<EarlyWarning> EARLY_WARNING =
            DocumentKind.of("early-warning", 1, EarlyWarning::header, fields -> {
                var wanted = fields.required("wanted", WANTED, EarlyWarning::wanted);
                var alerting = fields.required("alerting", ALERTING, EarlyWarning::alerting);
                var horizon = fields.required(
                        "lossHorizonDays",
                        Shape.integer()
                                .between(1, 3_650)
                                .described(
                                        "How long after an alert a loss counts as foretold, where lead times are measured"),
                        EarlyWarning::lossHorizonDays);
                var settling =
                        fields.defaulted("settlingDays", Shape.integer().between(0, 60), 0, EarlyWarning::settlingDays);
                var series = fields.required(
                        "series",
                        Shape.listOf(SERIES).notEmpty().uniqueBy("code", WatchedSeries::code),
                        EarlyWarning::series);
                return (header, in) -> EarlyWarning.builder()
                        .header(header)
                        .wanted(in.get(wanted))
                        .alerting(in.get(alerting))
                        .lossHorizonDays(in.get(horizon))
                        .settlingDays(in.get(settling))
                        .series(in.get(series))
                        .build();
            });

    private WarningShapes() {}
}
