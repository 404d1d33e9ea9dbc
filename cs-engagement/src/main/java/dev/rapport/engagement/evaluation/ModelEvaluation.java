package dev.rapport.engagement.evaluation;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.RetentionExpectation;
import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.engagement.model.SegmentModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;

/**
 * Every segment under every model of which it is known what it costs and what it keeps, and the cheapest choice. Immutable.
 *
 * <pre>{@code
 * ModelEvaluation evaluation = ModelEvaluation.of(economics)
 *         .expect(new RetentionExpectation(new SegmentModel("small", "tech-touch"), new Triangle(.78, .82, .85), "2025"))
 *         .expect(new RetentionExpectation(new SegmentModel("small", "pooled"), new Triangle(.84, .88, .9), "pilot"))
 *         .target("small", 0.85)
 *         .hours("csm", new BigDecimal("6200"))
 *         .build();
 * ModelChoice choice = evaluation.cheapest();
 * }</pre>
 */
public final class ModelEvaluation {

    /** So many choices are looked at before the search ends without proof; never reached by ten segments and six models. */
    private static final int STEPS = 5_000_000;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Map<String, List<ModelOption>> options;
    private final Map<String, Double> targets;
    private final Map<String, BigDecimal> hours;
    private final List<String> unpriced;
    private final double sureness;

    private ModelEvaluation(Builder builder) {
        this.targets = new TreeMap<>(builder.targets);
        this.hours = new TreeMap<>(builder.hours);
        this.sureness = builder.sureness;
        this.options = new LinkedHashMap<>();
        this.unpriced = new ArrayList<>();
        for (SegmentEconomics row : builder.economics.segments()) {
            if (row.customers() > 0 && !builder.leftOut.contains(row.segment())) {
                options.put(row.segment(), new ArrayList<>());
            }
        }
        builder.expectations.values().forEach(expectation -> add(expectation, builder.economics));
        options.replaceAll((segment, ofSegment) -> byCost(ofSegment));
    }

    private void add(RetentionExpectation expectation, Economics economics) {
        SegmentModel of = expectation.of();
        List<ModelOption> ofSegment = options.get(of.segment());
        Optional<SegmentEconomics> priced = economics.whatIf(of.segment(), of.model());
        if (priced.isEmpty()) {
            throw new IllegalArgumentException("segment (" + of.segment() + ") and model (" + of.model()
                    + ") must be of the policy.\nMaybe one of them is spelt otherwise.");
        }
        if (ofSegment != null) {
            if (priced.get().exactCostToServe().isEmpty()) {
                unpriced.add(of.segment() + " under " + of.model() + ": "
                        + String.join("; ", priced.get().notes()));
            } else {
                ofSegment.add(new ModelOption(priced.get(), expectation, holds(expectation), OptionalDouble.empty()));
            }
        }
    }

    private boolean holds(RetentionExpectation expectation) {
        return expectation.share().quantile(1 - sureness)
                >= target(expectation.of().segment());
    }

    private double target(String segment) {
        return targets.getOrDefault(segment, 0.0);
    }

    private static List<ModelOption> byCost(List<ModelOption> options) {
        List<ModelOption> sorted = new ArrayList<>(options);
        sorted.sort(Comparator.comparing(ModelOption::cost)
                .thenComparing(option -> option.of().model()));
        for (int i = 1; i < sorted.size(); i++) {
            sorted.set(i, sorted.get(i).over(sorted.get(i - 1)));
        }
        return List.copyOf(sorted);
    }

    /**
     * Begins an evaluation.
     *
     * @param economics  the segments and models, priced
     * @return a builder without expectations
     */
    public static Builder of(Economics economics) {
        return new Builder(requireNonNull(economics, "economics"));
    }

    /**
     * The models of a segment that are priced and of which it is known what they keep.
     *
     * @param segment  the id of a segment
     * @return the cheapest first; empty if the segment has no customer or nothing is known
     */
    public List<ModelOption> options(String segment) {
        return options.getOrDefault(segment, List.of());
    }

    /**
     * What was left out because its cost is not known.
     *
     * @return the segment, the model and what is missing
     */
    public List<String> unpriced() {
        return List.copyOf(unpriced);
    }

    /** The hours that there are, by role. */
    Map<String, BigDecimal> hours() {
        return hours;
    }

    /**
     * The cheapest models that hold the target of every segment that has customers, within the hours of each role.
     *
     * <p>Formula: the least sum of costs over all choices of one model a segment, each of which holds its target, whose hours
     * (with capacity factors and onboarding) do not exceed those given of any role; a role without hours given is not
     * limited. Units: major units and hours a year. Edges: without segments nothing is chosen and that is proven; of choices
     * at the same cost the one whose models come first by cost and id, in the order of the segments. Algorithm: depth first
     * with a lower bound, exact as all its numbers are; it ends without proof after five million steps.
     *
     * @return the choice, or what stands in the way
     */
    public ModelChoice cheapest() {
        List<String> reasons = new ArrayList<>();
        List<List<ModelOption>> holding = new ArrayList<>();
        options.forEach((segment, ofSegment) -> {
            List<ModelOption> found =
                    ofSegment.stream().filter(ModelOption::holdsTarget).toList();
            holding.add(found);
            if (found.isEmpty()) {
                reasons.add(notHeld(segment, ofSegment));
            }
        });
        if (!reasons.isEmpty()) {
            return new ModelChoice.Infeasible(reasons);
        }
        CheapestSearch search = new CheapestSearch(holding, hours, STEPS);
        search.run();
        return search.best()
                .<ModelChoice>map(best -> new ModelChoice.Chosen(byEffect(best), search.isProven()))
                .orElseGet(() -> new ModelChoice.Infeasible(shortRoles(search)));
    }

