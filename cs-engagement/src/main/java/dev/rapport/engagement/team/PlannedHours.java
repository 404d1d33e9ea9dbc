package dev.rapport.engagement.team;

import dev.rapport.engagement.coverage.PoolShares;
import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The hours of each kind that the models plan, for the whole team and for each member: added up by year, told by days. What
 * the models want nobody by name for is the work of a pool, or of those who hold the role, by their hours.
 */
final class PlannedHours {

    private static final String ONBOARDING = "onboarding";
    private static final BigDecimal DAYS_PER_YEAR = BigDecimal.valueOf(365);

    private final Organisation organisation;
    private final LocalDate date;
    private final PoolShares shares;
    private final BigDecimal days;
    private final Map<String, BigDecimal> ofAll = new TreeMap<>();
    private final Map<String, Map<String, BigDecimal>> ofMembers = new HashMap<>();
    private final Map<String, Map<String, BigDecimal>> ofPools = new TreeMap<>();
    private final Map<String, Map<String, BigDecimal>> ofRoles = new TreeMap<>();

    PlannedHours(Organisation organisation, LocalDate date, long days) {
        this.organisation = organisation;
        this.date = date;
        this.shares = new PoolShares(organisation, date);
        this.days = BigDecimal.valueOf(days);
    }

    void add(BookCustomer customer) {
        if (customer.model.isEmpty()) {
            return;
        }
        EngagementModel model = customer.model.get();
        Optional<String> stage = model.readsStages() ? customer.stage() : Optional.empty();
        model.touchpoints().stream()
                .filter(plan -> plan.isFor(stage))
                .forEach(plan -> add(customer, plan.role(), plan.kind(), plan.hoursPerYear()));
        if (customer.isNew()) {
            model.onboarding().forEach(work -> add(customer, work.role(), ONBOARDING, work.hours()));
        }
    }

    private void add(BookCustomer customer, String role, String kind, BigDecimal hours) {
        ofAll.merge(kind, hours, BigDecimal::add);
        List<String> people = customer.people(role);
        if (people.isEmpty()) {
            Optional<String> pool =
                    customer.model.flatMap(model -> model.ownerRule(role)).flatMap(OwnerRule::pool);
            pool.ifPresent(known -> give(ofPools, known, kind, hours));
            if (pool.isEmpty() && !asksForSomebody(customer, role)) {
                give(ofRoles, role, kind, hours);
            }
            return;
        }
        BigDecimal each =
                people.size() == 1 ? hours : hours.divide(BigDecimal.valueOf(people.size()), MathContext.DECIMAL64);
        people.forEach(member -> give(ofMembers, member, kind, each));
    }

    /** Where somebody should be named and nobody is, nobody does the work. */
    private static boolean asksForSomebody(BookCustomer customer, String role) {
        return customer.rules().stream().anyMatch(rule -> rule.role().equals(role) && rule.atLeast() > 0);
    }

    private static void give(Map<String, Map<String, BigDecimal>> hours, String whom, String kind, BigDecimal more) {
        hours.computeIfAbsent(whom, absent -> new TreeMap<>()).merge(kind, more, BigDecimal::add);
    }

    List<KindDrift> against(Map<String, BigDecimal> spent) {
        return drift(ofAll, spent);
    }

    List<KindDrift> against(String member, Map<String, BigDecimal> spent) {
        Map<String, BigDecimal> own = new TreeMap<>(ofMembers.getOrDefault(member, Map.of()));
        ofPools.forEach((pool, kinds) -> kinds.forEach((kind, hours) -> {
            BigDecimal part = shares.of(pool, hours).get(member);
            if (part != null) {
                own.merge(kind, part, BigDecimal::add);
            }
        }));
        ofRoles.forEach((role, kinds) ->
                kinds.forEach((kind, hours) -> own.merge(kind, hours.multiply(partOf(role, member)), BigDecimal::add)));
        own.values().removeIf(hours -> hours.signum() == 0);
        return drift(own, spent);
    }

    /** The part of the role's hours that are the member's. */
    private BigDecimal partOf(String role, String member) {
        BigDecimal all = BigDecimal.ZERO;
        BigDecimal own = BigDecimal.ZERO;
        for (Member holder : organisation.holders(role, date)) {
            all = all.add(holder.hoursPerWeek());
            own = holder.id().equals(member) ? holder.hoursPerWeek() : own;
        }
        return all.signum() == 0 ? BigDecimal.ZERO : own.divide(all, MathContext.DECIMAL64);
    }

    private List<KindDrift> drift(Map<String, BigDecimal> planned, Map<String, BigDecimal> spent) {
        TreeSet<String> kinds = new TreeSet<>(planned.keySet());
        kinds.addAll(spent.keySet());
        List<KindDrift> drift = new ArrayList<>();
        for (String kind : kinds) {
            drift.add(new KindDrift(
                    kind,
                    planned.getOrDefault(kind, BigDecimal.ZERO)
                            .multiply(days)
                            .divide(DAYS_PER_YEAR, MathContext.DECIMAL64),
                    spent.getOrDefault(kind, BigDecimal.ZERO)));
        }
        return List.copyOf(drift);
    }
}
