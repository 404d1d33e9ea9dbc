package dev.rapport.engagement.model;

import static dev.rapport.engagement.model.SampleTeam.book;
import static dev.rapport.engagement.model.SampleTeam.organisation;
import static dev.rapport.engagement.model.SampleTeam.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.engagement.model.SampleTeam.Line;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.organisation.Member;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class EconomicsTest {

    private static final RateTable EURO = RateTable.empty(CurrencyUnit.EUR);

    private final Book book = book(List.of(
            new Line("a", "large", "EUR 50000.00", 800),
            new Line("b", "large", "EUR 30000.00", 364),
            new Line("c", "mid", "EUR 8000.00", 800),
            new Line("d", "small", "EUR 2000.00", 800),
            new Line("e", "", "EUR 7000.00", 800),
            new Line("f", "unheard-of", "EUR 7000.00", 800)));
    private final Economics economics =
            Economics.of(book, policy().build(), organisation().build(), EURO);
    private final SegmentEconomics large = economics.segments().get(0);
    private final SegmentEconomics mid = economics.segments().get(1);

    @Test
    void hours_areTheSumOfThePlannedTouchpoints_andOnboardingOfNewCustomers() {
        assertThat(large.hoursPerYear()).isEqualByComparingTo("70");
        assertThat(large.hoursByRole())
                .containsOnlyKeys("csm", "onboarding")
                .hasEntrySatisfying("csm", hours -> assertThat(hours).isEqualByComparingTo("60"))
                .hasEntrySatisfying("onboarding", hours -> assertThat(hours).isEqualByComparingTo("10"));
    }

    @Test
    void cost_isHoursAtTheCostOfTheRole_andTools() {
        assertThat(large.costToServe()).contains(Money.parse("EUR 4300.00"));
        assertThat(large.costShare()).hasValue(4300.0 / 80000);
    }

    @Test
    void margin_isGrossProfitLessCost() {
        assertThat(large.grossProfit()).isEqualTo(Money.parse("EUR 64000.00"));
        assertThat(large.margin()).contains(Money.parse("EUR 59700.00"));
        assertThat(large.marginShare()).hasValue(59700.0 / 80000);
    }

    @Test
    void verdict_isAgainstTheTarget() {
        assertThat(large.verdict()).isEqualTo(Verdict.PAYS);
        assertThat(large.verdictReason()).isEqualTo("74.6 % of ARR remain after customer success, the target is 65 %");
        assertThat(mid.verdict()).isEqualTo(Verdict.DOES_NOT_PAY);
        assertThat(mid.verdictReason()).startsWith("56.2 % of ARR remain");
    }

    @Test
    void capacity_countsTheFactor_andCostDoesNot() {
        Economics stretched = Economics.of(
                book,
                EngagementPolicy.builder(
                                policy().build().header(),
                                policy().build().grossMargin(),
                                policy().build().targetMargin())
                        .add(SampleTeam.high("high", "csm", "EUR 100.00")
                                .capacityFactor(new BigDecimal("1.25"))
                                .build())
                        .give("large", "high")
                        .build(),
                organisation().build(),
                EURO);

        SegmentEconomics segment = stretched.segments().get(0);

        assertThat(segment.capacityByRole().get("csm")).isEqualByComparingTo("75");
        assertThat(segment.costToServe()).isEqualTo(large.costToServe());
    }

    @Test
    void customersWithoutSegmentOrModel_areNamed_andCountNowhere() {
        assertThat(economics.withoutModel()).containsExactly("e", "f");
        assertThat(economics.customers()).isEqualTo(4);
        assertThat(economics.arr()).contains(Money.parse("EUR 90000.00"));
    }

    @Test
    void breakEven_isOverTheNextCheaperModel() {
        BreakEven breakEven = mid.breakEven().orElseThrow();

        assertThat(breakEven.cheaperModel()).isEqualTo("tech");
        assertThat(breakEven.extraCost()).isEqualByComparingTo("1860");
        assertThat(breakEven.marginPerPoint()).isEqualByComparingTo("64");
        assertThat(breakEven.points())
                .hasValueSatisfying(points -> assertThat(points).isEqualByComparingTo("29.0625"));
        assertThat(economics.segments().get(2).breakEven()).isEmpty();
    }

    @Test
    void reasons_foldToTheMargin_andToTheHours() {
        Explanation margin = large.marginReasons();

        assertThat(margin.foldsToItsValue()).isTrue();
        assertThat(margin.value()).hasValue(59700.0);
        assertThat(margin.parts()).extracting(Explanation::code).containsExactly("gross-profit", "cost-to-serve");
        assertThat(margin.parts().get(1).parts().get(0).reason())
                .contains("2 customers, 12 times a year, 1.5 h each at EUR 60 an hour of csm");
        assertThat(large.hoursReasons().value()).hasValue(70.0);
        assertThat(large.hoursReasons().foldsToItsValue()).isTrue();
        assertThat(economics.marginReasons().foldsToItsValue()).isTrue();
    }

    @Test
    void costThatIsNotTold_leavesTheVerdictOpen_unlessTheRestDecides() {
        EngagementPolicy policy = EngagementPolicy.builder(
                        policy().build().header(), policy().build().grossMargin(), new BigDecimal("0.65"))
                .add(SampleTeam.high("architects", "architect", "EUR 100.00").build())
                .add(SampleTeam.high("dear-tools", "architect", "EUR 9000.00").build())
                .give("large", "architects")
                .give("mid", "dear-tools")
                .build();

        List<SegmentEconomics> segments =
                Economics.of(book, policy, organisation().build(), EURO).segments();

        assertThat(segments.get(0).verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(segments.get(0).verdictReason()).isEqualTo("the hourly cost of sam is not told");
        assertThat(segments.get(0).costToServe()).isEmpty();
        assertThat(segments.get(0).marginReasons().value()).isEmpty();
        assertThat(segments.get(1).verdict()).isEqualTo(Verdict.DOES_NOT_PAY);
        assertThat(segments.get(1).verdictReason()).startsWith("at most ");
    }

    @Test
    void arrThatIsNotKnown_leavesTheVerdictOpen_unlessTheRestDecides() {
        List<SegmentEconomics> segments = Economics.of(
                        book(List.of(
                                new Line("a", "large", "EUR 90000.00", 800),
                                new Line("b", "large", "", 800),
                                new Line("c", "mid", "EUR 8000.00", 800),
                                new Line("d", "mid", "", 800),
                                new Line("e", "small", "USD 900.00", 800))),
                        policy().build(),
                        organisation().build(),
                        EURO)
                .segments();

        assertThat(segments.get(0).verdict()).isEqualTo(Verdict.PAYS);
        assertThat(segments.get(0).verdictReason()).startsWith("at least ");
        assertThat(segments.get(1).verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(segments.get(1).notes()).containsExactly("1 of 2 customers have no ARR that is known");
        assertThat(segments.get(2).customersWithoutArr()).isEqualTo(1);
    }

    @Test
    void segmentWithoutCustomers_costsNothing_andTellsNothing() {
        SegmentEconomics empty = Economics.of(
                        book(List.of()), policy().build(), organisation().build(), EURO)
                .segments()
                .get(0);

        assertThat(empty.costToServe()).contains(Money.parse("EUR 0.00"));
        assertThat(empty.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(empty.marginShare()).isEmpty();
    }

    @Test
    void bookWithoutSegments_saysWhatIsMissing() {
        Book bare = Facts.of(Customer.adapter(List.of()), List.<Customer>of())
                .in(SampleTeam.BERLIN, CurrencyUnit.EUR)
                .asOf(SampleTeam.TODAY);

        assertThat(Economics.of(bare, policy().build(), organisation().build(), EURO)
                        .missing()
                        .attributes())
                .extracting(AttributeKey::name)
                .containsExactlyInAnyOrder("segment", "arr", "relationship.age-days");
    }

    @Test
    void whatIf_pricesAnotherModelForASegment() {
        SegmentEconomics cheaper = economics.whatIf("mid", "tech").orElseThrow();

        assertThat(cheaper.costToServe()).contains(Money.parse("EUR 40.00"));
        assertThat(cheaper.verdict()).isEqualTo(Verdict.PAYS);
        assertThat(economics.whatIf("mid", "telepathy")).isEmpty();
        assertThat(economics.whatIf("nowhere", "tech")).isEmpty();
    }

    @Test
    void costs_areConvertedIntoTheCurrencyOfTheBook() {
        EngagementPolicy dollars = EngagementPolicy.builder(
                        policy().build().header(), policy().build().grossMargin(), new BigDecimal("0.65"))
                .add(EngagementModel.builder()
                        .id("tools")
                        .name("Tools only")
                        .toolCostPerYear(Money.parse("USD 100.00"))
                        .build())
                .give("large", "tools")
                .build();
        RateTable rates = EURO.with(CurrencyUnit.USD, LocalDate.of(2026, 1, 1), new BigDecimal("0.9"));

        assertThat(Economics.of(book, dollars, organisation().build(), rates)
                        .segments()
                        .get(0)
                        .costToServe())
                .contains(Money.parse("EUR 180.00"));
        assertThat(Economics.of(book, dollars, organisation().build(), EURO)
                        .segments()
                        .get(0)
                        .notes())
                .containsExactly("no exchange rate for the tools of tools (USD 100.00)");
    }

    @Test
    void policyWithRolesThatTheOrganisationLacks_isRefused_withAllOfThem() {
        EngagementPolicy strange = EngagementPolicy.builder(
                        policy().build().header(), policy().build().grossMargin(), new BigDecimal("0.65"))
                .add(SampleTeam.high("high", "cms", "EUR 1.00")
                        .addOwners(OwnerRule.builder()
                                .role("architect")
                                .pool("night")
                                .build())
                        .build())
                .build();

        assertThatThrownBy(() -> Economics.of(book, strange, organisation().build(), EURO))
                .hasMessageContaining("/models/0/touchpoints/0/role: unknown role \"cms\"")
                .hasMessageContaining("Maybe \"csm\"")
                .hasMessageContaining("/models/0/owners/2/pool: unknown pool \"night\"");
    }

    @Test
    void rate_isTheMeanByHours_ofThoseWhoWorkForUs() {
        RoleRates rates = RoleRates.of(
                organisation()
                        .add(Member.builder()
                                .id("dear")
                                .role("onboarding")
                                .zone(SampleTeam.BERLIN)
                                .hoursPerWeek(BigDecimal.valueOf(60))
                                .hourlyCost(Money.parse("EUR 80.00"))
                                .build())
                        .build(),
                SampleTeam.TODAY,
                CurrencyUnit.EUR,
                EURO);

        assertThat(rates.find("onboarding"))
                .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("65"));
        assertThat(rates.find("csm"))
                .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("60"));
        assertThat(rates.reason("architect")).contains("the hourly cost of sam is not told");
        assertThat(rates.reason("pilot")).contains("the organisation has no role pilot");
        assertThat(rates.reason("csm")).isEmpty();
    }
}
