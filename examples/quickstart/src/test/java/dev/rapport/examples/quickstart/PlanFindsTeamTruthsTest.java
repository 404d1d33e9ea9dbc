package dev.rapport.examples.quickstart;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.examples.quickstart.sample.SampleBook;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who fits which role, what team each segment gets, who leads each area, and the one whose time goes elsewhere. */
class PlanFindsTeamTruthsTest {

    /** Of the models of the sample. */
    private static final double CAPACITY_FACTOR = 1.1;

    private static final Set<String> SPONSORS = Set.of("ceo", "cro", "vp-customer-success");

    /** Four hours a year for each of 18 customers, shared by three roles, times the capacity factor. */
    private static final double SPONSOR_HOURS = 26.4;

    static final Set<String> TRUTHS = Set.of(
            "nobody-leads-onboarding", "fits-to-lead", "two-lead-two", "csm-of-the-pool-does-not-fit", "csm-drifts");

    private static final SampleBook BOOK = SampleBook.generate(300, 7);

    private static Tree plan = Tree.of("{}");
    private static Tree team = plan;

    @BeforeAll
    static void run() {
        plan = Tree.of(SamplePlan.of().resolve("plan.json"));
        team = plan.at("team");
    }

    private static List<String> members(String truth) {
        return BOOK.truths().stream()
                .filter(one -> one.id().equals(truth))
                .findFirst()
                .orElseThrow()
                .members();
    }

    private static Tree area(String id) {
        return team.at("leadership").only(one -> one.text("area").equals(id));
    }

    private static Tree profile(String role) {
        return team.at("profiles").only(one -> one.text("role").equals(role));
    }

    private static Tree proposed(String segment, String role) {
        return team.at("proposed")
                .only(one -> one.text("segment").equals(segment))
                .at("roles")
                .only(one -> one.text("role").equals(role));
    }

    private static Map<String, Tree> kinds(Tree sheet) {
        Map<String, Tree> kinds = new TreeMap<>();
        sheet.list("byKind").forEach(kind -> kinds.put(kind.text("kind"), kind));
        return kinds;
    }

    private static Tree sheet(String member) {
        return team.at("sheets").only(one -> one.text("member").equals(member));
    }

    @Test
    void onboarding_hasNobodyToLeadIt_andTheNearestIsToldWithWhatIsMissing() {
        Tree onboarding = area("onboarding");
        assertThat(onboarding.names()).doesNotContain("leader", "successor");
        assertThat(onboarding.texts("remarks"))
                .singleElement()
                .asString()
                .startsWith("nobody of ")
                .endsWith("the nearest is " + members("nobody-leads-onboarding").get(0)
                        + ", who lacks 1 level of integration");
    }

    @Test
    void customerSuccess_isLedByWhoFitsBest_andTheNextOneFollows() {
        List<String> fitting = members("fits-to-lead");
        Tree area = area("customer-success");
        assertThat(area.text("leader", "member")).isEqualTo(fitting.get(0));
        assertThat(area.text("successor", "member")).isEqualTo(fitting.get(1));
        assertThat(area.at("leader", "fit").texts("reasons"))
                .contains("  skill.coaching 1 x 2: level 4 of 3 asked for, must");
        assertThat(profile("customer-success-lead").list("others"))
                .extracting(fit -> fit.text("member"))
                .containsExactlyElementsOf(fitting);
    }

    @Test
    void renewalsAndExpansion_areLedByOneEach_whoCouldFollowTheOther() {
        List<String> two = members("two-lead-two");
        assertThat(area("renewals").text("leader", "member"))
                .isEqualTo(area("expansion").text("successor", "member"))
                .isEqualTo(two.get(0));
        assertThat(area("expansion").text("leader", "member"))
                .isEqualTo(area("renewals").text("successor", "member"))
                .isEqualTo(two.get(1));
        assertThat(area("renewals").texts("remarks")).containsExactly(two.get(1) + " could follow and leads expansion");
    }

    @Test
    void nobodyLeadsTwo_andNobodyFollowsThemselves() {
        TreeSet<String> leaders = new TreeSet<>();
        for (Tree area : team.list("leadership")) {
            if (area.has("leader")) {
                assertThat(leaders.add(area.text("leader", "member"))).isTrue();
                assertThat(area.truth("leader", "fit", "fits")).isTrue();
                assertThat(area.text("successor", "member")).isNotEqualTo(area.text("leader", "member"));
            }
        }
        assertThat(leaders).hasSize(3);
        assertThat(team.list("leadership"))
                .extracting(area -> area.text("area"))
                .containsExactlyElementsOf(plan.at("scope", "scopes").list().get(0).at("leaders").list().stream()
                        .flatMap(leader -> leader.texts("areas").stream())
                        .toList());
    }

    @Test
    void csmOfThePool_doesNotFitTheRole_byTwoLevelsOfTwoSkills() {
        Tree fit = profile("csm")
                .at("holders")
                .only(one -> one.text("member")
                        .equals(members("csm-of-the-pool-does-not-fit").get(0)));
        assertThat(fit.truth("fits")).isFalse();
        assertThat(fit.list("gaps"))
                .extracting(gap -> gap.text("skill") + " " + (int) gap.number("levels") + " " + gap.text("importance"))
                .containsExactly("executive-reviews 2 must", "analytics 2 must");
        assertThat(profile("csm").list("holders"))
                .filteredOn(one -> one.truth("fits"))
                .hasSize(7);
    }

