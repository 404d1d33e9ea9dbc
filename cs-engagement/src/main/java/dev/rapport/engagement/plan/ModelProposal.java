package dev.rapport.engagement.plan;

import dev.rapport.engagement.evaluation.LifetimeValue;
import dev.rapport.engagement.evaluation.ModelChoice;
import dev.rapport.engagement.evaluation.ModelEvaluation;
import dev.rapport.engagement.evaluation.ModelOption;
import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.RetentionExpectation;
import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.engagement.plan.PlanRetention.SegmentRetention;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which engagement model each segment should get: the cheapest that holds the retention it is meant to hold, within the hours
 * that there are. Immutable.
 *
 * <p>What a segment keeps under the model that it has is what it kept in the last twelve months; what it would keep under
 * another is what the policy states, with its source. A segment without a target keeps its model, since nothing says that a
 * cheaper one would do, and so does one of which no known model holds the target; {@link #reasons()} name the latter. What
 * they take of the hours is taken off first.
 */
public final class ModelProposal {

    private final List<ModelOption> options;
    private final ModelChoice choice;
    private final List<String> reasons;
    private final Economics economics;
    private final Map<String, Double> growth;
    private final Optional<PlanLifetime> lifetime;

    private ModelProposal(List<ModelOption> options, ModelChoice choice, List<String> reasons, Basis basis) {
        this.options = List.copyOf(options);
        this.choice = choice;
        this.reasons = List.copyOf(reasons);
        this.economics = basis.economics();
        this.growth = growth(basis.retention());
        this.lifetime = basis.lifetime();
    }

    /** What of a plan a proposal rests on. */
    private record Basis(Economics economics, List<SegmentRetention> retention, Optional<PlanLifetime> lifetime) {}

    /**
     * The proposal of a plan.
     *
     * @param plan  the plan
     * @return the proposal; lacks what the plan's economics and retention lack, and the targets where the policy has none
     */
    public static Section<ModelProposal> of(Plan plan) {
        List<String> missing = Missing.ofBoth(plan.economics(), plan.retention());
        if (plan.economics().value().isEmpty() || plan.retention().value().isEmpty()) {
            return Section.lacking(missing);
        }
        Economics economics = plan.economics().value().get();
        if (economics.policy().retentionTargets().isEmpty()) {
            missing.add("retentionTarget of policy engagement-models");
        }
        missing.addAll(plan.lifetime().missing());
        Basis basis = new Basis(
                economics,
                plan.retention().value().get().segments(),
                plan.lifetime().value());
        SortedMap<String, BigDecimal> hours =
                plan.staff().map(Staff::hoursByRole).orElseGet(TreeMap::new);
        return new Section<>(Optional.of(of(basis, hours)), List.copyOf(missing));
    }

    /** What a unit of ARR that is kept grew to, by segment. */
    private static Map<String, Double> growth(List<SegmentRetention> retention) {
        Map<String, Double> growth = new HashMap<>();
        for (SegmentRetention segment : retention) {
            if (!segment.rates().isEmpty()) {
                double gross = segment.rates().get(0).gross().share().orElse(0);
                OptionalDouble net = segment.rates().get(0).net().share();
                if (gross > 0 && net.isPresent()) {
                    growth.put(segment.segment(), net.getAsDouble() / gross);
                }
            }
        }
        return growth;
    }

    private static List<RetentionExpectation> expectations(Economics economics, List<SegmentRetention> retention) {
        List<RetentionExpectation> expectations = new ArrayList<>();
        for (SegmentEconomics row : economics.segments()) {
            MarginOutlook.expectation(row, retention).ifPresent(expectations::add);
        }
        expectations.addAll(economics.policy().expectations());
        return expectations;
    }

    private static ModelProposal of(Basis basis, Map<String, BigDecimal> hours) {
        Economics economics = basis.economics();
        List<RetentionExpectation> expectations = expectations(economics, basis.retention());
        Map<String, BigDecimal> targets = economics.policy().retentionTargets();
        ModelEvaluation all = evaluation(economics, expectations).build();
        List<ModelOption> options = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        Set<String> settled = new HashSet<>();
        for (SegmentEconomics row : economics.segments()) {
            List<ModelOption> ofSegment = all.options(row.segment());
            boolean isHeld = ofSegment.stream().anyMatch(ModelOption::holdsTarget);
            options.addAll(ofSegment);
            if (!isHeld || !targets.containsKey(row.segment())) {
                settled.add(row.segment());
            }
            if (row.customers() > 0 && !isHeld && targets.containsKey(row.segment())) {
                reasons.add("of no model it is known that segment " + row.segment() + " keeps "
                        + targets.get(row.segment()).toPlainString() + " of its ARR under it");
            }
        }
        ModelEvaluation.Builder evaluation = evaluation(economics, expectations);
        settled.forEach(evaluation::without);
        free(economics, settled, hours).forEach(evaluation::hours);
        ModelChoice choice = evaluation.build().cheapest();
        if (choice instanceof ModelChoice.Infeasible infeasible) {
            reasons.addAll(infeasible.reasons());
        }
        return new ModelProposal(options, choice, reasons, basis);
    }

    private static ModelEvaluation.Builder evaluation(
            Economics economics, Collection<RetentionExpectation> expectations) {
        EngagementPolicy policy = economics.policy();
        ModelEvaluation.Builder evaluation = ModelEvaluation.of(economics);
        expectations.forEach(evaluation::expect);
        policy.retentionTargets().forEach((segment, share) -> evaluation.target(segment, share.doubleValue()));
        return evaluation;
    }

    /** The hours that are left when those of the segments which keep their models are taken off. */
    private static Map<String, BigDecimal> free(
            Economics economics, Set<String> settled, Map<String, BigDecimal> hours) {
        Map<String, BigDecimal> free = new TreeMap<>(hours);
        for (SegmentEconomics row : economics.segments()) {
            if (settled.contains(row.segment())) {
                row.capacityByRole()
                        .forEach((role, taken) -> free.computeIfPresent(
                                role, (same, left) -> left.subtract(taken).max(BigDecimal.ZERO)));
            }
        }
        return free;
    }

    /**
     * Every segment under every model of which it is known what it keeps.
     *
     * @return the options by segment, in the order of the policy, the cheapest first
     */
    public List<ModelOption> options() {
        return options;
    }

    /**
     * The model that a segment should get.
     *
     * @param segment  the id of a segment
     * @return the option; empty if the segment keeps its model for want of a target or of a model that holds it, or if the
     *     hours do not suffice for any choice
     */
    public Optional<ModelOption> proposed(String segment) {
        return proposed().stream()
                .filter(option -> option.of().segment().equals(segment))
                .findFirst();
    }

    /**
     * The models that the segments should get.
     *
     * @return one for each segment with a target that can be held, those whose cost buys most first
     */
    public List<ModelOption> proposed() {
        return choice instanceof ModelChoice.Chosen chosen ? chosen.options() : List.of();
    }

    /**
     * What a segment is expected to keep under a model with expansion.
     *
     * @param option  the segment under the model
     * @return the likeliest share of ARR, with as much growth of what is kept as in the last twelve months; empty where nothing
     *     was kept then
     */
    public OptionalDouble netRetention(ModelOption option) {
        Double factor = growth.get(option.of().segment());
        return factor == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(option.expectation().share().likely() * factor);
    }

    /**
     * What becomes of the book's retention if segments get the models that they should.
     *
     * @return the effect; empty if of some segment with ARR it is not known what it keeps under the model that it has
     */
    public Optional<RetentionEffect> retentionEffect() {
        double arr = 0;
        double[] sums = new double[2 * 2];
        for (SegmentEconomics row : economics.segments()) {
            double weight = row.arr().getAmount().doubleValue();
            Optional<ModelOption> own = option(row.segment(), row.model());
            if (weight > 0) {
                if (own.isEmpty() || netRetention(own.get()).isEmpty()) {
                    return Optional.empty();
                }
                ModelOption next = proposed(row.segment()).orElse(own.get());
                arr += weight;
                sums[0] += weight * own.get().expectation().share().likely();
                sums[1] += weight * netRetention(own.get()).getAsDouble();
                sums[2] += weight * next.expectation().share().likely();
                sums[3] += weight * netRetention(next).getAsDouble();
            }
        }
        return arr > 0
                ? Optional.of(new RetentionEffect(
                        new RetentionEffect.Rates(sums[0] / arr, sums[1] / arr),
                        new RetentionEffect.Rates(sums[2] / arr, sums[3] / arr)))
                : Optional.empty();
    }

    private Optional<ModelOption> option(String segment, String model) {
        return options.stream()
                .filter(option -> option.of().segment().equals(segment)
                        && option.of().model().equals(model))
                .findFirst();
    }

    /**
     * How long customers stay.
     *
     * @return the fitted model and what it was fitted to; empty where the plan lacks it
     */
    public Optional<PlanLifetime> lifetime() {
        return lifetime;
    }

    /**
     * What the customers of a segment are still worth under a model, capped and discounted.
     *
     * @param option  the segment under the model
     * @return the value; empty without a lifetime, or without customers with ARR
     */
    public Optional<LifetimeValue> lifetimeValue(ModelOption option) {
        return lifetime.flatMap(known -> known.values().of(option));
    }

    /**
     * Whether nothing cheaper exists.
     *
     * @return false if the search ended before all was looked at, or there is no choice
     */
    public boolean isProven() {
        return choice instanceof ModelChoice.Chosen chosen && chosen.isProven();
    }

    /**
     * What stands in the way of a better choice.
     *
     * @return clauses: segments whose target no known model holds, roles without the hours
     */
    public List<String> reasons() {
        return reasons;
    }
}
