package dev.rapport.engagement.model;

import dev.rapport.model.internal.ValueStyle;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.immutables.value.Value;
import org.joda.money.Money;

/**
 * How customers are engaged: touchpoints with their hours and roles, onboarding, tools, and who has to be there for them.
 * Immutable; workload, capacity, cost and coverage all follow from this one definition.
 */
@Value.Immutable
@ValueStyle
public interface EngagementModel {

    /**
     * The id that segments refer to.
     *
     * @return the id
     */
    String id();

    /**
     * What it is called: high-touch, tech-touch, pooled.
     *
     * @return the name
     */
    String name();

    /**
     * What every customer gets in a year.
     *
     * @return the touchpoints
     */
    List<TouchpointPlan> touchpoints();

    /**
     * What a new customer gets once, in the first year.
     *
     * @return the work of each role
     */
    List<OnboardingWork> onboarding();

    /**
     * What tools cost for one customer and year.
     *
     * @return the cost, at least 0
     */
    Money toolCostPerYear();

    /**
     * How many hours of capacity one planned hour takes: above 1 where planned hours leave out what cannot be planned.
     * It counts for capacity and load; the cost per hour already holds what an hour for customers costs.
     *
     * @return the factor, at least 1
     */
    @Value.Default
    default BigDecimal capacityFactor() {
        return BigDecimal.ONE;
    }

    /**
     * Who has to look after a customer.
     *
     * @return a rule for each role that counts
     */
    List<OwnerRule> owners();

    /**
     * The human help that customers get on named triggers, beside what every one gets.
     *
     * @return the rules; empty for a model without
     */
    List<FlexRule> flex();

    /**
     * Who looks after the customers in our place.
     *
     * @return what the partner gets and does; empty where we look after them ourselves
     */
    Optional<PartnerTerms> partner();

    /**
     * The rule for a role.
     *
     * @param role  the id of a role
     * @return the rule, empty if nobody has to be there in that role
     */
    default Optional<OwnerRule> ownerRule(String role) {
        return owners().stream().filter(rule -> rule.role().equals(role)).findFirst();
    }

    /**
     * The hours that a customer gets in a year from each role, onboarding apart.
     *
     * @return exactly the sum of the planned touchpoints of all stages, by role
     */
    default SortedMap<String, BigDecimal> hoursPerYear() {
        SortedMap<String, BigDecimal> hours = new TreeMap<>();
        touchpoints().forEach(plan -> hours.merge(plan.role(), plan.hoursPerYear(), BigDecimal::add));
        return hours;
    }

    /**
     * The hours that onboarding a customer takes from each role.
     *
     * @return the sum of the onboarding work, by role
     */
    default SortedMap<String, BigDecimal> onboardingHours() {
        SortedMap<String, BigDecimal> hours = new TreeMap<>();
        onboarding().forEach(work -> hours.merge(work.role(), work.hours(), BigDecimal::add));
        return hours;
    }

    /**
     * The capacity that one customer takes from a role in a year.
     *
     * @param role  the id of a role
     * @param isNew  whether onboarding falls into the year
     * @param stage  where the customer stands in the life cycle; empty if that is not known
     * @return the planned hours times the capacity factor
     */
    default BigDecimal capacityPerYear(String role, boolean isNew, Optional<String> stage) {
        BigDecimal hours = touchpoints().stream()
                .filter(plan -> plan.role().equals(role) && plan.isFor(stage))
                .map(TouchpointPlan::hoursPerYear)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal once = isNew ? onboardingHours().getOrDefault(role, BigDecimal.ZERO) : BigDecimal.ZERO;
        return hours.add(once).multiply(capacityFactor());
    }

    /**
     * Says whether what customers get depends on where they stand in the life cycle.
     *
     * @return true if some touchpoints are for some stages alone
     */
    default boolean readsStages() {
        return touchpoints().stream().anyMatch(plan -> !plan.stages().isEmpty());
    }

    /**
     * Starts a model.
     *
     * @return a builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Fills a model. Not for use by several threads. */
    final class Builder extends ImmutableEngagementModel.Builder {
        Builder() {}
    }
}
