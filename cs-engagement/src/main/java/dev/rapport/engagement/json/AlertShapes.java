package dev.rapport.engagement.json;

import dev.rapport.engagement.plan.EarlyWarningReport;
import dev.rapport.health.warning.Alarm;
import dev.rapport.health.warning.Alert;
import dev.rapport.health.warning.AlertEvaluation;
import dev.rapport.health.warning.AlertList;
import dev.rapport.health.warning.LeadFigure;
import dev.rapport.health.warning.Wanted;
import dev.rapport.health.warning.WatchedBook;
import dev.rapport.health.warning.change.Sureness;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.shape.Output;
import dev.rapport.model.shape.OutputFields;
import dev.rapport.model.shape.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** How early warning is written. */
final class AlertShapes {

    private static final double LOWER_QUARTER = 0.25;
    private static final double UPPER_QUARTER = 0.75;

    private static final Shape<Alarm> SIGN = Output.object("alert-sign", fields -> {
        fields.required("series", Shape.text(), alarm -> alarm.where().code());
        fields.optional(
                "part", Shape.text(), alarm -> Optional.of(alarm.where().part()).filter(part -> !part.isEmpty()));
        fields.required("direction", Shape.text(), alarm -> alarm.change().falls() ? "falls" : "rises");
        fields.required("since", Shape.date(), Alarm::since);
        fields.required("on", Shape.date(), Alarm::on);
        fields.required("change", Shape.number(), alarm -> alarm.change().deviation());
        fields.required("usual", Shape.number(), alarm -> alarm.change().usual());
        fields.optionalNumber("runLength", AlertShapes::runLength);
        fields.optionalNumber("posterior", AlertShapes::posterior);
    });

    private static final Shape<Alert> ALERT = Output.object("alert", fields -> {
        fields.required("customer", Shape.text(), Alert::customerId);
        fields.required("cause", Shape.text(), Alert::cause);
        fields.optional("owner", Shape.text(), Alert::owner);
        fields.optional("worth", Shape.money(), alert -> alert.worth().value());
        fields.optional("worthUnknown", Shape.text(), alert -> alert.worth().reason());
        fields.required("since", Shape.date(), Alert::since);
        fields.required("on", Shape.date(), Alert::on);
        fields.required("change", Shape.number(), Alert::size);
        fields.required("signs", Shape.listOf(SIGN), Alert::signs);
        fields.required(
                "statistic", Shape.number(), alert -> alert.reasons().value().orElse(0));
        fields.required(
                "threshold", Shape.number(), alert -> alert.what().change().threshold());
        fields.required("because", Shape.listOf(Shape.text()), AlertShapes::because);
    });

    private static final Shape<AlertList.KeptBack> KEPT_BACK = Output.object("kept-back-alert", fields -> {
        fields.required("customer", Shape.text(), kept -> kept.alert().customerId());
        fields.required("cause", Shape.text(), kept -> kept.alert().cause());
        fields.required("on", Shape.date(), kept -> kept.alert().on());
        fields.required("reason", Shape.text(), kept -> word(kept.reason()));
        fields.required("detail", Shape.text(), AlertList.KeptBack::detail);
    });

    private static final Shape<LeadFigure> FIGURE = Output.object("lead-figure", fields -> {
        fields.optionalNumber(
                "falseAlertsWanted",
                figure -> figure.wanted() instanceof Wanted.FalseAlerts wanted
                        ? OptionalDouble.of(wanted.perOwnerAndMonth())
                        : OptionalDouble.empty());
        fields.optionalNumber(
                "runLengthWanted",
                figure -> figure.wanted() instanceof Wanted.RunLength wanted
                        ? OptionalDouble.of(wanted.periods())
                        : OptionalDouble.empty());
        fields.part(LeadFigure::evaluation, AlertShapes::declareEvaluation);
    });

    private static final Shape<WatchedBook.Gap> GAP = Output.object("gap", fields -> {
        fields.required("series", Shape.text(), WatchedBook.Gap::code);
        fields.required("from", Shape.date(), WatchedBook.Gap::from);
    });

