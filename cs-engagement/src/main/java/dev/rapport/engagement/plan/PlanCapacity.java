package dev.rapport.engagement.plan;

import dev.rapport.engagement.capacity.CapacityYear;
import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.model.derived.StandardAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether there are enough hours for what the engagement models ask: of each role over the year and month by month. Immutable.
 *
 * @param roles  the hours of a year
 * @param year  the months
 */
public record PlanCapacity(List<RoleGap> roles, CapacityYear year) {

    /**
     * Copies the roles.
     *
     * @param roles  the hours of a year
     * @param year  the months
     */
    public PlanCapacity {
        roles = List.copyOf(roles);
    }

    /**
     * The capacity of a plan.
     *
     * @param plan  the plan
     * @return the capacity; lacks what the plan's economics lack, and the decisions where work before them is planned
     */
    public static Section<PlanCapacity> of(Plan plan) {
        Section<List<RoleGap>> gaps = RoleGap.of(plan);
        if (gaps.value().isEmpty()) {
            return Section.lacking(gaps.missing());
        }
        Economics economics = plan.economics().value().orElseThrow();
        List<String> missing = new ArrayList<>(gaps.missing());
        boolean readsDecisions = economics.policy().models().stream()
                .flatMap(model -> model.touchpoints().stream())
                .anyMatch(touchpoint -> touchpoint.daysBeforeDecision().isPresent());
        boolean knowsDecisions = plan.book().provides().attributes().contains(StandardAttributes.DECISION_NEXT_DATE);
        if (readsDecisions && !knowsDecisions) {
            missing.add("attribute " + StandardAttributes.DECISION_NEXT_DATE);
        }
        CapacityYear.Builder year =
                CapacityYear.of(economics, plan.staff().orElseThrow().organisation(), plan.date());
        if (readsDecisions) {
            addDecisions(plan, economics.policy(), year);
        }
        return new Section<>(Optional.of(new PlanCapacity(gaps.value().get(), year.build())), List.copyOf(missing));
    }

    private static void addDecisions(Plan plan, EngagementPolicy policy, CapacityYear.Builder year) {
        boolean readsStages = policy.models().stream().anyMatch(EngagementModel::readsStages);
        for (CustomerLine line : plan.customers()) {
            Optional<LocalDate> decision = line.nextDecision();
            if (decision.isPresent() && line.segment().isPresent()) {
                Optional<String> stage = readsStages
                        ? plan.book()
                                .find(line.customerId())
                                .flatMap(view -> view.find(StandardAttributes.STAGE_CURRENT))
                        : Optional.empty();
                year.add(line.segment().get(), stage, decision.get());
            }
        }
    }
}