    private String notHeld(String segment, List<ModelOption> ofSegment) {
        String target = percent(target(segment));
        return ofSegment.stream()
                .max(Comparator.comparingDouble(this::surely))
                .map(best -> "no model holds " + target + " of segment " + segment + ": the best, "
                        + best.of().model() + ", " + percent(surely(best)))
                .orElse("of no model it is known what it costs and keeps in segment " + segment);
    }

    private double surely(ModelOption option) {
        return option.expectation().share().quantile(1 - sureness);
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share)
                        .multiply(HUNDRED)
                        .setScale(1, RoundingMode.FLOOR)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    private List<String> shortRoles(CheapestSearch search) {
        List<String> reasons = new ArrayList<>();
        search.leastHours().forEach((role, least) -> {
            BigDecimal there = hours.getOrDefault(role, least);
            if (least.compareTo(there) > 0) {
                reasons.add("role " + role + " has " + there.toPlainString()
                        + " hours a year, and the models that hold the" + " targets take at least "
                        + least.stripTrailingZeros().toPlainString());
            }
        });
        if (reasons.isEmpty()) {
            reasons.add("the hours of " + String.join(", ", hours.keySet()) + " do not suffice together");
        }
        return reasons;
    }

    private static List<ModelOption> byEffect(List<ModelOption> chosen) {
        List<ModelOption> sorted = new ArrayList<>(chosen);
        sorted.sort(Comparator.comparingDouble(
                        (ModelOption option) -> -option.keptPerCost().orElse(Double.POSITIVE_INFINITY))
                .thenComparing(option -> option.of().segment()));
        return sorted;
    }

    /** Gathers what is expected. Mutable, for one thread. */
    public static final class Builder {

        private final Economics economics;
        private final Map<SegmentModel, RetentionExpectation> expectations = new LinkedHashMap<>();
        private final Map<String, Double> targets = new LinkedHashMap<>();
        private final Map<String, BigDecimal> hours = new LinkedHashMap<>();
        private final Set<String> leftOut = new HashSet<>();
        private double sureness = 0.5;

        private Builder(Economics economics) {
            this.economics = economics;
        }

        /**
         * Adds what a segment is expected to keep under a model.
         *
         * @param expectation  the share of ARR, one for each segment and model
         * @return this builder
         */
        public Builder expect(RetentionExpectation expectation) {
            if (expectations.put(expectation.of(), expectation) != null) {
                throw new IllegalArgumentException(
                        "expectation of segment (" + expectation.of().segment() + ") under "
                                + expectation.of().model() + " must come once.");
            }
            return this;
        }

        /**
         * Sets the share of ARR that a segment must keep; without one anything will do.
         *
         * @param segment  the id of the segment
         * @param share  from 0 to 1
         * @return this builder
         */
        public Builder target(String segment, double share) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "share (" + share + ") of segment (" + segment + ") must be from 0 to 1.\nMaybe 0.9 for 90 %.");
            }
            targets.put(segment, share);
            return this;
        }

        /**
         * Sets the hours that there are of a role; a role without is not limited.
         *
         * @param role  the id of the role
         * @param perYear  the hours, at least 0
         * @return this builder
         */
        public Builder hours(String role, BigDecimal perYear) {
            if (perYear.signum() < 0) {
                throw new IllegalArgumentException(
                        "perYear (" + perYear.toPlainString() + ") of role (" + role + ") must be at least 0.");
            }
            hours.put(role, perYear);
            return this;
        }

        /**
         * Sets how surely a target must be held; without, as surely as not.
         *
         * @param share  the probability, from 0.5 to 1
         * @return this builder
         */
        public Builder sureness(double share) {
            if (!(share >= 0.5 && share <= 1)) {
                throw new IllegalArgumentException("share (" + share + ") must be from 0.5 to 1.");
            }
            sureness = share;
            return this;
        }

        /**
         * Leaves a segment out of the choice, such as one of which nothing is known.
         *
         * @param segment  the id of the segment
         * @return this builder
         */
        public Builder without(String segment) {
            leftOut.add(requireNonNull(segment, "segment"));
            return this;
        }

        /**
         * Makes the evaluation.
         *
         * @return the evaluation
         * @throws IllegalArgumentException if an expectation is of a segment or model that the policy does not have
         */
        public ModelEvaluation build() {
            return new ModelEvaluation(this);
        }
    }
}
