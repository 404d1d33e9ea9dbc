package dev.rapport.health.json;

import dev.rapport.health.warning.Alarm;
import dev.rapport.health.warning.Grain;
import dev.rapport.health.warning.SeriesState;
import dev.rapport.health.warning.WatchState;
import dev.rapport.health.warning.change.Change;
import dev.rapport.health.warning.change.Step;
import dev.rapport.health.warning.change.Sureness;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.model.shape.Shape;
import dev.rapport.model.shape.Variants;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The shape of the state of a watch. Its header is id and revision of the policy. */
final class WatchStateShapes {

    private static final Shape<String> FINGERPRINT =
            Shape.text().matching("[0-9a-f]{16}", "a fingerprint: 16 hexadecimal digits");

    private static final Shape<SeriesState.Values> NUMBERS = Shape.listOf(Shape.number())
            .map(
                    list -> SeriesState.Values.of(
                            list.stream().mapToDouble(number -> number).toArray()),
                    values -> Arrays.stream(values.toArray()).boxed().toList());

    private static final Variants<Sureness> SURENESS = Variants.<Sureness>named("sureness")
            .with("run-length", Sureness.RunLength.class, fields -> {
                var periods = fields.required("periods", Shape.number().atLeast(0), Sureness.RunLength::periods);
                return in -> new Sureness.RunLength(in.get(periods));
            })
            .with("posterior", Sureness.Posterior.class, fields -> {
                var probability =
                        fields.required("probability", Shape.number().between(0, 1), Sureness.Posterior::probability);
                return in -> new Sureness.Posterior(in.get(probability));
            });

    /** A step with its day instead of its period. */
    private record DatedStep(LocalDate from, Step step) {}

    private static final Shape<DatedStep> STEP = Shape.object("step", fields -> {
        var from = fields.required("from", Shape.date(), DatedStep::from);
        var value = fields.required("value", Shape.number(), step -> step.step().value());
        var expected =
                fields.required("expected", Shape.number(), step -> step.step().expected());
        var contribution = fields.required(
                "contribution", Shape.number(), step -> step.step().contribution());
        return in -> new DatedStep(in.get(from), new Step(0, in.get(value), in.get(expected), in.get(contribution)));
    });

    /** An alarm without what its series says of it. */
    private record KeptAlarm(Alarm alarm) {

        private static final Alarm.Where NOWHERE = new Alarm.Where("", "", "");

        List<DatedStep> steps() {
            return alarm.change().steps().stream()
                    .map(step -> new DatedStep(alarm.grain().firstDay(step.period()), step))
                    .toList();
        }

        Alarm in(Alarm.Where where) {
            return Alarm.of(where, alarm.grain(), alarm.on(), alarm.change());
        }
    }

    private static final Shape<KeptAlarm> ALARM = Shape.object("alarm", fields -> {
        var on = fields.required("on", Shape.date(), kept -> kept.alarm().on());
        var grain = fields.required(
                "grain", Shape.oneOf(Grain.class), kept -> kept.alarm().grain());
        var falls = fields.required(
                "falls", Shape.bool(), kept -> kept.alarm().change().falls());
        var since = fields.required("since", Shape.date(), kept -> kept.alarm().since());
        var usual = fields.required(
                "usual", Shape.number(), kept -> kept.alarm().change().usual());
        var deviation = fields.required(
                "deviation", Shape.number(), kept -> kept.alarm().change().deviation());
        var threshold = fields.required(
                "threshold", Shape.number(), kept -> kept.alarm().change().threshold());
        var sureness = fields.required(
                "sureness", SURENESS, kept -> kept.alarm().change().sureness());
        var earlier = fields.required(
                "earlier", Shape.number(), kept -> kept.alarm().change().earlier());
        var steps = fields.required("steps", Shape.listOf(STEP), KeptAlarm::steps);
        return in -> {
            Grain length = in.get(grain);
            int first = length.periodOf(in.get(since));
            Change change = (in.get(falls) ? Change.fall(first) : Change.rise(first))
                    .from(in.get(usual), in.get(deviation))
                    .surely(in.get(sureness), in.get(threshold))
                    .steps(
                            in.get(earlier),
                            in.get(steps).stream()
                                    .map(dated -> new Step(
                                            length.periodOf(dated.from()),
                                            dated.step().value(),
                                            dated.step().expected(),
                                            dated.step().contribution()))
                                    .toList())
                    .build();
            return new KeptAlarm(Alarm.of(KeptAlarm.NOWHERE, length, in.get(on), change));
        };
    });

    private static final Shape<SeriesState> SERIES = Shape.object("series-state", fields -> {
        var customer = fields.required(
                "customer", Shape.text().notBlank(), state -> state.where().customerId());
        var code = fields.required("code", Shape.code(), state -> state.where().code());
        var part = fields.defaulted(
                "part", Shape.text(), "", state -> state.where().part());
        var firstDay = fields.required("firstDay", Shape.date(), SeriesState::firstDay);
        var digest = fields.required("digest", FINGERPRINT, SeriesState::digest);
        var numbers = fields.required("numbers", NUMBERS, SeriesState::numbers);
        var sparse = fields.required("sparse", NUMBERS, SeriesState::sparse);
        var alarms = fields.required(
                "alarms",
                Shape.listOf(ALARM),
                state -> state.alarms().stream().map(KeptAlarm::new).toList());
        return in -> {
            Alarm.Where where = new Alarm.Where(in.get(customer), in.get(code), in.get(part));
            return SeriesState.builder()
                    .where(where)
                    .firstDay(in.get(firstDay))
                    .digest(in.get(digest))
                    .numbers(in.get(numbers))
                    .sparse(in.get(sparse))
                    .alarms(in.get(alarms).stream().map(kept -> kept.in(where)).toList())
                    .build();
        };
    });

    private static final Shape<AsOf> AS_OF = Shape.object("as-of", fields -> {
        var validAt = fields.required("validAt", Shape.instant(), AsOf::validAt);
        var knownAt = fields.required("knownAt", Shape.instant(), AsOf::knownAt);
        return in -> new AsOf(in.get(validAt), in.get(knownAt));
    });

    static final DocumentKind<WatchState> WATCH_STATE = DocumentKind.of(
            "early-warning-state",
            1,
            state -> DocumentHeader.of(state.policy().id(), state.policy().revision()),
            fields -> {
                var asOf = fields.required("asOf", AS_OF, WatchState::asOf);
                var fingerprint = fields.required("fingerprint", FINGERPRINT, WatchState::fingerprint);
                var through = fields.required("through", Shape.mapOf(Shape.date()), WatchState::through);
                var series = fields.required("series", Shape.listOf(SERIES), WatchState::series);
                return (header, in) -> WatchState.builder()
                        .asOf(in.get(asOf))
                        .policy(new PolicyRef(header.id(), header.revision()))
                        .fingerprint(in.get(fingerprint))
                        .through(in.get(through))
                        .series(in.get(series))
                        .build();
            });

    private WatchStateShapes() {}
}
