package dev.rapport.engagement.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.model.SampleTeam.Line;
import dev.rapport.model.book.Book;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Economics reconcile, on random books, teams and models. */
class EconomicsProperties {

    private static final RateTable EURO = RateTable.empty(CurrencyUnit.EUR);
    private static final List<String> SEGMENTS = List.of("large", "mid", "small", "tiny");

    /** A random case in which every price is multiplied by a factor. */
    private record Case(List<Line> lines, EngagementPolicy policy, Organisation organisation) {

        static Case random(long seed, int factor) {
            Random random = new Random(seed);
            List<Line> lines = new ArrayList<>();
            int customers = random.nextInt(60);
            for (int i = 0; i < customers; i++) {
                BigDecimal arr =
                        BigDecimal.valueOf(random.nextInt(10_000_000), 2).multiply(BigDecimal.valueOf(factor));
                lines.add(new Line(
                        "c" + i,
                        SEGMENTS.get(random.nextInt(SEGMENTS.size())),
                        "EUR " + arr.toPlainString(),
                        random.nextInt(1000)));
            }
            EngagementPolicy.Builder policy = EngagementPolicy.builder(
                    SampleTeam.policy().build().header(),
                    new GrossMargin(BigDecimal.valueOf(500 + random.nextInt(500), 3), "random"),
                    BigDecimal.valueOf(random.nextInt(900), 3));
            for (int m = 0; m < 3; m++) {
                policy.add(model("model" + m, random, factor));
            }
            SEGMENTS.forEach(segment -> policy.give(segment, "model" + random.nextInt(3)));
            return new Case(lines, policy.build(), organisation(random, factor));
        }

        private static EngagementModel model(String id, Random random, int factor) {
            EngagementModel.Builder model = EngagementModel.builder()
                    .id(id)
                    .name(id)
                    .capacityFactor(BigDecimal.valueOf(100 + random.nextInt(50), 2))
                    .toolCostPerYear(money(random.nextInt(50_000), factor));
            for (int t = 0; t < 1 + random.nextInt(4); t++) {
                model.addTouchpoints(TouchpointPlan.builder()
                        .kind("kind" + t)
                        .timesPerYear(BigDecimal.valueOf(random.nextInt(500), 1))
                        .hoursEach(BigDecimal.valueOf(random.nextInt(400), 3))
                        .role(random.nextBoolean() ? "csm" : "vp")
                        .build());
            }
            return model.addOnboarding(new OnboardingWork("onboarding", BigDecimal.valueOf(random.nextInt(2000), 2)))
                    .build();
        }

        private static Organisation organisation(Random random, int factor) {
            Organisation plain = SampleTeam.organisation().build();
            Organisation.Builder priced = Organisation.builder(plain.header());
            plain.departments().forEach(priced::add);
            plain.roles().forEach(priced::add);
            plain.pools().forEach(priced::add);
            for (Member member : plain.members()) {
                priced.add(Member.builder()
                        .from(member)
                        .hourlyCost(money(2000 + random.nextInt(10_000), factor))
                        .build());
            }
            return priced.build();
        }

        private static Money money(int cents, int factor) {
            return Money.of(CurrencyUnit.EUR, BigDecimal.valueOf(cents, 2)).multipliedBy(factor);
        }

        Economics economics() {
            return Economics.of(SampleTeam.book(lines), policy, organisation, EURO);
        }
    }

    @Property(tries = 150)
    void segments_sumToTheBook_toTheCent(@ForAll long seed) {
        Economics economics = Case.random(seed, 1).economics();

        BigDecimal exactCost = BigDecimal.ZERO;
        BigDecimal exactProfit = BigDecimal.ZERO;
        for (SegmentEconomics segment : economics.segments()) {
            exactCost = exactCost.add(segment.exactCostToServe().orElseThrow());
            exactProfit = exactProfit.add(segment.exactGrossProfit());
            assertThat(segment.costToServe()
                            .orElseThrow()
                            .getAmount()
                            .subtract(segment.exactCostToServe().orElseThrow())
                            .abs())
                    .isLessThan(new BigDecimal("0.01"));
        }
        assertThat(economics.costToServe()).contains(Money.of(CurrencyUnit.EUR, exactCost, RoundingMode.HALF_EVEN));
        assertThat(economics.grossProfit()).contains(Money.of(CurrencyUnit.EUR, exactProfit, RoundingMode.HALF_EVEN));
        assertThat(economics.margin())
                .contains(economics
                        .grossProfit()
                        .orElseThrow()
                        .minus(economics.costToServe().orElseThrow()));
    }

