package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.examples.quickstart.sample.PlantedTruth;
import dev.rapport.examples.quickstart.sample.SampleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was planted about the life cycle: how customers move, who is accountable, what was promised. */
class PlanFindsLifeCycleTruthsTest {

    /** The truths that are asked for here. */
    static final Set<String> TRUTHS = Set.of(
            "handed-to-nobody",
            "onboarding-not-repeatable",
            "export-said-in-own-words",
            "value-over-price",
            "roadmap-behind",
            "second-version-is-faster");

    private static final SampleBook BOOK = SampleBook.generate(300, 7);

    private static Tree cycle = Tree.of("{}");
    private static Tree plan = Tree.of("{}");

    @BeforeAll
    static void run() {
        plan = Tree.of(SamplePlan.of().resolve("plan.json"));
        cycle = plan.at("lifeCycle");
    }

    private static PlantedTruth truth(String id) {
        return BOOK.truths().stream()
                .filter(truth -> truth.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " must be planted"));
    }

    private static Tree of(String list, String by, String name) {
        return cycle.at(list)
                .only(row -> row.text("by").equals(by) && row.text("name").equals(name));
    }

    @Test
    void handOff_toNobody_broke_onThatDay() {
        String customer = truth("handed-to-nobody").customers().get(0);
        List<Tree> broken =
                cycle.at("brokenHandOffs").where(row -> row.text("customer").equals(customer));
        assertThat(broken).singleElement().satisfies(row -> {
            assertThat(row.text("on")).isEqualTo("2026-01-05");
            assertThat(row.text("from")).isEqualTo("renewal");
            assertThat(row.text("to")).isEqualTo("value");
            assertThat(row.texts("broken"))
                    .containsExactly(
                            "nobody looks after the customer as csm, high-touch asks for 1; vp-vera answers for the role");
        });
        assertThat(cycle.number("handOffs")).isGreaterThan(100);
    }

    @Test
    void ownershipGaps_areThoseWithoutCsm_andWithTwo() {
        assertThat(cycle.list("ownershipGaps"))
                .extracting(row -> row.text("kind") + " " + row.text("customer"))
                .contains(
                        "nobody-accountable " + truth("no-csm-now").customers().get(0),
                        "several-accountable " + truth("two-csms").customers().get(0));
    }

    @Test
    void onboarding_isNotRepeatable_oneManagerIsSlower_andGivesLess() {
        List<String> members = truth("onboarding-not-repeatable").members();
        Tree quick = of("timeToValue", "owner", members.get(0));
        Tree slow = of("timeToValue", "owner", members.get(1));
        assertThat(slow.number("medianDays") - quick.number("medianDays")).isBetween(10.0, 40.0);
        assertThat(of("promises", "owner", members.get(0)).number("meanShare")).isGreaterThan(0.85);
        assertThat(of("promises", "owner", members.get(1)).number("meanShare")).isLessThan(0.7);
        assertThat(of("promises", "owner", members.get(1)).number("kept")).isZero();
    }

    @Test
    void conversion_fatesMakeUpWhoEntered_inTheOrderOfTheStages() {
        assertThat(cycle.list("conversion"))
                .extracting(row -> row.text("stage"))
                .containsExactly("onboarding", "adoption", "value", "renewal");
        assertThat(cycle.list("conversion"))
                .allSatisfy(row -> assertThat(row.number("movedOn")
                                + row.number("wentBack")
                                + row.number("left")
                                + row.number("still"))
                        .isEqualTo(row.number("entered")));
    }

    @Test
    void everyDepartment_hasAPart() {
        assertThat(cycle.has("departmentsWithoutPart")).isFalse();
    }

    @Test
    void export_saidInOwnWords_isHeardByItsTheme_withTheRevenueBehindIt_andWhatWasDone() throws IOException {
        List<String> customers = truth("export-said-in-own-words").customers();
        Tree theme = plan.at("voice", "themes").only(row -> row.text("theme").equals("exports"));
        double arr = customers.stream()
                .mapToDouble(id -> plan.at("customers")
                        .only(line -> line.text("id").equals(id))
                        .amount("arr"))
                .sum();
        assertThat(theme.text("department")).isEqualTo("engineering");
        assertThat(theme.number("mentions")).isEqualTo(5);
        assertThat(theme.amount("arr")).isEqualTo(arr, within(1e-6));
        assertThat(theme.number("acted")).isEqualTo(1);
        assertThat(theme.number("unanswered")).isEqualTo(4);
        assertThat(plan.at("voice", "utterances")
                        .where(one -> one.texts("themes").contains("exports")))
                .extracting(one -> one.text("customer"))
                .containsExactlyInAnyOrderElementsOf(customers);

        Path pages = SamplePlan.of().resolve("voice");
        assertThat(Files.readString(pages.resolve(customers.get(0) + ".html")))
                .contains("The EXPORT, again: half of the rows are missing!", "The export is whole again", "acted");
        assertThat(Files.readString(pages.resolve(customers.get(1) + ".html")))
                .contains("We have heard you, and owe you an answer.")
                .doesNotContain("The export is whole again");
    }

    @Test
    void digest_tellsADepartment_howCustomersAre_whatTheyAsk_andWhatIsItsToDo() throws IOException {
        Tree digest = plan.at("digests").only(row -> row.text("department").equals("engineering"));
        assertThat(digest.text("since")).isEqualTo("2026-06-01");
        assertThat(digest.text("next")).isEqualTo("2026-07-01");
        assertThat(digest.texts("themes")).containsExactly("exports");
        assertThat(digest.at("lately").number("mentions")).isEqualTo(5);
        assertThat(digest.list("health").stream()
                        .mapToDouble(row -> row.number("customers"))
                        .sum())
                .isEqualTo(plan.list("customers").size());
        assertThat(digest.number("escalations"))
                .isEqualTo(plan.at("escalations", "escalations")
                        .where(one -> one.text("department").equals("engineering"))
                        .size());
        assertThat(Files.readString(SamplePlan.of().resolve("digests").resolve("engineering.html")))
                .contains("What is yours to do", "Exports", "defect");
    }

    @Test
    void recurrence_tellsHowFastCausesClose_andWhatIsOpenByDepartment() {
        Tree defect = plan.at("escalations", "recurrences")
                .only(row -> row.text("cause").equals("defect"));
        assertThat(defect.number("medianDaysToClose")).isBetween(0.1, 60.0);
        Tree engineering = plan.at("escalations", "departments")
                .only(row -> row.text("department").equals("engineering"));
        assertThat(engineering.number("open")).isGreaterThanOrEqualTo(5);
        assertThat(engineering.number("withoutAccountable")).isZero();
    }

    @Test
    void roadmap_confirmedValue_paysThePrice_ofOneCustomer() {
        String customer = truth("value-over-price").customers().get(0);
        Tree value = cycle.at("roadmap", "customers").only(row -> row.text("of").equals(customer));
        assertThat(value.amount("confirmedValue")).isEqualTo(360_000);
        assertThat(value.number("ratio"))
                .isEqualTo(360_000 / value.amount("price"), within(1e-9))
                .isGreaterThan(1);
    }

    @Test
    void roadmap_tellsWhoIsBehind_andItsSegmentsSumToAll() {
        for (String customer : truth("roadmap-behind").customers()) {
            assertThat(cycle.at("roadmap", "outcomes")
                            .where(row -> row.text("customer").equals(customer)
                                    && row.text("state").equals("behind")))
                    .singleElement()
                    .satisfies(row -> assertThat(row.text("outcome")).startsWith("close"));
        }
        assertThat(cycle.list("roadmap", "segments").stream()
                        .mapToDouble(row -> row.amount("confirmedValue"))
                        .sum())
                .isEqualTo(cycle.at("roadmap", "overall").amount("confirmedValue"), within(0.01));
    }

    @Test
    void secondVersion_isFaster_byMoreThanChance() {
        assertThat(truth("second-version-is-faster").sentence()).contains("40 days");
        Tree first = cycle.at("versions").only(row -> row.text("revision").equals("2022-01"));
        Tree second = cycle.at("versions").only(row -> row.text("revision").equals("2025-01"));
        assertThat(first.at("timeToValue").number("medianDays")
                        - second.at("timeToValue").number("medianDays"))
                .isBetween(25.0, 55.0);
        assertThat(second.number("p")).isLessThan(0.01);
        assertThat(first.has("p")).isFalse();
    }
}
