package dev.rapport.engagement.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rapport.engagement.model.SampleTeam.Line;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.organisation.Role;
import dev.rapport.segmentation.condition.Condition;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Help on a trigger and executive sponsors are part of what a segment costs. */
class FlexCostTest {

    private final Book book = SampleTeam.book(List.of(
            new Line("a", "large", "EUR 50000.00", 800),
            new Line("b", "large", "EUR 30000.00", 800),
            new Line("c", "mid", "EUR 8000.00", 800),
            new Line("d", "small", "EUR 2000.00", 800),
            new Line("e", "tiny", "EUR 1000.00", 800),
            new Line("f", "tiny", "EUR 1000.00", 800)));

    private static EngagementPolicy.Builder policy(String hours) {
        EngagementPolicy plain = SampleTeam.policy().build();
        return EngagementPolicy.builder(plain.header(), plain.grossMargin(), plain.targetMargin())
                .add(plain.model("high").orElseThrow())
                .add(EngagementModel.builder()
                        .from(plain.model("tech").orElseThrow())
                        .addFlex(FlexRule.builder()
                                .id("rescue")
                                .when(Condition.atMost(AttributeKey.number("usage.change-30d"), -0.2))
                                .role("csm")
                                .hoursEach(BigDecimal.ONE)
                                .atMostHoursPerYear(new BigDecimal(hours))
                                .build())
                        .build())
                .give("large", "high")
                .give("mid", "high")
                .give("small", "tech")
                .give("tiny", "tech");
    }

    private Economics economics(EngagementPolicy policy) {
        return Economics.of(book, policy, SampleTeam.organisation().build(), RateTable.empty(CurrencyUnit.EUR));
    }

    @Test
    void hoursSetAside_areSharedByTheSegmentsOfTheModel_byTheirCustomers() {
        List<SegmentEconomics> rows = economics(policy("10").build()).segments();

        assertThat(rows.get(2).hoursPerYear()).isEqualByComparingTo("3.833333");
        assertThat(rows.get(3).hoursPerYear()).isEqualByComparingTo("7.666667");
        assertThat(rows.get(2).costByKind()).containsEntry(CostKind.FLEX, Money.parse("EUR 200.00"));
        assertThat(rows.get(3).costByKind()).containsEntry(CostKind.FLEX, Money.parse("EUR 400.00"));
        assertThat(rows.get(2).hoursReasons().parts().get(1).reason())
                .contains("3.3333 of 10 h a year set aside by csm");
        assertThat(rows.get(3).marginReasons().foldsToItsValue()).isTrue();
    }

    @Test
    void segmentThatWouldJoin_sharesThemWithThoseWhoAreThere() {
        Economics economics = economics(policy("10").build());

        assertThat(economics.whatIf("mid", "tech").orElseThrow().costToServe()).contains(Money.parse("EUR 190.00"));
        assertThat(economics.whatIf("tiny", "tech").orElseThrow().costToServe())
                .isEqualTo(economics.segments().get(3).costToServe());
    }

    @Test
    void breakEven_isOverACheaperModelWithItsHelp() {
        BreakEven without =
                economics(policy("0").build()).segments().get(1).breakEven().orElseThrow();
        BreakEven with =
                economics(policy("10").build()).segments().get(1).breakEven().orElseThrow();

        assertThat(without.extraCost()).isEqualByComparingTo("1860");
        assertThat(with.extraCost()).isEqualByComparingTo("1710");
    }

    @Test
    void sponsors_costWhatTheirRolesCost_byHowManyHoldThem() {
        SegmentEconomics large = economics(policy("0")
                        .sponsor(Sponsorship.builder()
                                .addSegments("large")
                                .addRoles("vp", "csm")
                                .atMostEach(1)
                                .hoursPerYear(new BigDecimal("4"))
                                .build())
                        .build())
                .segments()
                .get(0);

        assertThat(large.hoursByRole().get("vp")).isEqualByComparingTo("1.6");
        assertThat(large.hoursByRole().get("csm")).isEqualByComparingTo("66.4");
        assertThat(large.costByKind()).containsEntry(CostKind.SPONSORS, Money.parse("EUR 544.00"));
        assertThat(large.costToServe()).contains(Money.parse("EUR 4344.00"));
    }

    @Test
    void sponsorsWhomNobodyIs_leaveTheCostUnknown() {
        Sponsorship nobody = Sponsorship.builder()
                .addSegments("large")
                .addRoles("cfo")
                .atMostEach(1)
                .hoursPerYear(BigDecimal.ONE)
                .build();
        EngagementPolicy policy = policy("0").sponsor(nobody).build();

        SegmentEconomics large = Economics.of(
                        book,
                        policy,
                        SampleTeam.organisation()
                                .add(Role.builder()
                                        .id("cfo")
                                        .title("CFO")
                                        .department("customer-success")
                                        .reportsTo("vp")
                                        .build())
                                .build(),
                        RateTable.empty(CurrencyUnit.EUR))
                .segments()
                .get(0);

        assertThat(large.costToServe()).isEmpty();
        assertThat(large.notes()).containsExactly("nobody holds the role cfo");
    }

    @Test
    void sponsorship_isChecked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sponsorship.builder()
                        .addSegments("large")
                        .addRoles("vp")
                        .atMostEach(1)
                        .hoursPerYear(new BigDecimal("-1"))
                        .build())
                .withMessage("hoursPerYear (-1) must be at least 0.");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Sponsorship.builder().addSegments("large").atMostEach(1).build())
                .withMessage("segments ([large]) and roles ([]) must not be empty.");
    }
}
