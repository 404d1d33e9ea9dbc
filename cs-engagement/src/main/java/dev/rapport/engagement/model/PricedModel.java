package dev.rapport.engagement.model;

import dev.rapport.model.decision.Explanation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** One model for the customers of one segment: the exact hours and costs, line by line. */
final class PricedModel {

    private static final int DIGITS = 6;

    private final EngagementModel model;
    private final SegmentFacts facts;
    private final Prices prices;
    private final List<Line> lines = new ArrayList<>();

    /** One kind of work for all customers of the segment, and how its hours come about. */
    private record Line(String code, PlannedWork work, String what) {
        CostKind kind() {
            return work.kind();
        }

        BigDecimal hours() {
            return work.hours();
        }

        String role() {
            return work.role();
        }
    }

    PricedModel(EngagementModel model, SegmentFacts facts, Prices prices) {
        this.model = model;
        this.facts = facts;
        this.prices = prices;
        for (TouchpointPlan plan : model.touchpoints()) {
            int customers = facts.customersOf(plan);
            String what = customers + " customers"
                    + (plan.stages().isEmpty() ? "" : " in " + String.join(", ", plan.stages())) + ", "
                    + plain(plan.timesPerYear()) + " times a year, " + plain(plan.hoursEach()) + " h each";
            BigDecimal hours =
                    BigDecimal.valueOf(customers).multiply(plan.timesPerYear()).multiply(plan.hoursEach());
            PlannedWork work = work(CostKind.TOUCHPOINTS, plan.role(), hours)
                    .touchpoint(plan)
                    .build();
            lines.add(new Line(plan.kind(), work, what));
        }
        BigDecimal newCustomers = BigDecimal.valueOf(facts.newCustomers);
        for (OnboardingWork work : model.onboarding()) {
            String what = facts.newCustomers + " new customers, " + plain(work.hours()) + " h each";
            BigDecimal hours = newCustomers.multiply(work.hours());
            lines.add(new Line(
                    "onboarding", work(CostKind.ONBOARDING, work.role(), hours).build(), what));
        }
    }

    private static PlannedWork.Builder work(CostKind kind, String role, BigDecimal hours) {
        return new PlannedWork.Builder().kind(kind).role(role).hours(hours);
    }

    /** Sets aside the hours of the rules of help on a trigger. */
    PricedModel with(FlexHours flex) {
        for (FlexRule rule : model.flex()) {
            BigDecimal hours = flex.of(rule, model, facts);
            String what = plain(hours) + " of " + plain(rule.atMostHoursPerYear()) + " h a year set aside";
            lines.add(new Line(
                    "flex." + rule.id(), work(CostKind.FLEX, rule.role(), hours).build(), what));
        }
        return this;
    }

    /** Adds what sponsors have for the customers of the segment, shared among their roles by how many hold each. */
    PricedModel with(Optional<Sponsorship> sponsorship) {
        sponsorship
                .filter(rule -> rule.segments().contains(facts.segment)
                        && rule.hoursPerYear().signum() > 0)
                .ifPresent(this::addSponsors);
        return this;
    }

    private void addSponsors(Sponsorship rule) {
        List<String> roles = rule.roles().stream()
                .filter(role -> prices.rates().holders(role) > 0)
                .toList();
        roles = roles.isEmpty() ? rule.roles().subList(0, 1) : roles;
        int people =
                roles.stream().mapToInt(role -> prices.rates().holders(role)).sum();
        BigDecimal all = BigDecimal.valueOf(facts.customers).multiply(rule.hoursPerYear());
        BigDecimal rest = all;
        for (String role : roles) {
            boolean isLast = role.equals(roles.get(roles.size() - 1));
            BigDecimal hours = isLast
                    ? rest
                    : all.multiply(BigDecimal.valueOf(prices.rates().holders(role)))
                            .divide(BigDecimal.valueOf(people), DIGITS, RoundingMode.DOWN);
            rest = rest.subtract(hours);
            String what = plain(hours) + " of " + plain(all) + " h, " + facts.customers + " customers with a sponsor, "
                    + plain(rule.hoursPerYear()) + " h a year each";
            lines.add(new Line(
                    "sponsors." + role, work(CostKind.SPONSORS, role, hours).build(), what));
        }
    }

    EngagementModel model() {
        return model;
    }

    List<PlannedWork> work() {
        return lines.stream().map(Line::work).toList();
    }

