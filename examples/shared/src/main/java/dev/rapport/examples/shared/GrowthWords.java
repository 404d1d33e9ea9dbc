package dev.rapport.examples.shared;

import dev.rapport.engagement.expansion.Opportunity;
import dev.rapport.engagement.forecast.ForecastSum;
import dev.rapport.engagement.plan.Plan;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What will be kept, and what could be offered, in a line each. */
final class GrowthWords {

    private GrowthWords() {}

    static Map<String, String> of(Plan plan) {
        Map<String, String> words = new LinkedHashMap<>();
        plan.forecast()
                .value()
                .filter(forecast -> !forecast.ahead().lines().isEmpty())
                .ifPresent(forecast -> {
                    ForecastSum total = forecast.ahead().total();
                    words.put(
                            "Forecast: ",
                            String.format(
                                    Locale.ROOT,
                                    "%s of them kept on average (%.0f %%), %s at worst, %s at best%s",
                                    SummaryText.compact(total.expected()),
                                    100 * total.gross().orElse(Double.NaN),
                                    SummaryText.compact(total.worst()),
                                    SummaryText.compact(total.best()),
                                    disagreements(
                                            forecast.ahead().disagreements().size())));
                });
        plan.callList()
                .value()
                .filter(list -> !list.calls().isEmpty())
                .ifPresent(list -> words.put(
                        "Call: ",
                        list.calls().get(0).sentence()
                                + (list.calls().size() == 1
                                        ? ""
                                        : " And " + (list.calls().size() - 1) + " more.")));
        plan.expansions().value().filter(report -> !report.lines().isEmpty()).ifPresent(report -> {
            long customers = report.lines().stream()
                    .map(Opportunity::customerId)
                    .distinct()
                    .count();
            words.put(
                    "Growth: ",
                    customers + (customers == 1 ? " customer" : " customers") + " could be offered more, "
                            + SummaryText.compact(report.arr()) + " a year if all were signed");
        });
        return words;
    }

    private static String disagreements(int count) {
        return count == 0 ? "" : "; people see " + count + " of them otherwise";
    }
}
