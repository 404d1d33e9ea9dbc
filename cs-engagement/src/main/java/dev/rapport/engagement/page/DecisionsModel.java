package dev.rapport.engagement.page;

import dev.rapport.engagement.milestone.DecisionAhead;
import dev.rapport.engagement.milestone.DecisionsAhead;
import dev.rapport.engagement.page.Chart.Group;
import dev.rapport.engagement.page.Chart.Series;
import dev.rapport.engagement.plan.CustomerLine;
import dev.rapport.engagement.plan.Plan;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What must be decided: the months with what is safe and what is at risk in them, and the next contracts. */
final class DecisionsModel {

    private static final int DECISIONS = 40;
    private static final int LEAVING = 10;

    private final Plan plan;
    private final CustomerLinks customers;

    DecisionsModel(Plan plan, CustomerLinks customers) {
        this.plan = plan;
        this.customers = customers;
    }

    Map<String, Object> fill(DecisionsAhead decisions) {
        List<Map<String, Object>> rows =
                decisions.ahead().stream().limit(DECISIONS).map(this::row).toList();
        List<String> notes = new ArrayList<>();
        notes.add(PlanModel.rest(decisions.ahead().size() - rows.size(), "further decisions"));
        notes.add(PlanModel.rest(decisions.renewingSilently().size(), "contracts of healthy customers renew silently"));
        notes.add(PlanModel.rest(decisions.leaving().size() - LEAVING, "more have given notice"));
        notes.removeIf(String::isEmpty);
        Map<String, Object> model = new HashMap<>();
        model.put("days", Text.grouped(decisions.days()));
        model.put("missed", decisions.missed().stream().map(this::row).toList());
        model.put(
                "leaving",
                decisions.leaving().stream().limit(LEAVING).map(this::row).toList());
        model.put("hasRows", !rows.isEmpty());
        model.put("rows", rows);
        model.put("notes", notes);
        return model;
    }

    private Map<String, Object> row(DecisionAhead decision) {
        Map<String, Object> row = customers.row(decision.customerId());
        row.put("date", decision.date().toString());
        row.put("days", Text.grouped(decision.daysLeft()));
        row.put("kind", Text.words(decision.kind()));
        row.put("arr", decision.arr().map(Text::money).orElse("unknown"));
        row.put("reason", decision.reason());
        return row;
    }

    /** Every month of the horizon if anything is decided in it, those without a decision too; the best band is safe, the others are at risk. */
    String chart(DecisionsAhead decisions) {
        if (decisions.ahead().isEmpty()) {
            return "";
        }
        BandStyles styles = customers.styles();
        List<String> bands = new ArrayList<>(styles.codes());
        Collections.reverse(bands);
        List<Series> series = new ArrayList<>();
        for (String band : bands) {
            series.add(new Series((styles.isBest(band) ? "safe: " : "at risk: ") + band, styles.of(band)));
        }
        series.add(new Series("not known", "unknown"));
        Map<YearMonth, Double[]> months = new TreeMap<>();
        YearMonth last = YearMonth.from(plan.date().plusDays(decisions.days()));
        for (YearMonth month = YearMonth.from(plan.date().plusDays(1));
                !month.isAfter(last);
                month = month.plusMonths(1)) {
            months.put(month, zeros(series.size()));
        }
        for (DecisionAhead decision : decisions.ahead()) {
            int band = customers
                    .find(decision.customerId())
                    .map(CustomerLine::health)
                    .map(health -> bands.indexOf(health.band()))
                    .orElse(-1);
            Double[] sums = months.computeIfAbsent(YearMonth.from(decision.date()), absent -> zeros(series.size()));
            sums[band < 0 ? bands.size() : band] +=
                    decision.arr().map(PlanModel::size).orElse(0.0);
        }
        List<Group> groups = new ArrayList<>();
        months.forEach((month, sums) -> groups.add(new Group(month.toString(), List.of(sums))));
        return new Chart("ARR by month of decision, in " + plan.currency(), series, Text::compact).columns(groups);
    }

    private static Double[] zeros(int size) {
        Double[] zeros = new Double[size];
        Arrays.fill(zeros, 0.0);
        return zeros;
    }
}
