package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is in the policies of the sample about cost and time, found in the plan. */
class PlanFindsMoneyTest {

    private static final double CENT = 0.011;

    private static Tree plan = Tree.of("{}");
    private static Tree models = Tree.of("{}");
    private static Tree organisation = Tree.of("{}");

    @BeforeAll
    static void run() throws IOException {
        plan = Tree.of(SamplePlan.of().resolve("plan.json"));
        models = SamplePolicies.of("engagement-models.json");
        organisation = SamplePolicies.of("organisation.json");
    }

    private static Tree segment(String id) {
        return plan.at("segments").only(segment -> segment.text("id").equals(id));
    }

    private static double hourlyCost(String role) {
        List<Tree> holders =
                organisation.at("members").where(member -> member.text("role").equals(role) && !member.has("leftOn"));
        double cost = 0;
        double hours = 0;
        for (Tree member : holders) {
            cost += member.amount("hourlyCost") * member.number("hoursPerWeek");
            hours += member.number("hoursPerWeek");
        }
        return cost / hours;
    }

    @Test
    void costOfASegment_isTheSumOfItsKinds() {
        int priced = 0;
        for (Tree segment : plan.list("segments")) {
            if (segment.has("costToServe")) {
                Tree kinds = segment.at("costByKind");
                assertThat(kinds.names().stream().mapToDouble(kinds::amount).sum())
                        .isCloseTo(segment.amount("costToServe"), within(CENT));
                priced++;
            }
        }
        assertThat(priced).isEqualTo(4);
    }

    @Test
    void helpOnATrigger_isInWhatSmallCustomersCost_asItsRulesCanCostAtMost() {
        double atMost = plan.list("flex", "helps").stream()
                .filter(help -> help.text("model").equals("tech-touch"))
                .mapToDouble(help -> help.amount("costAtMost"))
                .sum();
        assertThat(atMost).isCloseTo(12 * hourlyCost("csm"), within(CENT));
        assertThat(segment("small").amount("costByKind", "flex")).isCloseTo(atMost, within(CENT));
        double touchpoints =
                models.at("models").only(model -> model.text("id").equals("tech-touch")).list("touchpoints").stream()
                                .mapToDouble(touchpoint ->
                                        touchpoint.number("timesPerYear") * touchpoint.number("hoursEach"))
                                .sum()
                        * segment("small").number("customers");
        assertThat(segment("small").number("hoursPerYear")).isCloseTo(touchpoints + 12, within(1e-9));
    }

    @Test
    void sponsors_areInWhatStrategicCustomersCost() {
        double each = (hourlyCost("ceo") + hourlyCost("cro") + hourlyCost("vp-customer-success")) / 3;
        assertThat(segment("strategic").amount("costByKind", "sponsors"))
                .isCloseTo(segment("strategic").number("customers") * 4 * each, within(0.05));
        assertThat(segment("enterprise").at("costByKind").names()).doesNotContain("sponsors");
    }

    @Test
    void callList_isThatOfItsPolicy_whichCountsSilenceAfterHalfAYearAlone() {
        assertThat(plan.text("policies", "calls", "id")).isEqualTo("sample-calls");
        assertThat(plan.text("callList", "source")).startsWith("The published default with one change of our own");
        for (Tree call : plan.list("callList", "calls")) {
            String silence = call.text("sentence").replaceFirst(".*nobody has talked to them for (\\d+) days.*", "$1");
            assertThat(silence.matches("\\d+") ? Integer.parseInt(silence) : 180)
                    .isGreaterThanOrEqualTo(180);
        }
    }
}
