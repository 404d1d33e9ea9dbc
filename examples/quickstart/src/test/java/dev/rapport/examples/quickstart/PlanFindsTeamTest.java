package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.examples.quickstart.sample.SampleBook;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What was planted about the team: security reviews that nobody can do, one architect, one who speaks Danish and Swedish,
 * one with more customers than hours, a sponsor who left.
 */
class PlanFindsTeamTest {

    private static final SampleBook BOOK = SampleBook.generate(300, 7);

    private static Tree plan = Tree.of("{}");
    private static Tree team = plan;

    @BeforeAll
    static void run() {
        plan = Tree.of(SamplePlan.of().resolve("plan.json"));
        team = plan.at("team");
    }

    private static Tree skill(String name) {
        return team.at("skills").only(one -> one.text("skill").equals(name));
    }

    private static Tree keyPerson(String member) {
        return team.at("keyPersons").only(one -> one.text("member").equals(member));
    }

    private static Tree sheet(String member) {
        return team.at("sheets").only(one -> one.text("member").equals(member));
    }

    @Test
    void securityReviews_areAskedForByHighTouch_andNobodyCanDoThem() {
        Tree need = skill("security-reviews");
        assertThat(need.list("capable")).isEmpty();
        assertThat(need.texts("segments")).containsExactly("enterprise", "mid-market", "strategic");
        assertThat(need.number("hoursShort"))
                .isEqualTo(need.number("hoursNeeded"))
                .isPositive();
        assertThat(skill("integration").number("hoursShort")).isZero();
    }

    @Test
    void oneArchitect_isAKeyPerson_byRoleAndSkill() {
        assertThat(keyPerson("architect-sam").texts("roles")).containsExactly("solution-architect");
        assertThat(keyPerson("architect-sam").texts("skills")).containsExactly("integration");
    }

    @Test
    void danishAndSwedish_hangOnOneCsm() {
        assertThat(keyPerson("csm-freja").at("languages").names()).containsExactly("da", "sv");
        assertThat(team.at("keyPersons")
                        .where(person -> person.text("member").startsWith("csm-")
                                && !person.at("languages").names().isEmpty()))
                .hasSize(1);
    }

    @Test
    void overloadedCsm_isTheOneOnWhomMostRevenueHangs() {
        String overloaded = BOOK.truths().stream()
                .filter(truth -> truth.id().equals("csm-overloaded"))
                .findFirst()
                .orElseThrow()
                .members()
                .get(0);
        assertThat(team.list("keyPersons").get(0).text("member")).isEqualTo(overloaded);
        assertThat(sheet(overloaded).number("load")).isGreaterThan(1);
        assertThat(sheet(overloaded).list("atRisk")).isNotEmpty();
    }

    @Test
    void sponsorWhoLeft_isOnTheSheetOfTheOwner() {
        String customer = BOOK.truths().stream()
                .filter(truth -> truth.id().equals("sponsor-left"))
                .findFirst()
                .orElseThrow()
                .customers()
                .get(0);
        List<String> owners = plan.at("customers")
                .only(line -> line.text("id").equals(customer))
                .texts("owners");
        assertThat(team
                        .at("sheets")
                        .where(sheet -> sheet.texts("withoutSponsor").contains(customer))
                        .stream()
                        .map(sheet -> sheet.text("member")))
                .isNotEmpty()
                .isSubsetOf(owners);
    }

    @Test
    void hoursByKind_areThoseOfTheTime() {
        double spent = team.list("drift").stream()
                .mapToDouble(kind -> kind.number("hours"))
                .sum();
        assertThat(spent).isCloseTo(plan.number("time", "hours"), within(1e-6));
        assertThat(team.list("drift").stream()
                        .filter(kind -> kind.number("hoursPlanned") == 0)
                        .map(kind -> kind.text("kind")))
                .as("what the team does is called as the models call it")
                .containsExactly("internal", "ticket");
    }

    @Test
    void sheets_haveEachCustomerAtRisk_withAnOwner_andNoOther() {
        TreeSet<String> onSheets = new TreeSet<>();
        team.list("sheets").forEach(sheet -> sheet.list("atRisk").forEach(risk -> onSheets.add(risk.text("customer"))));
        assertThat(onSheets).isNotEmpty();
        for (Tree sheet : team.list("sheets")) {
            for (Tree risk : sheet.list("atRisk")) {
                assertThat(plan.at("customers")
                                .only(line -> line.text("id").equals(risk.text("customer")))
                                .texts("owners"))
                        .contains(sheet.text("member"));
            }
        }
    }
}
