package dev.rapport.engagement.model;

import dev.rapport.model.decision.Explanation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Prices models for segments and judges them. */
final class SegmentEvaluation {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final EngagementPolicy policy;
    private final Prices prices;
    private final FlexHours flex;

    SegmentEvaluation(EngagementPolicy policy, Prices prices, Map<String, SegmentFacts> facts) {
        this.policy = policy;
        this.prices = prices;
        this.flex = new FlexHours(policy, facts);
    }

    /** All segments, rounded so that they sum to the cent. */
    List<SegmentEconomics> all(List<SegmentModel> rows, Map<String, SegmentFacts> facts) {
        List<PricedModel> priced = new ArrayList<>();
        List<BigDecimal> profits = new ArrayList<>();
        List<BigDecimal> costs = new ArrayList<>();
        List<SegmentFacts> of = new ArrayList<>();
        for (SegmentModel row : rows) {
            SegmentFacts found = facts.get(row.segment());
            if (found != null) {
                PricedModel model = price(policy.model(row.model()).orElseThrow(), found);
                of.add(found);
                priced.add(model);
                profits.add(grossProfit(found));
                costs.add(model.missing().isEmpty() ? model.knownCost() : BigDecimal.ZERO);
            }
        }
        List<SegmentEconomics> all = new ArrayList<>();
        if (!of.isEmpty()) {
            CurrencyUnit currency = of.get(0).currency;
            List<Money> roundedProfits = Cents.apportion(profits, currency);
            List<Money> roundedCosts = Cents.apportion(costs, currency);
            for (int i = 0; i < of.size(); i++) {
                all.add(judge(of.get(i), priced.get(i), roundedProfits.get(i), roundedCosts.get(i)));
            }
        }
        return List.copyOf(all);
    }

    /** One segment under one model, rounded by itself. */
    SegmentEconomics one(SegmentFacts facts, EngagementModel model) {
        PricedModel priced = price(model, facts);
        return judge(
                facts,
                priced,
                Cents.round(grossProfit(facts), facts.currency),
                Cents.round(priced.knownCost(), facts.currency));
    }

    private PricedModel price(EngagementModel model, SegmentFacts facts) {
        return new PricedModel(model, facts, prices).with(flex).with(policy.sponsorship());
    }

    private BigDecimal grossProfit(SegmentFacts facts) {
        return facts.arr.multiply(policy.grossMargin().share());
    }

    private SegmentEconomics judge(SegmentFacts facts, PricedModel priced, Money grossProfit, Money cost) {
        List<String> missing = priced.missing();
        Optional<BigDecimal> exactCost = missing.isEmpty() ? Optional.of(priced.knownCost()) : Optional.empty();
        Judgement judgement = verdict(facts, priced, missing);
        SortedMap<String, BigDecimal> capacity = new TreeMap<>(priced.hoursByRole());
        capacity.replaceAll((role, hours) -> hours.multiply(priced.model().capacityFactor()));
        return new SegmentEconomics.Builder()
                .segment(facts.segment)
                .model(priced.model().id())
                .customers(facts.customers)
                .newCustomers(facts.newCustomers)
                .customersWithoutArr(facts.withoutArr)
                .arr(facts.arrMoney())
                .hoursPerYear(priced.hours())
                .hoursByRole(priced.hoursByRole())
                .work(priced.work())
                .capacityByRole(capacity)
                .costToServe(exactCost.map(known -> cost))
                .exactCostToServe(exactCost)
                .costByKind(exactCost.isPresent() ? byKind(priced, cost) : Map.of())
                .grossProfit(grossProfit)
                .exactGrossProfit(grossProfit(facts))
                .breakEven(exactCost.flatMap(known -> breakEven(facts, priced.model(), known)))
                .verdict(judgement.verdict())
                .verdictReason(judgement.reason())
                .hoursReasons(priced.hoursReasons())
                .marginReasons(marginReasons(facts, priced))
                .notes(notes(facts, priced, missing))
                .build();
    }

