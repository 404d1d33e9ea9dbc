package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.examples.quickstart.sample.PlantedTruth;
import dev.rapport.examples.quickstart.sample.SampleBook;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.StageEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What was planted about the life cycle and the customers' voice: where customers stand, how they move, who is accountable,
 * what was promised, what they say. Sentence by sentence of what a life cycle must tell:
 *
 * <table>
 * <caption>Where each sentence is found</caption>
 * <tr><th>sentence</th><th>test</th></tr>
 * <tr><td>stages per customer and product; where each stands, how long</td><td>{@code productOfItsOwn_...}</td></tr>
 * <tr><td>entry and exit evidence, checklists with completeness, hand-offs that broke</td>
 *     <td>{@code handOff_withoutEvidence_...}, {@code handOff_toNobody_...}</td></tr>
 * <tr><td>expected duration, who is stuck, owning department, one accountable</td><td>{@code stuck_...}</td></tr>
 * <tr><td>every department has a part</td><td>{@code everyDepartment_hasAPart}</td></tr>
 * <tr><td>gaps in ownership against the engagement model</td><td>{@code ownershipGaps_...}</td></tr>
 * <tr><td>roadmap: baseline, target, realised, confirmed, value over price, in the long term</td>
 *     <td>{@code roadmap_...}</td></tr>
 * <tr><td>repeatable: promised and delivered, spread by model, stage and owner</td>
 *     <td>{@code onboarding_isNotRepeatable_...}, {@code spread_...}</td></tr>
 * <tr><td>movement and conversion</td><td>{@code conversion_...}, {@code movements_...}</td></tr>
 * <tr><td>versions compared on outcomes</td><td>{@code secondVersion_...}</td></tr>
 * <tr><td>themes, departments, ARR behind, closed loop, "you said, we did"</td><td>{@code export_...}</td></tr>
 * <tr><td>digest by department on a cadence</td><td>{@code digest_...}, {@code digests_...}</td></tr>
 * </table>
 *
 * <p>Escalation: {@link PlanFindsEscalationTruthsTest}; the customer file: {@link CustomerFileFindsTest}.
 */
class PlanFindsLifeCycleTruthsTest {

    /** The truths that are asked for here. */
    static final Set<String> TRUTHS = Set.of(
            "handed-to-nobody",
            "onboarding-not-repeatable",
            "export-said-in-own-words",
            "value-over-price",
            "roadmap-behind",
            "second-version-is-faster",
            "handed-on-unready",
            "two-products-two-stages",
            "later-under-high-touch");

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

    private static Tree file(String customer) {
        return Tree.of(SamplePlan.of().resolve("customers").resolve(customer + ".json"));
    }

    @Test
    void productOfItsOwn_hasAStageOfItsOwn_besideThatOfTheWhole() {
        Tree stages = file(truth("two-products-two-stages").customers().get(0)).at("lifeCycle", "currentStages");
        assertThat(stages.where(row -> !row.has("product")))
                .singleElement()
                .satisfies(row -> assertThat(row.text("stage")).isEqualTo("value"));
        Tree product = stages.only(row -> row.has("product"));
        assertThat(product.text("product")).isEqualTo("consulting");
        assertThat(product.text("stage")).isEqualTo("adoption");
        assertThat(product.text("since")).isEqualTo("2026-05-04");
        assertThat(product.number("days")).isEqualTo(57);
        assertThat(cycle.at("customersByStage").names().stream()
                        .mapToDouble(stage -> cycle.number("customersByStage", stage))
                        .sum())
                .as("each customer once, and one more with its product")
                .isEqualTo(plan.list("customers").size() + 1);
        assertThat(cycle.list("withoutStage")).isEmpty();
    }

    @Test
    void handOff_withoutEvidence_broke_asFarAsItIsIncomplete() {
        String customer = truth("handed-on-unready").customers().get(0);
        List<Tree> broken =
                cycle.at("brokenHandOffs").where(row -> row.text("customer").equals(customer));
        assertThat(broken).extracting(row -> row.text("on")).containsExactly("2026-06-24", "2026-03-07");
        assertThat(broken.get(0).texts("broken")).containsExactly("left adoption without sponsor-known");
        assertThat(broken.get(1).texts("broken"))
                .containsExactly("left onboarding without first-use", "handed on without administrator-known");
        assertThat(broken).allSatisfy(row -> {
            assertThat(row.number("completeness")).isZero();
            assertThat(row.list("checklist"))
                    .allSatisfy(one -> assertThat(one.text("status")).isEqualTo("lacking"));
        });
    }

