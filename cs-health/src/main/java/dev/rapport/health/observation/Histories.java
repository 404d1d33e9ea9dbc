package dev.rapport.health.observation;

import dev.rapport.health.survival.SurvivalData;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Cuts the histories of customers into pieces at the dates of their observations. */
final class Histories {

    private Histories() {}

    private record Relation(String customerId, int episode) {}

    static SurvivalData of(List<Observation> rows) {
        Map<Relation, LocalDate> first = new HashMap<>();
        Map<Relation, LocalDate> next = new HashMap<>();
        rows.forEach(row -> first.merge(relation(row), row.date(), (a, b) -> a.isBefore(b) ? a : b));
        double[] start = new double[rows.size()];
        double[] stop = new double[rows.size()];
        boolean[] event = new boolean[rows.size()];
        // From the last date back, so that the next piece is known
        for (int i = rows.size() - 1; i >= 0; i--) {
            Observation row = rows.get(i);
            Relation relation = relation(row);
            LocalDate following = next.put(relation, row.date());
            start[i] = ChronoUnit.DAYS.between(first.getOrDefault(relation, row.date()), row.date());
            double days = row.days();
            double toNext =
                    following == null ? Double.POSITIVE_INFINITY : ChronoUnit.DAYS.between(row.date(), following);
            stop[i] = start[i] + Math.min(days, toNext);
            event[i] = row.lostAfterDays() && days < toNext;
        }
        return SurvivalData.between(start, stop, event)
                .clusters(rows.stream().map(Observation::customerId).toList());
    }

    private static Relation relation(Observation row) {
        return new Relation(row.customerId(), row.episode());
    }
}