    private AlertShapes() {}

    static void declareReport(OutputFields<EarlyWarningReport> fields) {
        fields.required("alerts", Shape.listOf(ALERT), report -> report.alerts().alerts());
        fields.required(
                "budgetPerOwnerAndWeek",
                Shape.integer(),
                report -> report.watched().policy().alerting().perOwnerAndWeek());
        fields.required("keptBackByReason", Output.mapOf(Shape.longInteger()), AlertShapes::keptBack);
        fields.required(
                "keptBack", Shape.listOf(KEPT_BACK), report -> report.alerts().keptBack());
        fields.required("leadFigures", Shape.listOf(FIGURE), EarlyWarningReport::leadFigures);
        fields.required("notWatchedByReason", Output.mapOf(Shape.longInteger()), AlertShapes::notWatched);
        fields.required("gaps", Shape.listOf(GAP), report -> report.watched().gaps());
    }

    private static void declareEvaluation(OutputFields<AlertEvaluation> fields) {
        fields.required("from", Shape.date(), evaluation -> evaluation.span().from());
        fields.required("until", Shape.date(), evaluation -> evaluation.span().until());
        fields.required(
                "horizonDays", Shape.integer(), evaluation -> evaluation.span().horizonDays());
        fields.required(
                "losses",
                Shape.integer(),
                evaluation -> evaluation.leads().size() + evaluation.missed().size());
        fields.required(
                "found", Shape.integer(), evaluation -> evaluation.leads().size());
        fields.optionalNumber("medianLeadDays", AlertEvaluation::medianLead);
        fields.optionalNumber("lowerQuarterLeadDays", evaluation -> evaluation.lead(LOWER_QUARTER));
        fields.optionalNumber("upperQuarterLeadDays", evaluation -> evaluation.lead(UPPER_QUARTER));
        fields.required("rightAlerts", Shape.longInteger(), AlertEvaluation::rightAlerts);
        fields.required(
                "falseAlerts",
                Shape.integer(),
                evaluation -> evaluation.falseAlerts().size());
        fields.required("openAlerts", Shape.longInteger(), AlertEvaluation::openAlerts);
        fields.optionalNumber("precision", AlertEvaluation::precision);
        fields.required("falseAlertsPerOwnerAndMonth", Shape.number(), AlertEvaluation::falseAlertsPerOwnerAndMonth);
    }

    private static OptionalDouble runLength(Alarm alarm) {
        return alarm.change().sureness() instanceof Sureness.RunLength length
                ? OptionalDouble.of(length.periods())
                : OptionalDouble.empty();
    }

    private static OptionalDouble posterior(Alarm alarm) {
        return alarm.change().sureness() instanceof Sureness.Posterior posterior
                ? OptionalDouble.of(posterior.probability())
                : OptionalDouble.empty();
    }

    private static List<String> because(Alert alert) {
        Explanation reasons = alert.reasons();
        return (reasons.parts().isEmpty() ? List.of(reasons) : reasons.parts())
                .stream().map(PlanJson.WORDS::line).toList();
    }

    private static Map<String, Long> keptBack(EarlyWarningReport report) {
        Map<String, Long> counts = new TreeMap<>();
        for (AlertList.Reason reason : AlertList.Reason.values()) {
            counts.put(word(reason), report.alerts().keptBack(reason));
        }
        return counts;
    }

    /** Reasons differ by numbers only where there is little history: those are one reason. */
    private static Map<String, Long> notWatched(EarlyWarningReport report) {
        Map<String, Long> counts = new TreeMap<>();
        for (WatchedBook.NotWatched one : report.watched().notWatched()) {
            String reason = one.reason().startsWith("has ") ? "too little history" : one.reason();
            counts.merge(one.code() + ": " + reason, 1L, Long::sum);
        }
        return counts;
    }

    private static String word(AlertList.Reason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