    @Test
    void architect_hasNoSecurityReviews_andSoDoesEveryTeamThatNeedsThem() {
        Tree fit = profile("solution-architect").list("holders").get(0);
        assertThat(fit.list("gaps"))
                .extracting(gap -> gap.text("skill") + " " + (int) gap.number("levels"))
                .containsExactly("security-reviews 3");
        for (String segment : List.of("strategic", "enterprise", "mid-market")) {
            Tree role = proposed(segment, "solution-architect");
            assertThat(role.list("members"))
                    .extracting(one -> one.text("member"))
                    .containsExactly("architect-sam");
            assertThat(role.list("missingSkills"))
                    .extracting(skill -> skill.text("skill"))
                    .containsExactly("security-reviews");
        }
    }

    @Test
    void teams_areThoseOfTheAssignment_andTheirGapsAreWhoCannotBePlaced() {
        Map<String, Integer> placed = new TreeMap<>();
        plan.list("assignments", "byRole", "csm", "placements")
                .forEach(one -> placed.merge(one.text("member"), 1, Integer::sum));
        Map<String, Integer> inTeams = new TreeMap<>();
        double hoursShort = 0;
        for (Tree one : team.list("proposed")) {
            for (Tree role : one.list("roles")) {
                if (role.text("role").equals("csm")) {
                    hoursShort += role.number("hoursShort");
                    role.list("members").stream()
                            .filter(member -> member.number("customers") > 0)
                            .forEach(member -> inTeams.merge(
                                    member.text("member"), (int) member.number("customers"), Integer::sum));
                }
            }
        }
        assertThat(inTeams).isEqualTo(placed);
        boolean isSomebodyUnplaced =
                !plan.list("assignments", "byRole", "csm", "unplaced").isEmpty();
        assertThat(hoursShort > 0).isEqualTo(isSomebodyUnplaced);
        assertThat(proposed("small", "csm").text("pool")).isEqualTo("pool-digital");
    }

    /** Sponsors are no members of a segment's team, and whom help on a trigger is for turns out in the year. */
    @Test
    void hoursOfTeams_areTheCapacityOfTheRoles_butForSponsorsAndHelpOnTriggers() {
        double help = plan.list("flex", "helps").stream()
                .mapToDouble(rule -> rule.number("atMostHoursPerYear"))
                .sum();
        for (Tree role : plan.list("capacity", "roles")) {
            String id = role.text("role");
            double besides = id.equals("csm") ? help * CAPACITY_FACTOR : SPONSORS.contains(id) ? SPONSOR_HOURS : 0;
            double inTeams = team.list("proposed").stream()
                    .flatMap(one -> one.list("roles").stream())
                    .filter(one -> one.text("role").equals(id))
                    .mapToDouble(one -> one.number("hoursNeeded"))
                    .sum();
            assertThat(inTeams + besides).as(id).isCloseTo(role.number("hoursNeeded"), within(1e-6));
        }
    }

    private static Tree kind(Map<String, Tree> kinds, String kind) {
        return requireNonNull(kinds.get(kind), kind);
    }

    @Test
    void oneCsm_drifts_intoTicketsThatNobodyPlans_andNobodyElseDoes() {
        String drifting = members("csm-drifts").get(0);
        Map<String, Tree> own = kinds(sheet(drifting));
        assertThat(kind(own, "ticket").number("hoursPlanned")).isZero();
        assertThat(kind(own, "ticket").number("hours")).isGreaterThan(50);
        assertThat(kind(own, "success-plan").number("hours")).isZero();
        assertThat(kind(own, "success-plan").number("hoursPlanned")).isPositive();
        assertThat(kind(own, "renewal").number("hours")).isZero();
        for (Tree sheet : team.list("sheets")) {
            List<String> unplanned = kinds(sheet).entrySet().stream()
                    .filter(kind -> kind.getValue().number("hoursPlanned") == 0
                            && kind.getValue().number("hours") > 0)
                    .map(Map.Entry::getKey)
                    .filter(kind -> !kind.equals("internal"))
                    .toList();
            assertThat(unplanned)
                    .as(sheet.text("member"))
                    .isEqualTo(sheet.text("member").equals(drifting) ? List.of("ticket") : List.of());
        }
    }

    @Test
    void others_workAboutAsPlanned_exceptTheOverloadedOne() {
        Map<String, Double> shares = new TreeMap<>();
        for (Tree sheet : team.list("sheets")) {
            double planned = 0;
            double spent = 0;
            for (Tree kind : sheet.list("byKind")) {
                planned += kind.number("hoursPlanned");
                spent += kind.text("kind").equals("internal") ? 0 : kind.number("hours");
            }
            if (planned > 0) {
                shares.put(sheet.text("member"), spent / planned);
            }
        }
        assertThat(shares).hasSizeGreaterThan(10);
        Double overloaded = shares.remove(members("csm-overloaded").get(0));
        assertThat(overloaded)
                .as("who has too many customers cannot do what is planned for them")
                .isBetween(0.3, 0.6);
        assertThat(shares.values()).allSatisfy(share -> assertThat(share).isBetween(0.75, 1.35));
    }
}
