package dev.rapport.engagement.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.model.SampleTeam.Line;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.segmentation.condition.Condition;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Help on triggers, sponsors, partners and cadences by stage cost what they cost, on random books and models. */
class WholeCostProperties {

    private static final RateTable EURO = RateTable.empty(CurrencyUnit.EUR);
    private static final AttributeKey<String> STAGE = AttributeKey.text("stage.current");
    private static final List<String> SEGMENTS = List.of("large", "mid", "small", "tiny");
    private static final List<String> STAGES = List.of("onboarding", "adoption", "");

    /** A random case in which every price is multiplied by a factor. */
    private record Case(
            List<Line> lines, Map<String, String> stages, EngagementPolicy policy, Organisation organisation) {

        static Case random(long seed, int factor) {
            Random random = new Random(seed);
            List<Line> lines = new ArrayList<>();
            Map<String, String> stages = new HashMap<>();
            int customers = random.nextInt(40);
            for (int i = 0; i < customers; i++) {
                BigDecimal arr = BigDecimal.valueOf(random.nextInt(10_000_000), 2);
                lines.add(new Line(
                        "c" + i,
                        SEGMENTS.get(random.nextInt(SEGMENTS.size())),
                        "EUR " + arr.multiply(BigDecimal.valueOf(factor)).toPlainString(),
                        random.nextInt(1000)));
                String stage = STAGES.get(random.nextInt(STAGES.size()));
                if (!stage.isEmpty()) {
                    stages.put("c" + i, stage);
                }
            }
            EngagementPolicy.Builder policy = EngagementPolicy.builder(
                    SampleTeam.policy().build().header(),
                    new GrossMargin(new BigDecimal("0.8"), "random"),
                    new BigDecimal("0.5"));
            for (int m = 0; m < 3; m++) {
                policy.add(model("model" + m, random, factor));
            }
            SEGMENTS.forEach(segment -> policy.give(segment, "model" + random.nextInt(3)));
            if (random.nextBoolean()) {
                policy.sponsor(Sponsorship.builder()
                        .segments(SEGMENTS.subList(0, 1 + random.nextInt(SEGMENTS.size())))
                        .addRoles("vp", "csm", "onboarding")
                        .atMostEach(3)
                        .hoursPerYear(BigDecimal.valueOf(random.nextInt(300), 1))
                        .build());
            }
            return new Case(lines, stages, policy.build(), organisation(factor));
        }

        private static EngagementModel model(String id, Random random, int factor) {
            EngagementModel.Builder model =
                    EngagementModel.builder().id(id).name(id).toolCostPerYear(money(random.nextInt(50_000), factor));
            for (int t = 0; t < random.nextInt(4); t++) {
                TouchpointPlan.Builder plan = TouchpointPlan.builder()
                        .kind("kind" + t)
                        .timesPerYear(BigDecimal.valueOf(random.nextInt(500), 1))
                        .hoursEach(BigDecimal.valueOf(random.nextInt(400), 3))
                        .role("csm");
                if (random.nextBoolean()) {
                    plan.addStages("onboarding");
                }
                if (random.nextBoolean()) {
                    plan.addStages("adoption");
                }
                model.addTouchpoints(plan.build());
            }
            for (int f = 0; f < random.nextInt(3); f++) {
                model.addFlex(FlexRule.builder()
                        .id("flex" + f)
                        .when(Condition.atMost(AttributeKey.number("usage.change-30d"), -0.2))
                        .role(random.nextBoolean() ? "csm" : "vp")
                        .hoursEach(BigDecimal.ONE)
                        .atMostHoursPerYear(BigDecimal.valueOf(random.nextInt(100_000), 3))
                        .build());
            }
            if (random.nextInt(3) == 0) {
                model.partner(new PartnerTerms(
                        BigDecimal.valueOf(random.nextInt(400), 3),
                        random.nextBoolean() ? Optional.of(money(random.nextInt(90_000), factor)) : Optional.empty(),
                        List.of("check-in")));
            }
            return model.build();
        }

        private static Organisation organisation(int factor) {
            Organisation plain = SampleTeam.organisation().build();
            Organisation.Builder priced = Organisation.builder(plain.header());
            plain.departments().forEach(priced::add);
            plain.roles().forEach(priced::add);
            plain.pools().forEach(priced::add);
            int cents = 4711;
            for (Member member : plain.members()) {
                priced.add(Member.builder()
                        .from(member)
                        .hourlyCost(money(cents, factor))
                        .build());
                cents += 1234;
            }
            return priced.build();
        }

        private static Money money(int cents, int factor) {
            return Money.of(CurrencyUnit.EUR, BigDecimal.valueOf(cents, 2)).multipliedBy(factor);
        }

        Book book() {
            return SampleTeam.book(lines).with(STAGE, "test", stages);
        }

        Economics economics() {
            return Economics.of(book(), policy, organisation, EURO);
        }
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property(tries = 150)
    void hoursAndCost_areWhatEachCustomerGets_andWhatIsSetAsideOnce(@ForAll long seed) {
        Case random = Case.random(seed, 1);
        RoleRates rates = RoleRates.of(random.organisation(), SampleTeam.TODAY, CurrencyUnit.EUR, EURO);
        List<BigDecimal> hours = new ArrayList<>();
        List<BigDecimal> cost = new ArrayList<>();
        Set<String> inUse = new HashSet<>();
        for (Line line : random.lines()) {
            EngagementModel model = random.policy().modelOf(line.segment()).orElseThrow();
            inUse.add(model.id());
            String stage = random.stages().getOrDefault(line.id(), "not known");
            for (TouchpointPlan plan : model.touchpoints()) {
                if (plan.stages().isEmpty() || plan.stages().contains(stage)) {
                    BigDecimal each = plan.timesPerYear().multiply(plan.hoursEach());
                    hours.add(each);
                    cost.add(each.multiply(rates.find(plan.role()).orElseThrow()));
                }
            }
            cost.add(model.toolCostPerYear().getAmount());
            if (model.partner().isPresent()) {
                PartnerTerms terms = model.partner().get();
                cost.add(Money.parse(line.arr()).getAmount().multiply(terms.shareOfArr()));
                terms.feePerYear().ifPresent(fee -> cost.add(fee.getAmount()));
            }
            if (random.policy().sponsorship().isPresent()) {
                Sponsorship sponsors = random.policy().sponsorship().get();
                if (sponsors.segments().contains(line.segment())) {
                    hours.add(sponsors.hoursPerYear());
                    // One holds the role vp, four csm, two onboarding
                    BigDecimal mean = rates.find("vp")
                            .orElseThrow()
                            .add(rates.find("csm").orElseThrow().multiply(BigDecimal.valueOf(4)))
                            .add(rates.find("onboarding").orElseThrow().multiply(BigDecimal.valueOf(2)))
                            .divide(BigDecimal.valueOf(7), MathContext.DECIMAL128);
                    cost.add(sponsors.hoursPerYear().multiply(mean));
                }
            }
        }
        for (EngagementModel model : random.policy().models()) {
            for (FlexRule rule : model.flex()) {
                if (inUse.contains(model.id())) {
                    hours.add(rule.atMostHoursPerYear());
                    cost.add(rule.atMostHoursPerYear()
                            .multiply(rates.find(rule.role()).orElseThrow()));
                }
            }
        }
        Economics economics = random.economics();

        assertThat(economics.hoursPerYear()).isEqualByComparingTo(sum(hours));
        assertThat(sum(economics.segments().stream()
                        .map(row -> row.exactCostToServe().orElseThrow())
                        .toList()))
                .as("but for hours of sponsors that no six digits share evenly")
                .isCloseTo(sum(cost), within(new BigDecimal("0.01")));
    }

    @Property(tries = 100)
    void costByKind_sumsToTheCost_toTheCent(@ForAll long seed) {
        for (SegmentEconomics row : Case.random(seed, 1).economics().segments()) {
            assertThat(row.costByKind().values().stream().reduce(Money::plus)).isEqualTo(row.costToServe());
        }
    }

    @Property(tries = 100)
    void flexInTheEconomics_isWhatTheRulesCanCostAtMost(@ForAll long seed) {
        Case random = Case.random(seed, 1);
        Set<String> inUse = new HashSet<>();
        random.lines()
                .forEach(line -> inUse.add(
                        random.policy().modelOf(line.segment()).orElseThrow().id()));
        List<BigDecimal> atMost = new ArrayList<>();
        for (FlexHelp help : FlexReport.of(random.book(), random.policy(), random.organisation(), EURO)
                .helps()) {
            if (inUse.contains(help.model())) {
                atMost.add(help.costAtMost().orElseThrow().getAmount());
            }
        }
        List<BigDecimal> inEconomics = random.economics().segments().stream()
                .flatMap(row -> Optional.ofNullable(row.costByKind().get(CostKind.FLEX)).stream())
                .map(Money::getAmount)
                .toList();

        BigDecimal roundings = new BigDecimal("0.005")
                .multiply(BigDecimal.valueOf(atMost.size()))
                .add(new BigDecimal("0.01").multiply(BigDecimal.valueOf(inEconomics.size())));
        assertThat(sum(inEconomics)).isCloseTo(sum(atMost), within(roundings.max(new BigDecimal("0.001"))));
    }

    @Property(tries = 100)
    void doublingEveryPrice_doublesEveryKind_andNoHours(@ForAll long seed) {
        List<SegmentEconomics> once = Case.random(seed, 1).economics().segments();
        List<SegmentEconomics> twice = Case.random(seed, 2).economics().segments();

        for (int i = 0; i < once.size(); i++) {
            assertThat(twice.get(i).exactCostToServe().orElseThrow())
                    .isCloseTo(
                            once.get(i).exactCostToServe().orElseThrow().multiply(BigDecimal.valueOf(2)),
                            within(new BigDecimal("1E-20")));
            assertThat(twice.get(i).hoursByRole()).isEqualTo(once.get(i).hoursByRole());
            assertThat(twice.get(i).costByKind().keySet())
                    .isEqualTo(once.get(i).costByKind().keySet());
            assertThat(twice.get(i).verdict()).isEqualTo(once.get(i).verdict());
        }
    }
}
