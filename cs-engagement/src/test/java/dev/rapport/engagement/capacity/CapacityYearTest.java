package dev.rapport.engagement.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.model.Absence;
import dev.rapport.engagement.model.CostKind;
import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.NewCustomers;
import dev.rapport.engagement.model.SampleTeam;
import dev.rapport.engagement.model.SampleTeam.Line;
import dev.rapport.engagement.model.TouchpointPlan;
import dev.rapport.engagement.model.YearAhead;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class CapacityYearTest {

    private static final YearAhead ALIKE = YearAhead.standard();

    private static EngagementPolicy policy(YearAhead outlook, String factor) {
        EngagementPolicy plain = SampleTeam.policy().build();
        EngagementModel high = EngagementModel.builder()
                .id("high")
                .name("High touch")
                .addTouchpoints(
                        SampleTeam.plan("check-in", "12", "1.5", "csm"),
                        TouchpointPlan.builder()
                                .from(SampleTeam.plan("renewal", "1", "6", "csm"))
                                .daysBeforeDecision(60)
                                .build(),
                        TouchpointPlan.builder()
                                .from(SampleTeam.plan("budget-talk", "2", "2", "csm"))
                                .addMonths(9, 10)
                                .build())
                .onboarding(plain.model("high").orElseThrow().onboarding())
                .toolCostPerYear(Money.parse("EUR 0.00"))
                .capacityFactor(new BigDecimal(factor))
                .build();
        return EngagementPolicy.builder(plain.header(), plain.grossMargin(), plain.targetMargin())
                .add(high)
                .add(plain.model("tech").orElseThrow())
                .give("large", "high")
                .give("small", "tech")
                .yearAhead(outlook)
                .build();
    }

    private static Economics economics(EngagementPolicy policy, Organisation organisation) {
        return Economics.of(
                SampleTeam.book(List.of(
                        new Line("a", "large", "EUR 50000.00", 800),
                        new Line("b", "large", "EUR 50000.00", 800),
                        new Line("c", "large", "EUR 50000.00", 800),
                        new Line("d", "large", "EUR 50000.00", 100),
                        new Line("e", "small", "EUR 500.00", 800))),
                policy,
                organisation,
                RateTable.empty(CurrencyUnit.EUR));
    }

    private static CapacityYear year(EngagementPolicy policy, Organisation organisation) {
        return CapacityYear.of(economics(policy, organisation), organisation, SampleTeam.TODAY)
                .add("large", Optional.empty(), LocalDate.of(2026, 12, 15))
                .add("large", Optional.empty(), LocalDate.of(2026, 12, 31))
                .add("large", Optional.empty(), LocalDate.of(2026, 7, 15))
                .build();
    }

    private static CapacityYear year(YearAhead outlook) {
        return year(policy(outlook, "1"), SampleTeam.organisation().build());
    }

    private static RoleMonth month(CapacityYear year, String role, String from) {
        return year.role(role).orElseThrow().months().stream()
                .filter(month -> month.from().equals(LocalDate.parse(from)))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal touchpoints(CapacityYear year, String from) {
        return month(year, "csm", from).asked().getOrDefault(CostKind.TOUCHPOINTS, BigDecimal.ZERO);
    }

    @Test
    void touchpoints_fallBeforeTheDecision_intoTheirMonths_orEvenly() {
        CapacityYear year = year(ALIKE);

        // 6 h of check-ins, half an hour of the renewal without a date, 0.5 / 12 h of webinars
        assertThat(touchpoints(year, "2026-08-01")).isEqualByComparingTo("6.54");
        assertThat(touchpoints(year, "2026-07-01"))
                .as("what should be done already falls into the first month")
                .isEqualByComparingTo("12.54");
        assertThat(touchpoints(year, "2026-10-01"))
                .as("60 days before 15 December, and half of the budget talks")
                .isEqualByComparingTo("20.55");
        assertThat(touchpoints(year, "2026-11-01"))
                .as("60 days before 31 December")
                .isEqualByComparingTo("12.54");
        assertThat(year.role("csm").orElseThrow().peak()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(year.role("csm").orElseThrow().needed()).isEqualByComparingTo("112.5");
        assertThat(year.from()).isEqualTo(LocalDate.of(2026, 7, 1));
    }

    @Test
    void capacityFactor_countsInEveryMonth() {
        CapacityYear stretched =
                year(policy(ALIKE, "1.5"), SampleTeam.organisation().build());

        assertThat(stretched.role("csm").orElseThrow().needed()).isEqualByComparingTo("168.5");
        assertThat(touchpoints(stretched, "2026-10-01")).isEqualByComparingTo("30.8");
    }

    @Test
    void onboarding_isOfAsManyAsCame_unlessSomethingElseIsStated() {
        assertThat(year(ALIKE).role("onboarding").orElseThrow().needed()).isEqualByComparingTo("10");

        CapacityYear stated = year(YearAhead.builder()
                .from(ALIKE)
                .addNewCustomers(new NewCustomers("large", new BigDecimal("24"), List.of(9)))
                .build());

        assertThat(stated.role("onboarding").orElseThrow().needed()).isEqualByComparingTo("240");
        assertThat(month(stated, "onboarding", "2026-09-01").needed()).isEqualByComparingTo("240");
        assertThat(month(stated, "onboarding", "2026-10-01").needed()).isEqualByComparingTo("0");
    }

    @Test
    void hoursThere_areThoseOfPeopleWhoAreThere() {
        Organisation organisation = SampleTeam.organisation()
                .add(csm("joe", 30).joinedOn(LocalDate.of(2026, 10, 16)).build())
                .add(csm("lea", 30).leftOn(LocalDate.of(2027, 3, 1)).build())
                .build();
        CapacityYear year = year(
                policy(
                        YearAhead.builder()
                                .from(ALIKE)
                                .addAbsences(
                                        new Absence("anna", LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 1)),
                                        new Absence("anna", LocalDate.of(2026, 9, 15), LocalDate.of(2026, 10, 1)))
                                .build(),
                        "1"),
                organisation);

        assertThat(month(year, "csm", "2026-08-01").there()).isEqualByComparingTo("520");
        assertThat(month(year, "csm", "2026-09-01").there()).isEqualByComparingTo("390");
        assertThat(month(year, "csm", "2026-10-01").there()).isEqualByComparingTo("457.1");
        assertThat(month(year, "csm", "2026-12-01").there()).isEqualByComparingTo("650");
        assertThat(month(year, "csm", "2027-03-01").there()).isEqualByComparingTo("520");
    }

    private static Member.Builder csm(String id, int hours) {
        return Member.builder()
                .id(id)
                .role("csm")
                .zone(SampleTeam.BERLIN)
                .hoursPerWeek(BigDecimal.valueOf(hours))
                .hourlyCost(Money.parse("EUR 60.00"));
    }

    @Test
    void holidays_takeFromTheirMonths_andGiveToOthers() {
        CapacityYear year = year(YearAhead.builder()
                .from(ALIKE)
                .availability(List.of(10, 10, 10, 10, 10, 10, 10, 5, 10, 10, 10, 15))
                .build());

        assertThat(month(year, "csm", "2026-08-01").there()).isEqualByComparingTo("195");
        assertThat(month(year, "csm", "2026-12-01").there()).isEqualByComparingTo("585");
        assertThat(year.role("csm").orElseThrow().there()).isEqualByComparingTo("4680");
    }

    /** A role of one with 26 hours a month, of which 10.4 are asked; the one leaves at the end of the year. */
    private static CapacityYear oneWhoLeaves(YearAhead outlook) {
        Organisation plain = SampleTeam.organisation().build();
        Organisation.Builder small = Organisation.builder(plain.header());
        plain.departments().forEach(small::add);
        plain.roles().forEach(small::add);
        plain.pools().forEach(small::add);
        plain.members().stream().filter(member -> !member.role().equals("csm")).forEach(small::add);
        small.add(csm("sole", 6)
                .addPools("digital")
                .leftOn(LocalDate.of(2027, 1, 1))
                .build());
        return year(policy(outlook, "1"), small.build());
    }

    @Test
    void shortageThatLasts_isHiredFor_inTime() {
        RoleYear csm = oneWhoLeaves(ALIKE).role("csm").orElseThrow();

        assertThat(csm.hires())
                .containsExactly(new Hire.Builder()
                        .people(1)
                        .neededFrom(LocalDate.of(2027, 1, 1))
                        .decideBy(LocalDate.of(2026, 9, 3))
                        .isLate(false)
                        .build());
        assertThat(csm.segments()).extracting(SegmentShare::segment).containsExactly("large", "small");
        assertThat(csm.segments()).extracting(SegmentShare::hires).containsExactly(1, 0);
        assertThat(oneWhoLeaves(YearAhead.builder().from(ALIKE).leadDays(200).build())
                        .role("csm")
                        .orElseThrow()
                        .hires()
                        .get(0)
                        .isLate())
                .isTrue();
    }

    @Test
    void shortageThatMustLastLonger_thanItCanBeSeen_isNotHiredFor() {
        YearAhead slow = YearAhead.builder().from(ALIKE).lastingMonths(7).build();

        assertThat(oneWhoLeaves(slow).role("csm").orElseThrow().hires()).isEmpty();
    }

    @Test
    void roleThatNobodyHolds_hasNoHiresThatCanBeTold() {
        Organisation plain = SampleTeam.organisation().build();
        Organisation.Builder without = Organisation.builder(plain.header());
        plain.departments().forEach(without::add);
        plain.roles().forEach(without::add);
        plain.pools().forEach(without::add);
        plain.members().stream()
                .filter(member -> !member.role().equals("onboarding"))
                .forEach(without::add);

        RoleYear onboarding =
                year(policy(ALIKE, "1"), without.build()).role("onboarding").orElseThrow();

        assertThat(onboarding.canTellHires()).isFalse();
        assertThat(onboarding.hires()).isEmpty();
        assertThat(onboarding.there()).isEqualByComparingTo("0");
    }

    @Test
    void pool_isToldWhatShareOfItsHoursAModelTakes() {
        PoolLoad digital = year(ALIKE).pools().get(0);

        assertThat(digital.pool()).isEqualTo("digital");
        assertThat(digital.model()).isEqualTo("tech");
        assertThat(digital.people()).isEqualTo(2);
        assertThat(digital.needed()).isEqualByComparingTo("0.5");
        assertThat(digital.there()).isEqualByComparingTo("1560");
        assertThat(digital.share()).hasValue(0.5 / 1560);
    }

    @Test
    void workload_isPerCustomerAndMonth() {
        SegmentWorkload large = year(ALIKE).segments().get(0);

        assertThat(large.segment()).isEqualTo("large");
        assertThat(large.hours().get(3))
                .as("20.5 h of CSMs, a twelfth of 10 h of onboarding")
                .isEqualByComparingTo("21.33");
        assertThat(large.hoursPerCustomer().get(3)).isEqualByComparingTo("5.3325");
    }
}