    SortedMap<String, BigDecimal> hoursByRole() {
        SortedMap<String, BigDecimal> hours = new TreeMap<>();
        lines.forEach(line -> hours.merge(line.role(), line.hours(), BigDecimal::add));
        return hours;
    }

    BigDecimal hours() {
        return lines.stream().map(Line::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The cost that is known: work whose rate is missing counts nothing. */
    BigDecimal knownCost() {
        return knownCostByKind().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The same by what it is for. */
    Map<CostKind, BigDecimal> knownCostByKind() {
        Map<CostKind, BigDecimal> costs = new EnumMap<>(CostKind.class);
        lines.forEach(line -> costs.merge(line.kind(), cost(line).orElse(BigDecimal.ZERO), BigDecimal::add));
        tools().ifPresent(cost -> costs.put(CostKind.TOOLS, cost));
        model.partner().flatMap(this::partner).ifPresent(cost -> costs.put(CostKind.PARTNER, cost));
        return costs;
    }

    /** Why some of the cost is not known; empty if all is. */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        for (Line line : lines) {
            if (cost(line).isEmpty()) {
                String reason = prices.rates().reason(line.role()).orElseThrow();
                if (!missing.contains(reason)) {
                    missing.add(reason);
                }
            }
        }
        if (tools().isEmpty()) {
            missing.add(noToolCost());
        }
        model.partner().filter(terms -> partner(terms).isEmpty()).ifPresent(terms -> missing.add(noFee(terms)));
        return missing;
    }

    private String noToolCost() {
        return "no exchange rate for the tools of " + model.id() + " (" + model.toolCostPerYear() + ")";
    }

    private String noFee(PartnerTerms terms) {
        return "no exchange rate for the partner of " + model.id() + " ("
                + terms.feePerYear().orElseThrow() + ")";
    }

    /** Work of no hours costs nothing, whatever its rate. */
    private Optional<BigDecimal> cost(Line line) {
        return line.hours().signum() == 0
                ? Optional.of(BigDecimal.ZERO)
                : prices.rates().find(line.role()).map(line.hours()::multiply);
    }

    private Optional<BigDecimal> tools() {
        return ofAll(prices.tools(model));
    }

    private Optional<BigDecimal> partner(PartnerTerms terms) {
        return ofAll(prices.partnerFee(model)).map(fees -> fees.add(facts.arr.multiply(terms.shareOfArr())));
    }

    private Optional<BigDecimal> ofAll(Optional<BigDecimal> each) {
        return facts.customers == 0
                ? Optional.of(BigDecimal.ZERO)
                : each.map(BigDecimal.valueOf(facts.customers)::multiply);
    }

    Explanation hoursReasons() {
        List<Explanation> parts = new ArrayList<>();
        for (Line line : lines) {
            parts.add(Explanation.stated(
                    "hours." + line.code(), line.hours().doubleValue(), line.what() + " by " + line.role()));
        }
        return parts.isEmpty()
                ? Explanation.stated("hours", 0, "no work is planned")
                : Explanation.sumOf("hours", parts);
    }

    /** The cost as something that takes away from the margin: every value is negative or 0. */
    Explanation costReasons() {
        List<Explanation> parts = new ArrayList<>();
        for (Line line : lines) {
            String rate = prices.rates()
                    .find(line.role())
                    .map(each -> " at " + facts.currency + " " + plain(each) + " an hour of " + line.role())
                    .orElseGet(() -> "; " + prices.rates().reason(line.role()).orElseThrow());
            parts.add(Explanation.stated("cost." + line.code(), negative(cost(line)), line.what() + rate));
        }
        parts.add(Explanation.stated(
                "cost.tools",
                negative(tools()),
                tools().isPresent()
                        ? facts.customers + " customers at " + model.toolCostPerYear() + " a year"
                        : noToolCost()));
        model.partner().ifPresent(terms -> parts.add(partnerReasons(terms)));
        return Explanation.sumOf("cost-to-serve", parts);
    }

    private Explanation partnerReasons(PartnerTerms terms) {
        String what = plain(terms.shareOfArr()) + " of the ARR"
                + terms.feePerYear()
                        .map(fee -> ", " + facts.customers + " customers at " + fee + " a year")
                        .orElse("");
        return Explanation.stated(
                "cost.partner", negative(partner(terms)), partner(terms).isPresent() ? what : noFee(terms));
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
