package dev.rapport.engagement.page;

import dev.rapport.engagement.forecast.Commitment;
import dev.rapport.engagement.forecast.CommitmentLog;
import dev.rapport.engagement.forecast.ForecastLine;
import dev.rapport.engagement.forecast.ForecastSum;
import dev.rapport.engagement.forecast.RenewalForecast;
import dev.rapport.engagement.plan.PlanForecast;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What will be kept of what is decided, month by month, what people commit to, and where they disagree with it. */
final class ForecastModel {

    private static final int DISAGREEMENTS = 10;

    private final PlanForecast forecast;
    private final CustomerLinks customers;

    ForecastModel(PlanForecast forecast, CustomerLinks customers) {
        this.forecast = forecast;
        this.customers = customers;
    }

    Map<String, Object> fill() {
        RenewalForecast ahead = forecast.ahead();
        if (ahead.lines().isEmpty()) {
            return Map.of();
        }
        Map<String, Object> model = new HashMap<>();
        model.put("days", Text.grouped(ahead.days()));
        model.put("words", String.join(" ", ahead.words()));
        model.put(
                "months",
                ahead.months().stream()
                        .map(month -> row(month.month().toString(), month.sum()))
                        .toList());
        model.put("total", row("All", ahead.total()));
        List<ForecastLine> apart = ahead.disagreements();
        model.put("hasDisagreements", !apart.isEmpty());
        model.put(
                "disagreements",
                apart.stream().limit(DISAGREEMENTS).map(this::disagreement).toList());
        List<String> notes = new ArrayList<>();
        notes.add(PlanModel.rest(apart.size() - DISAGREEMENTS, "further disagreements"));
        notes.add(forecast.log().map(CommitmentLog::verdict).orElse(""));
        notes.removeIf(String::isEmpty);
        model.put("notes", notes);
        return model;
    }

    private static Map<String, Object> row(String name, ForecastSum sum) {
        Map<String, Object> row = new HashMap<>();
        row.put("name", name);
        row.put("decisions", Text.grouped(sum.decisions()));
        row.put("due", Text.money(sum.due()));
        row.put("worst", Text.money(sum.worst()));
        row.put("likely", Text.money(sum.likely()));
        row.put("best", Text.money(sum.best()));
        row.put("expected", Text.money(sum.expected()));
        row.put("kept", percent(sum.gross()));
        row.put(
                "committed",
                Text.money(sum.called()
                        .getOrDefault(Commitment.Call.COMMIT, sum.due().minus(sum.due()))));
        return row;
    }

    private Map<String, Object> disagreement(ForecastLine line) {
        Map<String, Object> row = customers.row(line.decision().customerId());
        row.put("arr", Text.money(line.due()));
        row.put("date", line.decision().date().toString());
        row.put(
                "call",
                line.commitment().flatMap(Commitment::call).map(Text::words).orElse(""));
        row.put("who", line.commitment().map(Commitment::owner).orElse(""));
        row.put("kept", Text.percent(line.kept()));
        return row;
    }

    private static String percent(OptionalDouble share) {
        return Text.percent(share.orElse(Double.NaN));
    }
}
