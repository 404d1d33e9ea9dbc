package dev.rapport.engagement.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.lifecycle.LifeCycle;
import dev.rapport.engagement.lifecycle.Stage;
import dev.rapport.engagement.scope.RightFinding.Kind;
import dev.rapport.model.organisation.Department;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.Role;
import dev.rapport.model.problem.InvalidDocumentException;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.shape.DocumentHeader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ScopeReportTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final LifeCycle WAY = LifeCycle.builder()
            .header(DocumentHeader.of("way", "1"))
            .addStages(stage("onboarding"), stage("value"), stage("renewal"))
            .stuckFactor(1.5)
            .build();

    /** The two options of the second source document. */
    private static final Scope WHOLE = new Scope(
            "whole",
            "One leader: decided quickly.",
            List.of(new Leader("vp", List.of("onboarding", "success", "renewals", "expansion"))));

    private static final Scope ALONE = new Scope(
            "alone",
            "Focused teams.",
            List.of(
                    new Leader("vp", List.of("success")),
                    new Leader("head-of-services", List.of("onboarding")),
                    new Leader("head-of-sales", List.of("renewals", "expansion"))));

    private static Stage stage(String id) {
        return Stage.builder().id(id).department("d").accountable("vp").build();
    }

    private static Area area(String id, String role, String... stages) {
        return Area.builder()
                .id(id)
                .addRoles(role)
                .addDepartments("d")
                .addStages(stages)
                .build();
    }

    private static ScopePolicy policy(String current) {
        return ScopePolicy.builder()
                .header(DocumentHeader.of("scope", "1"))
                .limits(new ScopeLimits(8, 2, 4))
                .growthPerYear(0.5)
                .horizonYears(1)
                .addAreas(area("onboarding", "onboarder", "onboarding"))
                .addAreas(area("success", "csm", "value"))
                .addAreas(area("renewals", "seller", "renewal"))
                .addAreas(area("expansion", "seller"))
                .addScopes(WHOLE, ALONE)
                .current(current)
                .build();
    }

    private static Organisation people(int onboarders, int csms, int sellers) {
        Organisation.Builder organisation =
                Organisation.builder(DocumentHeader.of("us", "1")).add(Department.of("d", "D"));
        Map<String, Integer> counts = new TreeMap<>(Map.of(
                "cro",
                1,
                "vp",
                1,
                "head-of-services",
                1,
                "head-of-sales",
                0,
                "onboarder",
                onboarders,
                "csm",
                csms,
                "seller",
                sellers));
        Map<String, String> above = Map.of("csm", "vp", "onboarder", "vp", "seller", "head-of-sales");
        counts.forEach((role, count) -> {
            organisation.add(Role.builder()
                    .id(role)
                    .title(role)
                    .department("d")
                    .reportsTo(role.equals("cro") ? Optional.empty() : Optional.of(above.getOrDefault(role, "cro")))
                    .build());
            for (int i = 0; i < count; i++) {
                organisation.add(Member.builder()
                        .id(role + "-" + i)
                        .name(role)
                        .role(role)
                        .zone(ZoneOffset.UTC)
                        .hoursPerWeek(BigDecimal.valueOf(30))
                        .hourlyCost(Money.of(CurrencyUnit.EUR, 60))
                        .build());
            }
        });
        return organisation.build();
    }

    private static ScopeReport report(String current, int onboarders, int csms, int sellers) {
        return ScopeReport.of(policy(current), people(onboarders, csms, sellers), WAY, TODAY);
    }

    @Test
    void wholeScope_fitsWhileSmall_andSaysWhenItIsOutgrown() {
        ScopeReport report = report("whole", 1, 4, 1);

        assertThat(report.today().leaderChanges()).isEmpty();
        assertThat(report.today().leaders()).singleElement().satisfies(vp -> {
            assertThat(vp.people()).as("a seller of two areas is one person").isEqualTo(6);
            assertThat(vp.directReports()).isEqualTo(6);
            assertThat(vp.holders()).containsExactly("vp-0");
        });
        assertThat(report.today().outgrown()).hasValueSatisfying(outgrown -> {
            // 6 people times 1.34 are 8.04: the ninth comes
            assertThat(outgrown.people()).isEqualTo(9);
            assertThat(outgrown.years()).isCloseTo(Math.log(1.34) / Math.log(1.5), within(1e-12));
            assertThat(outgrown.because())
                    .isEqualTo(
                            "vp has 4 areas with 9 people, more than the 8 that one can lead directly; then at most 2"
                                    + " areas are well led");
        });
    }

    @Test
    void best_stillFitsAfterTheHorizon_thoughAnotherHasFewerHandOvers() {
        ScopeReport small = report("whole", 1, 3, 1);

        assertThat(small.best()).as("8 people in a year").contains(small.today());
        assertThat(small.because())
                .containsExactly(
                        "whole fits the 5 people of today and the 8 expected in 1 year, at a growth of 50 % a year",
                        "under it at most 8 people report to one leader by then, of 8 that one can lead; one leads at"
                                + " most 4 areas; and there are 0 hand-overs between leaders on a round",
                        "alone has 3 hand-overs between leaders on a round, whole 0");

        ScopeReport outgrownSoon = report("whole", 1, 4, 1);

        assertThat(outgrownSoon.today().fits()).isTrue();
        assertThat(outgrownSoon.today().fitsAhead()).isFalse();
        assertThat(outgrownSoon.today().leadersAhead().get(0).people()).isEqualTo(9);
        assertThat(outgrownSoon.best().orElseThrow().scope().id()).isEqualTo("alone");
        assertThat(outgrownSoon.because())
                .containsExactly(
                        "alone fits the 6 people of today and the 9 expected in 1 year, at a growth of 50 % a year",
                        "under it at most 6 people report to one leader by then, of 8 that one can lead; one leads at"
                                + " most 2 areas; and there are 3 hand-overs between leaders on a round",
                        "whole fits today, but not in 1 year: vp has 4 areas with 9 people, more than the 8 that one can"
                                + " lead directly; then at most 2 areas are well led");
    }

    @Test
    void best_whereNothingFitsAfterTheHorizon_fitsLongest_andNoneWhereNothingFits() {
        ScopePolicy fast =
                ScopePolicy.builder().from(policy("whole")).growthPerYear(8).build();
        ScopeReport report = ScopeReport.of(fast, people(1, 8, 1), WAY, TODAY);
        assertThat(report.best().orElseThrow().scope().id()).isEqualTo("alone");
        assertThat(report.because().get(0))
                .isEqualTo(
                        "alone fits the 10 people of today, but no longer than 0.9 years, at a growth of 800 % a year;"
                                + " no other fits longer");

        ScopeReport none = report("alone", 1, 65, 1);
        assertThat(none.best()).isEmpty();
        assertThat(none.because())
                .containsExactly(
                        "whole does not fit today: vp has 4 areas with 67 people, more than the 8 that one can lead"
                                + " directly; then at most 2 areas are well led",
                        "alone does not fit today: vp needs 9 leads for 65 people, of whom 8 can report to one");
    }

    @Test
    void numbers_thatMakeNoSense_areRefused() {
        assertThatThrownBy(() -> ScopePolicy.builder()
                        .from(policy("whole"))
                        .growthPerYear(Double.NaN)
                        .build())
                .hasMessage("growthPerYear (NaN) must be finite and not below 0.\nMaybe 0.4 for 40 %.");
        assertThatThrownBy(() -> ScopePolicy.builder()
                        .from(policy("whole"))
                        .horizonYears(11)
                        .build())
                .hasMessage("horizonYears (11.0) must be from 0 to 10.");
    }

    @Test
    void wholeScope_ofALargerCompany_isTooMuch_andTheOtherIsBest() {
        ScopeReport report = report("whole", 4, 10, 3);

        assertThat(report.today().fits()).isFalse();
        assertThat(report.today().outgrown()).isEmpty();
        assertThat(report.best().orElseThrow()).satisfies(best -> {
            assertThat(best.scope().id()).isEqualTo("alone");
            assertThat(best.moves()).containsExactly("onboarding", "renewals", "expansion");
            assertThat(best.leaderChanges())
                    .containsExactly(
                            new LeaderChange("onboarding", "value", "head-of-services to vp"),
                            new LeaderChange("value", "renewal", "vp to head-of-sales"),
                            new LeaderChange("onboarding", "expansion", "head-of-services to head-of-sales"));
            assertThat(best.areasPerLeader()).isCloseTo(4 / 3.0, within(1e-15));
            assertThat(best.leaders().get(0)).satisfies(vp -> {
                assertThat(vp.people()).isEqualTo(10);
                assertThat(vp.leads()).isEqualTo(2);
                assertThat(vp.directReports()).isEqualTo(2);
            });
        });
    }

    @Test
    void leads_moreThanCanReportToOne_areTooMany() {
        ScopeFit alone = report("alone", 1, 65, 1).today();

        assertThat(alone.leaders().get(0).tooMuch())
                .containsExactly("vp needs 9 leads for 65 people, of whom 8 can report to one");
        assertThat(report("alone", 1, 64, 1).today().fits()).as("8 leads of 8").isTrue();
    }

    @Test
    void scopeThatIsNeverOutgrown_saysNothing() {
        assertThat(report("alone", 0, 0, 0).today().outgrown()).isEmpty();
    }

    @Test
    void outgrown_isNeverEarlier_thanOneSmallerCompany() {
        double before = Double.POSITIVE_INFINITY;
        for (int csms = 1; csms <= 8; csms++) {
            double years = report("whole", 0, csms, 0)
                    .today()
                    .outgrown()
                    .map(Outgrown::years)
                    .orElse(Double.POSITIVE_INFINITY);
            assertThat(years).isLessThanOrEqualTo(before);
            before = years;
        }
    }

    private static List<String> findings(DecisionRight... rights) {
        ScopePolicy policy = ScopePolicy.builder()
                .from(policy("whole"))
                .addDecisions(new DecisionKind("credit", "success", Optional.of(eur(5_000))))
                .addRights(rights)
                .build();
        return ScopeReport.of(policy, people(1, 2, 1), WAY, TODAY).findings().stream()
                .map(found -> found.kind() + ": " + found.text())
                .toList();
    }

    private static Money eur(int amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }

    @Test
    void rights_thatLeaveNoGap_andAreHeldByThoseWhoMeetTheCustomer_areFine() {
        assertThat(findings(
                        new DecisionRight("credit", "csm", Optional.of(eur(500))),
                        new DecisionRight("credit", "vp", Optional.empty())))
                .isEmpty();
    }

    @Test
    void rights_withGapsAndClashes_areFound() {
        assertThat(findings()).containsExactly(Kind.GAP + ": nobody may decide credit without asking");
        assertThat(findings(new DecisionRight("credit", "csm", Optional.of(eur(500)))))
                .containsExactly(Kind.GAP
                        + ": credit comes up to EUR 5000.00, nobody who is there may decide more than EUR 500.00");
        assertThat(findings(new DecisionRight("credit", "vp", Optional.empty())))
                .containsExactly(Kind.NOT_PUSHED_DOWN + ": only vp and those above may decide credit: whoever meets the"
                        + " customer must ask each time");
        assertThat(findings(
                        new DecisionRight("credit", "csm", Optional.empty()),
                        new DecisionRight("credit", "vp", Optional.of(eur(5_000))),
                        new DecisionRight("credit", "vp", Optional.of(eur(6_000))),
                        new DecisionRight("credit", "head-of-sales", Optional.empty())))
                .containsExactly(
                        Kind.NOBODY_THERE + ": head-of-sales may decide credit, and nobody holds that role",
                        Kind.CLASH + ": csm may decide credit up to any amount, more than vp above (EUR 5000.00)",
                        Kind.CLASH + ": csm may decide credit up to any amount, more than vp above (EUR 6000.00)",
                        Kind.CLASH + ": vp may decide credit up to EUR 5000.00 and up to EUR 6000.00",
                        Kind.CLASH + ": vp may decide credit up to EUR 5000.00, head-of-sales beside up to any amount:"
                                + " the answer depends on whom the customer asks",
                        Kind.CLASH + ": vp may decide credit up to EUR 6000.00, head-of-sales beside up to any amount:"
                                + " the answer depends on whom the customer asks");
    }

    @Test
    void rights_ofPeers_withDifferentLimits_clash() {
        assertThat(findings(
                        new DecisionRight("credit", "csm", Optional.of(eur(500))),
                        new DecisionRight("credit", "onboarder", Optional.of(eur(700))),
                        new DecisionRight("credit", "vp", Optional.empty())))
                .containsExactly(Kind.CLASH + ": csm may decide credit up to EUR 500.00, onboarder beside up to EUR"
                        + " 700.00: the answer depends on whom the customer asks");
        assertThat(findings(
                        new DecisionRight("credit", "csm", Optional.of(eur(5_000))),
                        new DecisionRight("credit", "onboarder", Optional.of(eur(5_000)))))
                .as("the same limit")
                .isEmpty();
    }

    @Test
    void rights_ofARoleThatNobodyHolds_areNotPushedDown_andFillNoGap() {
        assertThat(findings(
                        new DecisionRight("credit", "head-of-sales", Optional.of(eur(5_000))),
                        new DecisionRight("credit", "vp", Optional.of(eur(5_000)))))
                .containsExactly(
                        Kind.NOBODY_THERE + ": head-of-sales may decide credit, and nobody holds that role",
                        Kind.NOT_PUSHED_DOWN + ": only vp and those above may decide credit: whoever meets the customer"
                                + " must ask each time");
        assertThat(findings(
                        new DecisionRight("credit", "csm", Optional.of(eur(500))),
                        new DecisionRight("credit", "head-of-sales", Optional.empty())))
                .containsExactly(
                        Kind.GAP
                                + ": credit comes up to EUR 5000.00, nobody who is there may decide more than EUR 500.00",
                        Kind.NOBODY_THERE + ": head-of-sales may decide credit, and nobody holds that role");
    }

    @Test
    void policy_withSlips_isRefused_withAllOfThem() {
        ScopePolicy slips = ScopePolicy.builder()
                .from(policy("hole"))
                .addAreas(area("support", "supporter", "value", "vlaue"))
                .addScopes(new Scope(
                        "odd",
                        "Twice.",
                        List.of(
                                new Leader("pv", List.of("onboarding", "success", "renewals", "expansion", "supprt")),
                                new Leader("vp", List.of("success")))))
                .goesOnIn("adpotion")
                .addRights(new DecisionRight("credit", "vp", Optional.empty()))
                .build();

        assertThat(slips.check().list())
                .extracting(problem -> problem.location().pointer() + " " + problem.message())
                .contains(
                        "/scopes/0/leaders area (support) must have a leader, has none",
                        "/scopes/2/leaders/0/areas/4 \"supprt\" must be the id of an area",
                        "/scopes/2/leaders/1/areas/0 area (success) must have one leader, has two",
                        "/current \"hole\" must be the id of a scope",
                        "/rights/0/decision \"credit\" must be the id of a decision");
        assertThat(slips.against(people(1, 1, 1), WAY).list())
                .extracting(Problem::message)
                .containsExactlyInAnyOrder(
                        "\"supporter\" must be the id of a role",
                        "\"vlaue\" must be the id of a stage",
                        "\"adpotion\" must be the id of a stage",
                        "\"pv\" must be the id of a role");
        assertThatThrownBy(() -> ScopeReport.of(slips, people(1, 1, 1), WAY, TODAY))
                .isInstanceOf(InvalidDocumentException.class);
    }
}
