package dev.rapport.engagement.model;

import dev.rapport.model.decision.Explanation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One model for the customers of one segment: the exact hours and costs, line by line. */
final class PricedModel {

    private final EngagementModel model;
    private final SegmentFacts facts;
    private final RoleRates rates;
    private final Optional<BigDecimal> toolCost;
    private final List<Line> lines = new ArrayList<>();

    /** One kind of work for all customers of the segment. */
    private record Line(String code, String role, Share share) {}

    /** How many times how many hours. */
    private record Share(BigDecimal times, BigDecimal hoursEach, String what) {
        BigDecimal hours() {
            return times.multiply(hoursEach);
        }
    }

    PricedModel(EngagementModel model, SegmentFacts facts, RoleRates rates, Optional<BigDecimal> toolCost) {
        this.model = model;
        this.facts = facts;
        this.rates = rates;
        this.toolCost = toolCost;
        BigDecimal customers = BigDecimal.valueOf(facts.customers);
        for (TouchpointPlan plan : model.touchpoints()) {
            String what = facts.customers + " customers, " + plain(plan.timesPerYear()) + " times a year, "
                    + plain(plan.hoursEach()) + " h each";
            lines.add(new Line(
                    plan.kind(),
                    plan.role(),
                    new Share(customers.multiply(plan.timesPerYear()), plan.hoursEach(), what)));
        }
        BigDecimal newCustomers = BigDecimal.valueOf(facts.newCustomers);
        for (OnboardingWork work : model.onboarding()) {
            String what = facts.newCustomers + " new customers, " + plain(work.hours()) + " h each";
            lines.add(new Line("onboarding", work.role(), new Share(newCustomers, work.hours(), what)));
        }
    }

    EngagementModel model() {
        return model;
    }

    SortedMap<String, BigDecimal> hoursByRole() {
        SortedMap<String, BigDecimal> hours = new TreeMap<>();
        lines.forEach(line -> hours.merge(line.role(), line.share().hours(), BigDecimal::add));
        return hours;
    }

    BigDecimal hours() {
        return lines.stream().map(line -> line.share().hours()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The cost that is known: work whose rate is missing counts nothing. */
    BigDecimal knownCost() {
        BigDecimal cost = tools().orElse(BigDecimal.ZERO);
        for (Line line : lines) {
            cost = cost.add(cost(line).orElse(BigDecimal.ZERO));
        }
        return cost;
    }

    /** Why some of the cost is not known; empty if all is. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Line line : lines) {
            if (cost(line).isEmpty()) {
                String reason = rates.reason(line.role()).orElseThrow();
                if (!missing.contains(reason)) {
                    missing.add(reason);
                }
            }
        }
        if (tools().isEmpty()) {
            missing.add(noToolCost());
        }
        return missing;
    }

    private String noToolCost() {
        return "no exchange rate for the tools of " + model.id() + " (" + model.toolCostPerYear() + ")";
    }

    /** Work of no hours costs nothing, whatever its rate. */
    private Optional<BigDecimal> cost(Line line) {
        return line.share().hours().signum() == 0
                ? Optional.of(BigDecimal.ZERO)
                : rates.find(line.role()).map(line.share().hours()::multiply);
    }

    private Optional<BigDecimal> tools() {
        return facts.customers == 0
                ? Optional.of(BigDecimal.ZERO)
                : toolCost.map(BigDecimal.valueOf(facts.customers)::multiply);
    }

    Explanation hoursReasons() {
        List<Explanation> parts = new ArrayList<>();
        for (Line line : lines) {
            parts.add(Explanation.stated(
                    "hours." + line.code(),
                    line.share().hours().doubleValue(),
                    line.share().what() + " by " + line.role()));
        }
        return parts.isEmpty()
                ? Explanation.stated("hours", 0, "no work is planned")
                : Explanation.sumOf("hours", parts);
    }

    /** The cost as something that takes away from the margin: every value is negative or 0. */
    Explanation costReasons() {
        List<Explanation> parts = new ArrayList<>();
        for (Line line : lines) {
            Optional<BigDecimal> cost = cost(line);
            String rate = rates.find(line.role())
                    .map(each -> " at " + facts.currency + " " + plain(each) + " an hour of " + line.role())
                    .orElseGet(() -> "; " + rates.reason(line.role()).orElseThrow());
            parts.add(Explanation.stated(
                    "cost." + line.code(), negative(cost), line.share().what() + rate));
        }
        parts.add(Explanation.stated(
                "cost.tools",
                negative(tools()),
                tools().isPresent()
                        ? facts.customers + " customers at " + model.toolCostPerYear() + " a year"
                        : noToolCost()));
        return Explanation.sumOf("cost-to-serve", parts);
    }

    private static double negative(Optional<BigDecimal> cost) {
        return cost.map(amount -> amount.signum() == 0 ? 0.0 : -amount.doubleValue())
                .orElse(Double.NaN);
    }

    private static String plain(BigDecimal number) {
        BigDecimal rounded = number.scale() > 4 ? number.setScale(4, RoundingMode.HALF_EVEN) : number;
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
