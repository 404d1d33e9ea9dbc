package dev.rapport.engagement.capacity;

import dev.rapport.engagement.model.CostKind;
import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.NewCustomers;
import dev.rapport.engagement.model.OnboardingWork;
import dev.rapport.engagement.model.PlannedWork;
import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.engagement.model.TouchpointPlan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The hours that segments ask of roles month by month. Mutable while it is filled, then left alone. */
final class Demand {

    private final Months months;
    private final DecisionDays decisions;
    private final Map<String, List<Item>> byRole = new TreeMap<>();

    /** Hours of one kind for one segment. */
    private record Item(String segment, CostKind kind, List<BigDecimal> hours) {}

    Demand(Economics economics, Months months, DecisionDays decisions) {
        this.months = months;
        this.decisions = decisions;
        for (SegmentEconomics row : economics.segments()) {
            EngagementModel model = economics.policy().model(row.model()).orElseThrow();
            for (PlannedWork work : row.work()) {
                if (work.kind() != CostKind.ONBOARDING) {
                    BigDecimal[] hours = spread(row, work, model.capacityFactor());
                    add(work.role(), new Item(row.segment(), work.kind(), List.of(hours)));
                }
            }
            Optional<NewCustomers> stated = economics.policy().yearAhead().newCustomersOf(row.segment());
            for (OnboardingWork work : model.onboarding()) {
                BigDecimal come = stated.map(NewCustomers::perYear).orElse(BigDecimal.valueOf(row.newCustomers()));
                int[] weights = months.weights(stated.map(NewCustomers::months).orElse(List.of()));
                BigDecimal hours = come.multiply(work.hours()).multiply(model.capacityFactor());
                add(work.role(), new Item(row.segment(), CostKind.ONBOARDING, List.of(Months.spread(hours, weights))));
            }
        }
    }

    private BigDecimal[] spread(SegmentEconomics row, PlannedWork work, BigDecimal factor) {
        BigDecimal all = work.hours().multiply(factor);
        Optional<TouchpointPlan> touchpoint = work.touchpoint();
        if (touchpoint.isEmpty() || touchpoint.get().daysBeforeDecision().isEmpty()) {
            return Months.spread(
                    all, months.weights(touchpoint.map(TouchpointPlan::months).orElse(List.of())));
        }
        int[] deciding = decisions.customers(row.segment(), touchpoint.get(), months);
        BigDecimal each = touchpoint.get().hoursPerYear().multiply(factor);
        BigDecimal known =
                each.multiply(BigDecimal.valueOf(Arrays.stream(deciding).sum()));
        BigDecimal[] hours = Months.spread(all.subtract(known), months.weights(List.of()));
        Arrays.setAll(hours, month -> hours[month].add(each.multiply(BigDecimal.valueOf(deciding[month]))));
        return hours;
    }

    private void add(String role, Item item) {
        byRole.computeIfAbsent(role, absent -> new ArrayList<>()).add(item);
    }

    /** The roles of which hours are asked. */
    List<String> roles() {
        return byRole.keySet().stream()
                .filter(role ->
                        items(role).stream().anyMatch(item -> sum(item.hours()).signum() > 0))
                .toList();
    }

    /** By what they are for. */
    Map<CostKind, BigDecimal> of(String role, int month) {
        Map<CostKind, BigDecimal> hours = new EnumMap<>(CostKind.class);
        items(role).forEach(item -> hours.merge(item.kind(), item.hours().get(month), BigDecimal::add));
        return hours;
    }

    /** Of the whole year. */
    BigDecimal of(String role, String segment) {
        return items(role).stream()
                .filter(item -> item.segment().equals(segment))
                .map(item -> sum(item.hours()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of all roles. */
    List<BigDecimal> of(String segment) {
        BigDecimal[] all = new BigDecimal[Months.NUMBER];
        Arrays.fill(all, BigDecimal.ZERO);
        byRole.values()
                .forEach(items -> items.forEach(item -> {
                    if (item.segment().equals(segment)) {
                        Arrays.setAll(all, month -> all[month].add(item.hours().get(month)));
                    }
                }));
        return List.of(all);
    }

    private List<Item> items(String role) {
        return byRole.getOrDefault(role, List.of());
    }

    private static BigDecimal sum(List<BigDecimal> hours) {
        return hours.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