    @Test
    void stuck_isToldWithWhatIsExpected_andWhoseItIs() {
        Tree stuck = cycle.at("stuck").only(row -> true);
        assertThat(stuck.number("days")).isGreaterThan(1.5 * stuck.number("expectedDays"));
        assertThat(stuck.number("expectedDays")).isEqualTo(60);
        assertThat(stuck.text("department")).isEqualTo("onboarding");
        assertThat(stuck.text("accountable")).isEqualTo("onboarding");
    }

    private static double spread(Tree row) {
        return row.number("threeQuartersDays") - row.number("quarterDays");
    }

    @Test
    void spread_isToldByModel_stageAndOwner_andHighTouchIsLater() {
        List<String> members = truth("onboarding-not-repeatable").members();
        double slower = of("timeToValue", "owner", members.get(1)).number("medianDays")
                - of("timeToValue", "owner", members.get(0)).number("medianDays");
        assertThat(truth("later-under-high-touch").segments()).containsExactly("small");
        assertThat(of("timeToValue", "model", "high-touch").number("medianDays")
                        - of("timeToValue", "model", "tech-touch").number("medianDays"))
                .as("half of the customers under high touch wait longer")
                .isBetween(slower / 4, 1.5 * slower);
        assertThat(spread(of("timeInStage", "stage", "onboarding"))).isGreaterThan(20);
        assertThat(of("promises", "model", "high-touch").number("deviation")).isGreaterThan(0.1);
        assertThat(of("promises", "stage", "onboarding").number("promised"))
                .isEqualTo(3 * of("promises", "stage", "onboarding").number("stays"));
    }

    /** Stays that were left within the year, from the facts, counted without the library's rooms. */
    private static Map<String, Long> leftLately() {
        LocalDate since = LocalDate.parse(cycle.text("since"));
        return Facts.of(Customer.adapter(BOOK.stream().toList()), BOOK.customers())
                .in(SampleBook.ZONE, SampleBook.CURRENCY)
                .asOf(SampleBook.UNTIL)
                .customers()
                .stream()
                .flatMap(view -> view.series(StageEntry.SERIES).stream())
                .filter(stay -> stay.leftOn()
                        .filter(left -> !left.isBefore(since) && !left.isAfter(SampleBook.UNTIL))
                        .isPresent())
                .collect(Collectors.groupingBy(StageEntry::stage, TreeMap::new, Collectors.counting()));
    }

    @Test
    void movements_areThoseOfTheFacts_stageByStage() {
        Map<String, Double> told = new TreeMap<>();
        cycle.list("movements").forEach(row -> told.merge(row.text("from"), row.number("moves"), Double::sum));
        Map<String, Double> counted = new TreeMap<>();
        leftLately().forEach((stage, moves) -> counted.put(stage, (double) moves));
        assertThat(told).isEqualTo(counted).containsKeys("onboarding", "adoption", "value", "renewal");
    }

    @Test
    void roadmap_tellsBaselineTargetAndRealised_andTheLongTerm() {
        String customer = truth("value-over-price").customers().get(0);
        Tree outcome = cycle.at("roadmap", "outcomes")
                .only(row -> row.text("customer").equals(customer) && row.has("valuePerYear"));
        assertThat(outcome.number("baseline")).isEqualTo(60);
        assertThat(outcome.number("target")).isEqualTo(36);
        assertThat(outcome.number("realised")).isEqualTo(36);
        assertThat(outcome.text("state")).isEqualTo("confirmed");
        List<Tree> years = cycle.list("roadmap", "longTerm");
        assertThat(years).extracting(row -> row.text("of")).containsExactly("2024-06-30", "2025-06-30", "2026-06-30");
        assertThat(years.get(2).amount("confirmedValue"))
                .isEqualTo(cycle.at("roadmap", "overall").amount("confirmedValue"));
        assertThat(years).isSortedAccordingTo(Comparator.comparingDouble(row -> row.amount("confirmedValue")));
        assertThat(years.get(0).number("confirmed")).isLessThan(years.get(2).number("confirmed"));
    }

    @Test
    void digests_areForEveryDepartmentThatHasAStageAThemeOrARoute_andThePlanLeadsToThem() throws IOException {
        List<String> departments =
                plan.list("digests").stream().map(row -> row.text("department")).toList();
        assertThat(departments)
                .contains("engineering", "product", "onboarding", "sales", "customer-success", "finance", "support");
        String page = Files.readString(SamplePlan.of().resolve("index.html"));
        for (String department : departments) {
            assertThat(page).contains("href=\"digests/" + department + ".html\"");
            assertThat(SamplePlan.of().resolve("digests").resolve(department + ".html"))
                    .exists();
        }
        String said = truth("export-said-in-own-words").customers().get(0);
        assertThat(page).contains("href=\"voice/" + said + ".html\"", "Who waits longest for an answer");
    }
}
