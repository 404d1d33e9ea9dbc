package dev.rapport.engagement.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.model.BreakEven;
import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.RetentionExpectation;
import dev.rapport.engagement.model.SampleTeam;
import dev.rapport.engagement.model.SampleTeam.Line;
import dev.rapport.engagement.model.SegmentModel;
import dev.rapport.engagement.model.Triangle;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The cheapest choice against all choices, on random books; and prices that double. */
class EvaluationProperties {

    static final List<String> SEGMENTS = List.of("large", "mid", "small");
    private static final List<String> MODELS = List.of("a", "b", "c", "d");

    /** A random book, four random models, and what they are expected to keep. */
    static ModelEvaluation evaluation(long seed, int priceFactor) {
        Random random = new Random(seed);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(10); i++) {
            lines.add(new Line(
                    "c" + i,
                    SEGMENTS.get(random.nextInt(3)),
                    "EUR " + (long) random.nextInt(100_000) * priceFactor,
                    random.nextInt(1000)));
        }
        EngagementPolicy.Builder policy = EngagementPolicy.builder(
                SampleTeam.policy().build().header(),
                SampleTeam.policy().build().grossMargin(),
                new BigDecimal("0.5"));
        for (String model : MODELS) {
            policy.add(EngagementModel.builder()
                    .id(model)
                    .name(model)
                    .toolCostPerYear(Money.ofMajor(CurrencyUnit.EUR, (long) random.nextInt(500) * priceFactor))
                    .addTouchpoints(SampleTeam.plan("call", "" + random.nextInt(9), "0.5", "csm"))
                    .addTouchpoints(SampleTeam.plan("review", "" + random.nextInt(3), "2", "vp"))
                    .build());
        }
        SEGMENTS.forEach(segment -> policy.give(segment, MODELS.get(random.nextInt(4))));
        Economics economics = Economics.of(
                SampleTeam.book(lines), policy.build(), priced(priceFactor), RateTable.empty(CurrencyUnit.EUR));
        ModelEvaluation.Builder builder = ModelEvaluation.of(economics);
        for (String segment : SEGMENTS) {
            builder.target(segment, 0.6 + random.nextInt(4) / 10.0);
            for (String model : MODELS) {
                double low = random.nextInt(70) / 100.0;
                builder.expect(new RetentionExpectation(
                        new SegmentModel(segment, model),
                        new Triangle(low, Math.min(1, low + (1 - low) * random.nextDouble()), 1),
                        "random"));
            }
        }
        if (random.nextBoolean()) {
            builder.hours("csm", BigDecimal.valueOf(random.nextInt(40)));
            builder.hours("vp", BigDecimal.valueOf(random.nextInt(40)));
        }
        return builder.sureness(0.5 + random.nextInt(5) / 10.0).build();
    }

    private static Organisation priced(int factor) {
        Organisation plain = SampleTeam.organisation().build();
        Organisation.Builder builder = Organisation.builder(plain.header());
        plain.departments().forEach(builder::add);
        plain.roles().forEach(builder::add);
        plain.pools().forEach(builder::add);
        plain.members()
                .forEach(member -> builder.add(Member.builder()
                        .from(member)
                        .hourlyCost(member.hourlyCost().map(cost -> cost.multipliedBy(factor)))
                        .build()));
        return builder.build();
    }

    /** Every choice of one holding option a segment, within the hours of the case with this seed. */
    private static Optional<BigDecimal> cheapestByEnumeration(
            ModelEvaluation evaluation, Map<String, BigDecimal> hours) {
        List<Map<String, BigDecimal>> used = new ArrayList<>(List.of(Map.of()));
        List<BigDecimal> costs = new ArrayList<>(List.of(BigDecimal.ZERO));
        for (String segment : SEGMENTS) {
            if (evaluation.options(segment).isEmpty()) {
                continue;
            }
            List<Map<String, BigDecimal>> nextUsed = new ArrayList<>();
            List<BigDecimal> nextCosts = new ArrayList<>();
            for (int i = 0; i < costs.size(); i++) {
                for (ModelOption option : evaluation.options(segment)) {
                    if (option.holdsTarget()) {
                        Map<String, BigDecimal> with = new HashMap<>(used.get(i));
                        option.economics().capacityByRole().forEach((role, h) -> with.merge(role, h, BigDecimal::add));
                        nextUsed.add(with);
                        nextCosts.add(costs.get(i).add(option.cost()));
                    }
                }
            }
            used = nextUsed;
            costs = nextCosts;
        }
        Optional<BigDecimal> best = Optional.empty();
        for (int i = 0; i < costs.size(); i++) {
            Map<String, BigDecimal> with = used.get(i);
            boolean fits = hours.entrySet().stream()
                    .allMatch(role ->
                            with.getOrDefault(role.getKey(), BigDecimal.ZERO).compareTo(role.getValue()) <= 0);
            if (fits && (best.isEmpty() || costs.get(i).compareTo(best.get()) < 0)) {
                best = Optional.of(costs.get(i));
            }
        }
        return best;
    }

    @Property
    void cheapest_isTheCheapestOfAll(@ForAll long seed) {
        ModelEvaluation evaluation = evaluation(seed, 1);
        Optional<BigDecimal> expected = cheapestByEnumeration(evaluation, evaluation.hours());
        ModelChoice choice = evaluation.cheapest();
        if (choice instanceof ModelChoice.Chosen chosen) {
            assertThat(chosen.isProven()).isTrue();
            assertThat(chosen.cost()).isEqualByComparingTo(expected.orElseThrow());
            assertThat(chosen.options()).allMatch(ModelOption::holdsTarget);
        } else {
            assertThat(expected).isEmpty();
            assertThat(((ModelChoice.Infeasible) choice).reasons()).isNotEmpty();
        }
    }

    /** Both models leave as much, if the dearer one keeps as many points more. */
    @Property
    void breakEven_isOverTheNextCheaper_andLeavesAsMuch(@ForAll long seed) {
        ModelEvaluation evaluation = evaluation(seed, 1);
        for (String segment : SEGMENTS) {
            for (ModelOption option : evaluation.options(segment)) {
                Optional<BigDecimal> cheaper = evaluation.options(segment).stream()
                        .map(ModelOption::cost)
                        .filter(cost -> cost.compareTo(option.cost()) < 0)
                        .max(BigDecimal::compareTo);
                Optional<BreakEven> breakEven = option.economics().breakEven();
                assertThat(breakEven.isPresent()).isEqualTo(cheaper.isPresent());
                breakEven.ifPresent(found -> assertThat(found.extraCost())
                        .isEqualByComparingTo(option.cost().subtract(cheaper.orElseThrow())));
                breakEven.flatMap(BreakEven::points).ifPresent(points -> {
                    BigDecimal profit = option.economics().exactGrossProfit();
                    BigDecimal kept = new BigDecimal("0.7");
                    BigDecimal more = kept.add(points.movePointLeft(2));
                    assertThat(profit.multiply(more).subtract(option.cost()))
                            .isCloseTo(
                                    profit.multiply(kept).subtract(cheaper.orElseThrow()),
                                    within(new BigDecimal("1E-15")));
                });
            }
        }
    }

    @Property
    void doublePrices_doubleMargins_andNothingElse(@ForAll long seed) {
        ModelEvaluation once = evaluation(seed, 1);
        ModelEvaluation twice = evaluation(seed, 2);
        if (once.cheapest() instanceof ModelChoice.Chosen first
                && twice.cheapest() instanceof ModelChoice.Chosen second) {
            assertThat(second.cost()).isEqualByComparingTo(first.cost().multiply(BigDecimal.valueOf(2)));
            assertThat(second.options().stream().map(ModelOption::of).toList())
                    .isEqualTo(first.options().stream().map(ModelOption::of).toList());
            for (int i = 0; i < first.options().size(); i++) {
                assertThat(second.options().get(i).keptPerCost())
                        .isEqualTo(first.options().get(i).keptPerCost());
                assertThat(second.options().get(i).economics().capacityByRole())
                        .isEqualTo(first.options().get(i).economics().capacityByRole());
            }
            MarginForecast cheap = forecast(first);
            MarginForecast dear = forecast(second);
            assertThat(dear.expected()).isEqualTo(2 * cheap.expected());
            assertThat(dear.simulate(seed, 50).quantile(0.3))
                    .isCloseTo(2 * cheap.simulate(seed, 50).quantile(0.3), within(1e-6));
            assertThat(dear.tornado().stream().map(Swing::input).toList())
                    .isEqualTo(cheap.tornado().stream().map(Swing::input).toList());
        } else {
            assertThat(twice.cheapest()).isEqualTo(once.cheapest());
        }
    }

    private static MarginForecast forecast(ModelChoice.Chosen chosen) {
        return MarginForecast.of(chosen.options(), new Triangle(0.9, 1, 1.05), new Triangle(0.9, 1, 1.4));
    }
}
