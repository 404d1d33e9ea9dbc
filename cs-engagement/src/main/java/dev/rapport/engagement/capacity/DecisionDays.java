package dev.rapport.engagement.capacity;

import dev.rapport.engagement.model.TouchpointPlan;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** On which days how many customers of each segment and stage decide. Mutable while it is counted, then left alone. */
final class DecisionDays {

    private final Map<String, Map<Optional<String>, Map<LocalDate, Integer>>> bySegment = new HashMap<>();

    void add(String segment, Optional<String> stage, LocalDate decision) {
        bySegment
                .computeIfAbsent(segment, absent -> new HashMap<>())
                .computeIfAbsent(stage, absent -> new TreeMap<>())
                .merge(decision, 1, Integer::sum);
    }

    /**
     * How many customers of a segment get the touchpoints of a decision in each month. What should have been done before the
     * first month falls into it, as long as the decision is still to come.
     */
    int[] customers(String segment, TouchpointPlan plan, Months months) {
        int[] customers = new int[Months.NUMBER];
        int before = plan.daysBeforeDecision().orElse(0);
        bySegment.getOrDefault(segment, Map.of()).forEach((stage, days) -> {
            if (plan.isFor(stage)) {
                days.forEach((decision, number) -> {
                    boolean isOver = decision.isBefore(months.from(0));
                    LocalDate due = decision.minusDays(before);
                    OptionalInt month = due.isBefore(months.from(0)) ? OptionalInt.of(0) : months.find(due);
                    if (!isOver && month.isPresent()) {
                        customers[month.getAsInt()] += number;
                    }
                });
            }
        });
        return customers;
    }
}
