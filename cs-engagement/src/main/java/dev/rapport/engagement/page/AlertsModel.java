package dev.rapport.engagement.page;

import dev.rapport.engagement.plan.EarlyWarningReport;
import dev.rapport.health.warning.Alarm;
import dev.rapport.health.warning.Alert;
import dev.rapport.health.warning.AlertEvaluation;
import dev.rapport.health.warning.AlertList;
import dev.rapport.health.warning.change.Sureness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The alerts, each with what changed in plain words, and how well such alerts have foretold losses. */
final class AlertsModel {

    private static final int ALERTS = 12;
    private static final double DAYS_OF_YEAR = 365.25;
    private static final double MANY_YEARS = 1000;

    private final EarlyWarningReport report;
    private final CustomerLinks customers;

    AlertsModel(EarlyWarningReport report, CustomerLinks customers) {
        this.report = report;
        this.customers = customers;
    }

    Map<String, Object> fill() {
        List<Alert> alerts = report.alerts().alerts();
        List<Alert> top = alerts.subList(0, Math.min(ALERTS, alerts.size()));
        return Map.of(
                "hasRows", !top.isEmpty(),
                "rows", top.stream().map(this::row).toList(),
                "notes", notes(alerts.size() - top.size()));
    }

    private Map<String, Object> row(Alert alert) {
        Map<String, Object> row = customers.row(alert.customerId());
        row.put("what", alert.signs().stream().map(AlertsModel::words).toList());
        row.put("since", alert.since().toString());
        row.put("on", alert.on().toString());
        row.put("surely", surely(alert.sureness(), alert.what()));
        row.put("worth", alert.worth().value().map(Text::money).orElse("unknown"));
        row.put("owner", alert.owner().orElse("nobody"));
        return row;
    }

    /** Such as: usage 34 % below the usual 1,180 a week. */
    private static Map<String, String> words(Alarm alarm) {
        String name = Text.words(alarm.where().code())
                + (alarm.where().part().isEmpty() ? "" : " of " + alarm.where().part());
        String way = alarm.change().falls() ? " below " : " above ";
        String grain = " a " + Text.words(alarm.grain());
        String text = name + " " + Text.percent(Math.abs(alarm.change().deviation())) + way + "the usual "
                + usual(alarm.change().usual()) + grain;
        return Map.of("text", text, "title", "since " + alarm.since() + ", found on " + alarm.on());
    }

    private static String surely(Sureness sureness, Alarm alarm) {
        if (sureness instanceof Sureness.Posterior posterior) {
            return Text.percentExactly(posterior.probability()) + " likely";
        }
        double years = ((Sureness.RunLength) sureness).periods() * days(alarm) / DAYS_OF_YEAR;
        return years >= MANY_YEARS
                ? "once in more than " + Text.grouped(MANY_YEARS) + " years"
                : years < 2
                        ? "once in " + Text.grouped(Math.rint(years * 12)) + " months"
                        : "once in " + Text.grouped(Math.rint(years)) + " years";
    }

    private static double days(Alarm alarm) {
        return switch (alarm.grain()) {
            case DAY -> 1;
            case WEEK -> 7;
        };
    }

    /** Nobody needs the hundredths of a thousand. */
    private static String usual(double number) {
        return number >= 10 ? Text.grouped(Math.rint(number)) : Text.number(number);
    }

    private List<String> notes(int more) {
        List<String> notes = new ArrayList<>();
        if (more > 0) {
            notes.add(PlanModel.rest(more, "more alerts"));
        }
        long overBudget = report.alerts().keptBack(AlertList.Reason.OVER_BUDGET);
        long coolingOff = report.alerts().keptBack(AlertList.Reason.COOLING_OFF);
        if (overBudget > 0) {
            notes.add(Text.count(overBudget, "further alert is", "further alerts are")
                    + " held back, of less value: nobody gets more than "
                    + report.watched().policy().alerting().perOwnerAndWeek() + " a week.");
        }
        if (coolingOff > 0) {
            notes.add(Text.count(coolingOff, "further alert is", "further alerts are")
                    + " not repeated: its owner was told of the same lately.");
        }
        if (!report.leadFigures().isEmpty()) {
            notes.add(measured(report.leadFigures().get(0).evaluation()));
        }
        return notes;
    }

    private static String measured(AlertEvaluation evaluation) {
        int losses = evaluation.leads().size() + evaluation.missed().size();
        if (losses == 0) {
            return "Since " + evaluation.span().from() + " nobody was lost whom alerts could have foretold.";
        }
        String lead = evaluation.medianLead().isPresent()
                ? ", in half of these by "
                        + Text.grouped(Math.rint(evaluation.medianLead().getAsDouble())) + " days or more"
                : "";
        return "How good such alerts are: since " + evaluation.span().from() + " they came before "
                + evaluation.leads().size() + " of " + Text.count(losses, "loss", "losses") + lead
                + ". An owner got " + Text.number(evaluation.falseAlertsPerOwnerAndMonth())
                + " a month that no loss followed.";
    }
}