    /** The cost by what it is for, rounded so that it sums to what is shown. */
    private static Map<CostKind, Money> byKind(PricedModel priced, Money cost) {
        Map<CostKind, BigDecimal> exact = priced.knownCostByKind();
        List<Money> rounded = Cents.apportion(List.copyOf(exact.values()), cost);
        Map<CostKind, Money> costs = new LinkedHashMap<>();
        int at = 0;
        for (CostKind kind : exact.keySet()) {
            costs.put(kind, rounded.get(at++));
        }
        return costs;
    }

    private Explanation marginReasons(SegmentFacts facts, PricedModel priced) {
        GrossMargin margin = policy.grossMargin();
        Explanation profit = Explanation.stated(
                "gross-profit",
                grossProfit(facts).doubleValue(),
                "ARR of " + facts.arrMoney() + " at a gross margin of " + percent(margin.share()) + " ("
                        + margin.source() + ")");
        return Explanation.sumOf("margin." + facts.segment, List.of(profit, priced.costReasons()));
    }

    private static List<String> notes(SegmentFacts facts, PricedModel priced, List<String> missing) {
        List<String> notes = new ArrayList<>(missing);
        if (facts.withoutArr > 0) {
            notes.add(facts.withoutArr + " of " + facts.customers + " customers have no ARR that is known");
        }
        if (facts.ofUnknownAge > 0 && !priced.model().onboarding().isEmpty()) {
            notes.add("the age of " + facts.ofUnknownAge + " of " + facts.customers
                    + " customers is not known; they count as not new, without onboarding");
        }
        if (facts.ofUnknownStage > 0 && priced.model().readsStages()) {
            notes.add("the stage of " + facts.ofUnknownStage + " of " + facts.customers
                    + " customers is not known; touchpoints for some stages do not count for them");
        }
        return notes;
    }

    private record Judgement(Verdict verdict, String reason) {}

    /**
     * The known ARR and cost are lower bounds. With all costs known, the known margin share is a lower bound of the true
     * one (more ARR only raises it), so that reaching the target is certain; with all ARR known it is an upper bound.
     */
    private Judgement verdict(SegmentFacts facts, PricedModel priced, List<String> missing) {
        if (facts.customers == 0) {
            return new Judgement(Verdict.CANNOT_TELL, "the segment has no customer");
        }
        BigDecimal remains = grossProfit(facts).subtract(priced.knownCost());
        BigDecimal target = facts.arr.multiply(policy.targetMargin());
        boolean reached = facts.arr.signum() > 0 && remains.compareTo(target) >= 0;
        boolean arrKnown = facts.withoutArr == 0;
        boolean costKnown = missing.isEmpty();
        String share = facts.arr.signum() == 0
                ? "costs remain without ARR"
                : percent(remains.divide(facts.arr, MathContext.DECIMAL64)) + " of ARR remain after customer success";
        String against = ", the target is " + percent(policy.targetMargin());
        if (arrKnown && costKnown) {
            return new Judgement(reached ? Verdict.PAYS : Verdict.DOES_NOT_PAY, share + against);
        }
        if (reached && costKnown) {
            return new Judgement(Verdict.PAYS, "at least " + share + against);
        }
        if (!reached && arrKnown) {
            return new Judgement(Verdict.DOES_NOT_PAY, "at most " + share + against);
        }
        String unknown = costKnown
                ? facts.withoutArr + " of " + facts.customers + " customers have no ARR that is known"
                : String.join("; ", missing);
        return new Judgement(Verdict.CANNOT_TELL, unknown);
    }

    private Optional<BreakEven> breakEven(SegmentFacts facts, EngagementModel model, BigDecimal cost) {
        BigDecimal marginPerPoint = grossProfit(facts).divide(HUNDRED);
        return policy.models().stream()
                .filter(other -> !other.id().equals(model.id()))
                .map(other -> price(other, facts))
                .filter(other -> other.missing().isEmpty() && other.knownCost().compareTo(cost) < 0)
                .max(Comparator.comparing(PricedModel::knownCost)
                        .thenComparing(other -> other.model().id(), Comparator.reverseOrder()))
                .map(next -> new BreakEven(next.model().id(), cost.subtract(next.knownCost()), marginPerPoint));
    }

    private static String percent(BigDecimal share) {
        BigDecimal percent = share.multiply(HUNDRED).setScale(1, RoundingMode.HALF_EVEN);
        return (percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString()) + " %";
    }
}
