package dev.rapport.health.validation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Looks back from each loss, date by date, for as long as the customer was warned of. */
final class LeadTimesRun {

    private final ValidationPolicy policy;
    private final Map<LocalDate, Double> thresholds = new HashMap<>();

    LeadTimesRun(ValidationPolicy policy) {
        this.policy = policy;
    }

    private record Relation(String customerId, int episode) {}

    LeadTimes of(List<Prediction> rows) {
        threshold(rows);
        Map<Relation, List<Prediction>> histories = new LinkedHashMap<>();
        for (Prediction row : rows) {
            if (row.observation().lostAfterDays()) {
                Relation relation =
                        new Relation(row.customerId(), row.observation().episode());
                histories.computeIfAbsent(relation, absent -> new ArrayList<>()).add(row);
            }
        }
        List<Double> days = new ArrayList<>();
        int missed = 0;
        double revenue = 0;
        double warnedRevenue = 0;
        for (List<Prediction> history : histories.values()) {
            double lead = lead(history);
            double arr = history.get(history.size() - 1).observation().arr().orElse(0);
            revenue += arr;
            if (lead > 0) {
                days.add(lead);
                warnedRevenue += arr;
            } else {
                missed++;
            }
        }
        return new LeadTimes(
                days, missed, revenue > 0 ? OptionalDouble.of(warnedRevenue / revenue) : OptionalDouble.empty());
    }

    private double lead(List<Prediction> history) {
        double lead = 0;
        for (int i = history.size() - 1; i >= 0 && isWarning(history.get(i)); i--) {
            lead = history.get(i).observation().days();
        }
        return lead;
    }

    private boolean isWarning(Prediction row) {
        if (row.risk().isEmpty()) {
            return false;
        }
        return row.band()
                .map(band -> !policy.bestBands().contains(band))
                .orElseGet(() -> row.rawRisk() >= thresholds.getOrDefault(row.date(), Double.POSITIVE_INFINITY));
    }

    /** At each date the risk of the last customer that there is time for. */
    private void threshold(List<Prediction> rows) {
        Map<LocalDate, List<Double>> risks = new HashMap<>();
        for (Prediction row : rows) {
            row.risk()
                    .ifPresent(risk -> risks.computeIfAbsent(row.date(), absent -> new ArrayList<>())
                            .add(risk));
        }
        risks.forEach((date, list) -> {
            List<Double> falling =
                    list.stream().sorted((a, b) -> Double.compare(b, a)).toList();
            int capacity = (int) Math.max(1, Math.round(policy.capacity() * falling.size()));
            thresholds.put(date, falling.get(Math.min(capacity, falling.size()) - 1));
        });
    }
}
