package dev.rapport.examples.coveragestudy;

import dev.rapport.engagement.evaluation.MarginForecast;
import dev.rapport.engagement.evaluation.MarginRange;
import dev.rapport.engagement.evaluation.ModelOption;
import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.engagement.model.Triangle;
import dev.rapport.engagement.plan.ModelProposal;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Section;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** A segment under the model it has and under another one, and what differs. Amounts are a year's, in major units. */
final class WhatIf {

    /** What the simulation begins with, and how many years it has. */
    private static final long SEED = 1;

    private static final int YEARS = 10_000;
    private static final double BAD = 0.05;
    private static final double GOOD = 0.95;

    private final Plan plan;
    private final Side now;
    private final Side then;
    private final List<RoleShift> roles;

    private WhatIf(Plan plan, Side now, Side then, List<RoleShift> roles) {
        this.plan = plan;
        this.now = now;
        this.then = then;
        this.roles = roles;
    }

    /** Whether the other model leaves more. */
    enum Answer {
        PAYS,
        DOES_NOT_PAY,
        CANNOT_TELL
    }

    /**
     * A segment under one model.
     *
     * @param economics  what it costs, takes and earns
     * @param option  the same with what it is expected to keep; empty if that or the cost is not known
     */
    record Side(SegmentEconomics economics, Optional<ModelOption> option) {

        private static Side of(SegmentEconomics economics, List<ModelOption> options) {
            return new Side(
                    economics,
                    options.stream()
                            .filter(option -> option.of().segment().equals(economics.segment())
                                    && option.of().model().equals(economics.model()))
                            .findFirst());
        }

        /** The mean share of ARR that is kept. */
        OptionalDouble kept() {
            return option.isEmpty()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(option.get().expectation().share().mean());
        }

        /** What is left of the gross profit when customers have gone and success is paid. */
        Optional<MarginForecast> forecast() {
            return option.map(one -> MarginForecast.of(List.of(one), Triangle.exactly(1), Triangle.exactly(1)));
        }

        /** A bad, an ordinary and a good year: of twenty, one is worse than the first, one better than the last. */
        Optional<List<Double>> range() {
            return forecast().map(forecast -> quantiles(forecast.simulate(SEED, YEARS)));
        }
    }

    /** A segment and a model of the policy. */
    static WhatIf of(Plan plan, Economics economics, String segment, String model) {
        SegmentEconomics now = economics.segments().stream()
                .filter(row -> row.segment().equals(segment))
                .findFirst()
                .orElseThrow();
        SegmentEconomics then = economics.whatIf(segment, model).orElseThrow();
        Section<ModelProposal> proposal = ModelProposal.of(plan);
        List<ModelOption> options = proposal.value().map(ModelProposal::options).orElse(List.of());
        Set<String> names = new TreeSet<>(economics.capacityByRole().keySet());
        names.addAll(then.capacityByRole().keySet());
        List<RoleShift> roles = new ArrayList<>();
        for (String role : names) {
            RoleShift shift = RoleShift.of(
                    role,
                    economics.capacityByRole().getOrDefault(role, BigDecimal.ZERO),
                    then.capacityByRole()
                            .getOrDefault(role, BigDecimal.ZERO)
                            .subtract(now.capacityByRole().getOrDefault(role, BigDecimal.ZERO)),
                    plan);
            if (shift.now().signum() > 0 || shift.then().signum() > 0) {
                roles.add(shift);
            }
        }
        return new WhatIf(plan, Side.of(now, options), Side.of(then, options), List.copyOf(roles));
    }

    Plan plan() {
        return plan;
    }

    Side now() {
        return now;
    }

    Side then() {
        return then;
    }

    /** The hours of every role that some segment needs. */
    List<RoleShift> roles() {
        return roles;
    }

    private static List<Double> quantiles(MarginRange range) {
        return List.of(range.quantile(BAD), range.quantile(0.5), range.quantile(GOOD));
    }

    /** What the other model costs more, below 0 if it costs less; empty if some of the cost is not known. */
    Optional<BigDecimal> extraCost() {
        return then.economics()
                .exactCostToServe()
                .flatMap(later -> now.economics().exactCostToServe().map(later::subtract));
    }

    /** How many percentage points of ARR more the other model must keep; below 0 those that it may lose. */
    OptionalDouble breakEvenPoints() {
        double profit = now.economics().exactGrossProfit().doubleValue();
        return extraCost().isEmpty() || profit <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100 * extraCost().get().doubleValue() / profit);
    }

    /** The share of ARR at which the other model leaves as much as the present one is expected to. */
    OptionalDouble neededShare() {
        return now.kept().isEmpty() || breakEvenPoints().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(now.kept().getAsDouble() + breakEvenPoints().getAsDouble() / 100);
    }

    /** What the other model is expected to leave more. */
    OptionalDouble expectedGain() {
        return now.forecast().isEmpty() || then.forecast().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        then.forecast().get().expected() - now.forecast().get().expected());
    }

    /** The same in a bad, an ordinary and a good year. */
    Optional<List<Double>> gainRange() {
        return gain().map(WhatIf::quantiles);
    }

    /** The share of years in which the other model leaves at least as much. */
    OptionalDouble chanceOfGain() {
        Optional<MarginRange> gain = gain();
        return gain.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(gain.get().probabilityOf(0));
    }

    private Optional<MarginRange> gain() {
        return then.forecast()
                .flatMap(later -> now.forecast().map(present -> later.simulateBeyond(present, SEED, YEARS)));
    }

    /** Whether the other model pays: as surely as nineteen years of twenty, or whatever it keeps. */
    Answer answer() {
        Optional<List<Double>> range = gainRange();
        if (range.isPresent()) {
            return range.get().get(0) > 0
                    ? Answer.PAYS
                    : range.get().get(2) < 0 ? Answer.DOES_NOT_PAY : Answer.CANNOT_TELL;
        }
        if (neededShare().isPresent() && neededShare().getAsDouble() > 1) {
            return Answer.DOES_NOT_PAY;
        }
        return neededShare().isPresent() && neededShare().getAsDouble() <= 0 ? Answer.PAYS : Answer.CANNOT_TELL;
    }
}
