package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.escalation.EscalationPolicy;
import dev.rapport.engagement.escalation.Route;
import dev.rapport.examples.quickstart.sample.PlantedTruth;
import dev.rapport.examples.quickstart.sample.SampleBook;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What was planted about escalation. Sentence by sentence:
 *
 * <table>
 * <caption>Where each sentence is found</caption>
 * <tr><th>sentence</th><th>test</th></tr>
 * <tr><td>root cause to department and role</td><td>{@code PlanFindsPlantedTruthsTest}, {@code route_...}</td></tr>
 * <tr><td>to a deadline in working hours</td><td>{@code deadline_...}</td></tr>
 * <tr><td>fallback up the reporting line</td><td>{@code whoHasLeft_...}</td></tr>
 * <tr><td>exactly one accountable</td><td>{@code everyEscalation_...}</td></tr>
 * <tr><td>a complete default with its reasons</td><td>{@code route_...}</td></tr>
 * <tr><td>recurrence: customers, ARR, department, how fast it closes</td><td>{@code recurrence_...}</td></tr>
 * </table>
 */
class PlanFindsEscalationTruthsTest {

    /** The truths that are asked for here. */
    static final Set<String> TRUTHS = Set.of("defect-on-a-sunday", "executive-has-left");

    private static final SampleBook BOOK = SampleBook.generate(300, 7);

    private static Tree plan = Tree.of("{}");

    @BeforeAll
    static void run() {
        plan = Tree.of(SamplePlan.of().resolve("plan.json"));
    }

    private static PlantedTruth truth(String id) {
        return BOOK.truths().stream()
                .filter(truth -> truth.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " must be planted"));
    }

    private static Tree escalation(String truth, String cause) {
        String customer = truth(truth).customers().get(0);
        return plan.at("escalations", "escalations")
                .only(one -> one.text("customer").equals(customer)
                        && one.text("cause").equals(cause));
    }

    private static Instant at(String berlin) {
        return Instant.parse(berlin);
    }

    @Test
    void deadline_inWorkingHours_waitsForMonday() {
        Tree defect = escalation("defect-on-a-sunday", "defect");
        assertThat(at(defect.text("raisedAt")).atZone(SampleBook.ZONE).toString())
                .startsWith("2026-06-21T00:00");
        assertThat(defect.text("deadline")).isEqualTo("8 working hours");
        assertThat(at(defect.text("actBy")).atZone(SampleBook.ZONE).toString()).startsWith("2026-06-22T17:00");
        assertThat(defect.truth("overdue")).isTrue();
    }

    @Test
    void whoHasLeft_isStoodInFor_upTheReportingLine() {
        List<String> members = truth("executive-has-left").members();
        Tree unmet = escalation("executive-has-left", "expectations-not-met");
        assertThat(unmet.text("role")).isEqualTo("account-executive");
        assertThat(unmet.text("accountable")).isEqualTo(members.get(1));
        assertThat(unmet.text("because"))
                .isEqualTo("stands in for " + members.get(0)
                        + ", the customer's account-executive, up the reporting line");
        assertThat(plan.at("coverage", "findings")
                        .only(one -> one.text("kind").equals("owner-has-left"))
                        .text("customer"))
                .isEqualTo(truth("executive-has-left").customers().get(0));
    }

    @Test
    void everyEscalation_hasExactlyOneAccountable_andTheNearestDeadlineIsFirst() {
        List<Tree> all = plan.list("escalations", "escalations");
        assertThat(all).isNotEmpty().allSatisfy(one -> {
            assertThat(one.text("accountable")).matches("[a-z]+-[a-z]+");
            assertThat(one.text("because")).isNotBlank();
            assertThat(one.list("signs")).isNotEmpty();
        });
        assertThat(all).isSortedAccordingTo(Comparator.comparing(one -> at(one.text("actBy"))));
        assertThat(all.stream().map(one -> one.text("customer") + one.text("cause")))
                .doesNotHaveDuplicates();
    }

    @Test
    void route_ofEveryCause_isThatOfTheDefault_withItsReason() {
        for (Tree one : plan.list("escalations", "escalations")) {
            Route route = EscalationPolicy.standard().find(one.text("cause")).orElseThrow();
            assertThat(one.text("department")).isEqualTo(route.department());
            assertThat(one.text("role")).isEqualTo(route.role());
            assertThat(one.text("deadline")).isEqualTo(route.deadline().toString());
            assertThat(one.text("reason")).isEqualTo(route.reason());
        }
        assertThat(plan.list("escalations", "unknownCauses")).isEmpty();
    }

    @Test
    void recurrence_tellsCustomers_theirRevenue_department_andHowFastItCloses() {
        List<String> customers = BOOK.truths().stream()
                .filter(truth -> truth.id().equals("recurring-defect"))
                .findFirst()
                .orElseThrow()
                .customers();
        double arr = plan.list("customers").stream()
                .filter(line -> new HashSet<>(customers).contains(line.text("id")))
                .mapToDouble(line -> line.amount("arr"))
                .sum();
        Tree defect = plan.at("escalations", "recurrences")
                .only(row -> row.text("cause").equals("defect"));
        assertThat(defect.number("customers")).isEqualTo(customers.size());
        assertThat(defect.amount("arr")).isEqualTo(arr, within(0.01));
        assertThat(defect.text("department")).isEqualTo("engineering");
        assertThat(defect.number("medianDaysToClose")).isBetween(0.1, 60.0);
        assertThat(plan.at("escalations", "recurrences")
                        .only(row -> row.text("cause").equals("use-case-not-achieved"))
                        .has("medianDaysToClose"))
                .as("none of them is closed")
                .isFalse();
    }
}