    @Property(tries = 100)
    void hoursAndCost_areTheSumOverCustomersAndTouchpoints_oneByOne(@ForAll long seed) {
        Case random = Case.random(seed, 1);
        Economics economics = random.economics();
        RoleRates rates = RoleRates.of(random.organisation(), SampleTeam.TODAY, CurrencyUnit.EUR, EURO);

        BigDecimal hours = BigDecimal.ZERO;
        BigDecimal cost = BigDecimal.ZERO;
        for (Line line : random.lines()) {
            EngagementModel model = random.policy().modelOf(line.segment()).orElseThrow();
            for (TouchpointPlan plan : model.touchpoints()) {
                hours = hours.add(plan.timesPerYear().multiply(plan.hoursEach()));
                cost = cost.add(plan.timesPerYear()
                        .multiply(plan.hoursEach())
                        .multiply(rates.find(plan.role()).orElseThrow()));
            }
            if (line.ageInDays() < 365) {
                for (OnboardingWork work : model.onboarding()) {
                    hours = hours.add(work.hours());
                    cost = cost.add(
                            work.hours().multiply(rates.find(work.role()).orElseThrow()));
                }
            }
            cost = cost.add(model.toolCostPerYear().getAmount());
        }
        BigDecimal exactCost = economics.segments().stream()
                .map(segment -> segment.exactCostToServe().orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(economics.hoursPerYear()).isEqualByComparingTo(hours);
        assertThat(economics.hoursByRole().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(hours);
        assertThat(exactCost).isEqualByComparingTo(cost);
    }

    @Property(tries = 100)
    void doublingEveryPrice_doublesAmounts_andNothingElse(@ForAll long seed) {
        List<SegmentEconomics> once = Case.random(seed, 1).economics().segments();
        List<SegmentEconomics> twice = Case.random(seed, 2).economics().segments();

        BigDecimal two = BigDecimal.valueOf(2);
        for (int i = 0; i < once.size(); i++) {
            SegmentEconomics one = once.get(i);
            SegmentEconomics other = twice.get(i);
            assertThat(other.arr()).isEqualTo(one.arr().multipliedBy(2));
            assertThat(other.exactGrossProfit())
                    .isEqualByComparingTo(one.exactGrossProfit().multiply(two));
            // a mean hourly cost has 34 digits, so that the last one may differ
            assertThat(other.exactCostToServe().orElseThrow())
                    .isCloseTo(one.exactCostToServe().orElseThrow().multiply(two), within(new BigDecimal("1E-24")));
            assertThat(other.customers()).isEqualTo(one.customers());
            assertThat(other.hoursByRole()).isEqualTo(one.hoursByRole());
            assertThat(other.capacityByRole()).isEqualTo(one.capacityByRole());
            assertThat(other.verdict()).isEqualTo(one.verdict());
            assertThat(other.verdictReason()).isEqualTo(one.verdictReason());
            assertThat(other.marginShare()).isEqualTo(one.marginShare());
            assertThat(other.costShare()).isEqualTo(one.costShare());
            assertThat(other.breakEven().map(BreakEven::cheaperModel))
                    .isEqualTo(one.breakEven().map(BreakEven::cheaperModel));
            assertThat(other.breakEven().flatMap(BreakEven::points).map(EconomicsProperties::rounded))
                    .isEqualTo(one.breakEven().flatMap(BreakEven::points).map(EconomicsProperties::rounded));
        }
    }

    @Property(tries = 50)
    void result_doesNotDependOnTheOrderOfCustomers(@ForAll long seed) {
        Case random = Case.random(seed, 1);
        List<Line> shuffled = new ArrayList<>(random.lines());
        Collections.shuffle(shuffled, new Random(seed));

        Book other = SampleTeam.book(shuffled);

        assertThat(Economics.of(other, random.policy(), random.organisation(), EURO)
                        .segments())
                .usingRecursiveComparison()
                .ignoringFields("marginReasons", "hoursReasons")
                .isEqualTo(random.economics().segments());
    }

    @Property(tries = 200)
    void breakEven_invertsExactly(@ForAll long seed) {
        Random random = new Random(seed);
        BigDecimal points = BigDecimal.valueOf(1 + random.nextInt(100_000), 3);
        BigDecimal marginPerPoint = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 4);

        BreakEven breakEven = new BreakEven("cheaper", points.multiply(marginPerPoint), marginPerPoint);

        assertThat(breakEven.points())
                .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(points));
        assertThat(breakEven.gain(points)).isEqualByComparingTo(breakEven.extraCost());
        assertThat(breakEven.isReachedBy(points)).isTrue();
        assertThat(breakEven.isReachedBy(points.subtract(new BigDecimal("1E-20"))))
                .isFalse();
    }

    @Property(tries = 200)
    void cents_sumToTheRoundedSum_andMoveNobodyByACent(@ForAll long seed) {
        Random random = new Random(seed);
        List<BigDecimal> amounts = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(12); i++) {
            amounts.add(BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, 5));
        }

        List<Money> cents = Cents.apportion(amounts, CurrencyUnit.EUR);

        BigDecimal exact = amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(cents.stream().reduce(Money::plus))
                .contains(Money.of(CurrencyUnit.EUR, exact, RoundingMode.HALF_EVEN));
        for (int i = 0; i < amounts.size(); i++) {
            assertThat(cents.get(i).getAmount().subtract(amounts.get(i)).abs()).isLessThan(new BigDecimal("0.01"));
        }
    }

    private static BigDecimal rounded(BigDecimal points) {
        return points.setScale(20, RoundingMode.HALF_EVEN);
    }
}
