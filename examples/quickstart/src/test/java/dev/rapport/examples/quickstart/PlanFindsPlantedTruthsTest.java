package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.examples.quickstart.sample.PlantedTruth;
import dev.rapport.examples.quickstart.sample.SampleBook;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was planted in the sample book stands in {@code plan.json}, each truth where a reader would look for it. */
class PlanFindsPlantedTruthsTest {

    private static final SampleBook BOOK = SampleBook.generate(300, 7);
    private static final Set<String> FOUND = new TreeSet<>();

    @TempDir
    private static Path folder;

    private static Tree plan = Tree.of("{}");

    @BeforeAll
    static void run() {
        plan = Tree.of(SamplePlan.since("2025-06-30").resolve("plan.json"));
    }

    private static PlantedTruth truth(String id) {
        FOUND.add(id);
        return BOOK.truths().stream()
                .filter(truth -> truth.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " must be planted"));
    }

    private static String only(String truth) {
        List<String> customers = truth(truth).customers();
        assertThat(customers).hasSize(1);
        return customers.get(0);
    }

    private static Tree customer(String id) {
        return plan.at("customers").only(line -> line.text("id").equals(id));
    }

    private static List<String> customers(List<Tree> lines) {
        return lines.stream().map(line -> line.text("customer")).toList();
    }

    private static Set<String> measuresOf(Tree customer) {
        return customer.list("reasons").stream()
                .map(reason -> reason.text("measure"))
                .collect(Collectors.toSet());
    }

    @Test
    void usageFalls_amongEnterprise_leadsTheAtRiskList() {
        List<Tree> lines = Stream.of("lines", "beyondCapacity")
                .flatMap(place -> plan.list("atRisk", place).stream())
                .sorted(Comparator.comparingDouble(line -> -line.amount("expectedLoss")))
                .toList();
        assertThat(customers(lines.subList(0, 6)))
                .containsExactlyInAnyOrderElementsOf(
                        truth("usage-falls-at-risk").customers());
        assertThat(lines.subList(0, 6)).allSatisfy(line -> {
            assertThat(line.number("daysToDecision")).isBetween(0.0, 120.0);
            assertThat(line.texts("because")).anyMatch(reason -> reason.contains("usage.change-30d -"));
            Tree customer = customer(line.text("customer"));
            assertThat(customer.text("segment")).isEqualTo("enterprise");
            assertThat(customer.text("band")).isIn("red", "yellow");
            assertThat(measuresOf(customer)).contains("usage-change");
        });
        assertThat(lines.get(5).amount("expectedLoss"))
                .as("well before the next")
                .isGreaterThan(1.5 * lines.get(6).amount("expectedLoss"));
    }

    @Test
    void usageFalls_areAlerted_withinTheBudget_andTheRestIsCounted() {
        Tree alerts = plan.at("alerts");
        List<String> planted = truth("usage-falls-at-risk").customers();
        List<String> told = customers(alerts.list("alerts"));
        List<String> keptBack = customers(alerts.list("keptBack"));

        assertThat(Stream.concat(told.stream(), keptBack.stream())).containsAll(planted);
        assertThat(told.subList(0, 5)).as("the most valuable first").isSubsetOf(planted);
        assertThat(alerts.list("alerts").stream().filter(alert -> planted.contains(alert.text("customer"))))
                .allSatisfy(alert -> {
                    assertThat(alert.number("change")).isLessThan(-0.15);
                    assertThat(LocalDate.parse(alert.text("since")))
                            .isBetween(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 6, 15));
                    assertThat(alert.number("statistic")).isGreaterThan(alert.number("threshold"));
                    assertThat(alert.amount("worth")).isGreaterThan(70_000);
                    assertThat(alert.texts("because")).anyMatch(reason -> reason.contains("usual"));
                });
        assertThat(alerts.list("alerts").stream()
                        .filter(alert -> alert.has("owner"))
                        .collect(Collectors.groupingBy(alert -> alert.text("owner"), Collectors.counting()))
                        .values())
                .allMatch(count -> count <= alerts.number("budgetPerOwnerAndWeek"));
        assertThat(alerts.at("keptBackByReason").number("over-budget")).isEqualTo(keptBack.size());
    }

    @Test
    void alerts_haveALead_andFewAreFalse_asMeasured() {
        Tree own = plan.at("alerts").list("leadFigures").get(0);

        assertThat(own.number("falseAlertsWanted")).isEqualTo(1);
        assertThat(own.number("medianLeadDays")).isGreaterThanOrEqualTo(30);
        assertThat(own.number("falseAlertsPerOwnerAndMonth")).isLessThanOrEqualTo(2);
        assertThat(own.number("found")).isGreaterThanOrEqualTo(12);
    }

    @Test
    void usageFell_beforeSixLeft_andAPlanOfThatTimeSaidSo() {
        PlantedTruth truth = truth("usage-fell-before-churn");
        Tree movements = plan.at("changes", "arrBridge", "movements");
        Run.ok("--as-of", "2025-06-30", "--compare-to", "2024-07-31", "--out", folder.resolve("then"));
        Tree then = Tree.of(folder.resolve("then").resolve("plan.json")).at("changes", "arrBridge", "movements");
        for (String id : truth.customers()) {
            assertThat(plan.at("customers").where(line -> line.text("id").equals(id)))
                    .as("%s has left", id)
                    .isEmpty();
            assertThat(Stream.of(movements, then).flatMap(cut -> cut.where(line -> isLoss(line, id)).stream()))
                    .as("%s is lost", id)
                    .hasSize(1);
            Tree before = PlannedAt.plan(BOOK, PlannedAt.lastEnd(BOOK, id).minusDays(14));
            Tree line = before.at("customers").only(one -> one.text("id").equals(id));
            assertThat(line.text("segment")).isEqualTo("enterprise");
            assertThat(line.text("band")).as(id).isNotEqualTo("green");
            assertThat(measuresOf(line)).as(id).containsAnyOf("usage-change", "seats-in-use");
        }
    }

    private static boolean isLoss(Tree movement, String customer) {
        return movement.text("customer").equals(customer)
                && movement.text("kind").equals("churn");
    }

    @Test
    void seatsNearlyUsedUp_isASegmentOfItsOwn() {
        assertThat(plan.at("customers")
                        .where(line -> line.text("furtherSegments", "expansion").equals("seats-nearly-used-up")))
                .singleElement()
                .matches(line -> line.text("id").equals(only("seats-nearly-used-up")));
    }

    @Test
    void sponsorLeft_isTheFirstReason_andCapsTheBand_thoughUsageIsFine() {
        for (String id : truth("sponsor-left").customers()) {
            Tree customer = customer(id);
            assertThat(customer.text("band")).as(id).isEqualTo("yellow");
            assertThat(customer.list("reasons").get(0).text("measure")).as(id).isEqualTo("sponsor");
            assertThat(customer.number("score")).as("at most yellow").isLessThan(75);
        }
        Set<String> capped = plan
                .at("customers")
                .where(line -> !line.list("reasons").isEmpty()
                        && line.list("reasons").get(0).text("measure").equals("sponsor"))
                .stream()
                .map(line -> line.text("id"))
                .collect(Collectors.toSet());
        assertThat(capped)
                .containsExactlyInAnyOrderElementsOf(truth("sponsor-left").customers());
    }

    private static Tree finding(String truth, String kind) {
        Tree finding =
                plan.at("coverage", "findings").only(line -> line.text("kind").equals(kind));
        assertThat(finding.text("customer")).isEqualTo(only(truth));
        assertThat(finding.text("role")).isEqualTo("csm");
        return finding;
    }

    @Test
    void nobodyOwns_one_sinceMarch() {
        assertThat(finding("no-csm-now", "no-owner").text("since")).isEqualTo("2026-03-01");
        assertThat(customer(only("no-csm-now")).list("owners")).isEmpty();
    }

    @Test
    void nobodyOwned_one_lastWinter() {
        Tree gap = finding("no-csm-last-winter", "gap");
        assertThat(gap.text("since")).isEqualTo("2025-12-15");
        assertThat(gap.text("until")).isEqualTo("2026-01-26");
    }

    @Test
    void twoOwn_one_sinceMarch() {
        Tree finding = finding("two-csms", "too-many-owners");
        assertThat(finding.text("since")).isEqualTo("2026-03-02");
        assertThat(finding.texts("owners")).hasSize(2);
    }

    @Test
    void findings_areThePlantedOnes() {
        assertThat(plan.list("coverage", "findings"))
                .extracting(line -> line.text("kind"))
                .containsExactlyInAnyOrder("no-owner", "gap", "too-many-owners", "owner-has-left");
    }

    @Test
    void noticeDeadline_wasMissed() {
        PlantedTruth truth = truth("notice-deadline-missed");
        Tree missed = plan.at("decisions", "missed").only(line -> true);
        assertThat(missed.text("customer")).isEqualTo(truth.customers().get(0));
        assertThat(missed.text("contract")).isEqualTo(truth.contracts().get(0));
        assertThat(missed.text("date")).isEqualTo("2026-06-20");
        assertThat(missed.text("termEnd")).isEqualTo("2026-09-18");
        assertThat(customer(truth.customers().get(0)).text("band")).isNotEqualTo("green");
    }

    @Test
    void noticeGiven_isLeaving_andNoDecision() {
        PlantedTruth truth = truth("notice-given");
        Tree leaving = plan.at("decisions", "leaving").only(line -> true);
        assertThat(leaving.text("customer")).isEqualTo(truth.customers().get(0));
        assertThat(leaving.text("contract")).isEqualTo(truth.contracts().get(0));
        assertThat(leaving.text("termEnd")).isEqualTo("2026-10-01");
        assertThat(leaving.text("reason")).contains("notice was given on 2026-06-01");
        assertThat(leaving.amount("arr")).isGreaterThan(100_000);
        assertThat(customers(plan.list("decisions", "ahead")))
                .doesNotContain(truth.customers().get(0));
        assertThat(customer(truth.customers().get(0)).has("nextDecision")).isFalse();
    }

    @Test
    void backDatedRenewal_isSeenFromTheDayItWasEntered() {
        String id = only("renewal-back-dated");
        Tree before = PlannedAt.plan(BOOK, LocalDate.of(2026, 3, 18));
        Tree after = PlannedAt.plan(BOOK, LocalDate.of(2026, 3, 19));
        assertThat(customers(before.list("decisions", "ahead"))).contains(id);
        assertThat(customers(after.list("decisions", "ahead"))).doesNotContain(id);
    }

    @Test
    void merged_isNoCustomerAnyMore_andItsRevenueIsTheOthers() {
        List<String> merged = truth("merged").customers();
        Tree transfer = transfers().only(line -> line.text("from").equals(merged.get(0)));
        assertThat(plan.at("customers").where(line -> line.text("id").equals(merged.get(0))))
                .isEmpty();
        assertThat(transfer.text("kind")).isEqualTo("merged");
        assertThat(transfer.text("to")).isEqualTo(merged.get(1));
        assertThat(plan.amount("changes", "arrBridge", "merged")).isEqualTo(transfer.amount("amount"));
        assertThat(movementsOf(merged.get(0))).as("not lost").isEmpty();
        assertThat(movementsOf(merged.get(1)))
                .as("but for a rounding of seats")
                .allMatch(line -> line.amount("amount") < 0.1 * transfer.amount("amount"));
    }

    private static Tree transfers() {
        return plan.at("changes", "arrBridge", "transfers");
    }

    private static List<Tree> movementsOf(String customer) {
        return plan.at("changes", "arrBridge", "movements")
                .where(line -> line.text("customer").equals(customer));
    }

    @Test
    void splitOff_isACustomer_andTheOtherPaysLess() {
        List<String> split = truth("split-off").customers();
        Tree transfer = transfers().only(line -> line.text("from").equals(split.get(1)));
        assertThat(transfer.text("kind")).isEqualTo("split");
        assertThat(transfer.text("to")).isEqualTo(split.get(0));
        assertThat(plan.amount("changes", "arrBridge", "split")).isEqualTo(transfer.amount("amount"));
        assertThat(customer(split.get(0)).amount("arr")).isEqualTo(transfer.amount("amount"));
        assertThat(movementsOf(split.get(0))).as("not won").isEmpty();
    }

    private static void escalated(String truth, String cause, String department) {
        List<String> customers = truth(truth).customers();
        List<Tree> lines = plan.at("escalations", "escalations")
                .where(line -> line.text("cause").equals(cause));
        assertThat(customers(lines)).containsExactlyInAnyOrderElementsOf(customers);
        assertThat(lines).allMatch(line -> line.text("department").equals(department));
        Tree recurrence = plan.at("escalations", "recurrences")
                .only(line -> line.text("cause").equals(cause));
        assertThat(recurrence.number("customers")).isEqualTo(customers.size());
    }

    @Test
    void overdueInvoices_goToFinance() {
        escalated("invoices-long-overdue", "payment", "finance");
    }

    @Test
    void recurringDefect_goesToEngineering() {
        escalated("recurring-defect", "defect", "engineering");
        assertThat(plan.at("escalations", "recurrences")
                        .only(line -> line.text("cause").equals("defect"))
                        .number("signs"))
                .isEqualTo(20);
    }

    @Test
    void unmetExpectation_goesToSales() {
        escalated("sales-expectation-unmet", "expectations-not-met", "sales");
    }

    @Test
    void unreachedUseCase_goesToCustomerSuccess() {
        escalated("use-case-not-reached", "use-case-not-achieved", "customer-success");
    }

    @Test
    void group_hasAGreenParent_andARedChild() {
        List<String> group = truth("group-with-red-child").customers();
        assertThat(group.stream().map(id -> customer(id).text("band"))).containsExactly("green", "red", "green");
    }

    @Test
    void group_isAFamily_thatPaysWhatItsCustomersPay_eachOnce() {
        List<String> group = truth("group-with-red-child").customers();
        Tree family =
                plan.at("families", "families").only(one -> one.text("top").equals(group.get(0)));
        assertThat(family.texts("customers")).containsExactlyInAnyOrderElementsOf(group);
        double arr =
                group.stream().mapToDouble(id -> customer(id).amount("arr")).sum();
        assertThat(family.amount("arr")).isCloseTo(arr, within(0.001));
        List<String> members = plan.list("families", "families").stream()
                .flatMap(one -> one.texts("customers").stream())
                .toList();
        assertThat(members).doesNotHaveDuplicates();
        assertThat(plan.list("families", "families").stream()
                        .mapToDouble(one -> one.amount("arr"))
                        .sum())
                .isLessThan(plan.amount("headline", "arr"));
        Tree file = Tree.of(SamplePlan.since("2025-06-30").resolve("customers").resolve(group.get(1) + ".json"));
        assertThat(file.amount("family", "arr")).isEqualTo(family.amount("arr"));
        List<Tree> ranked = plan.list("atRisk", "lines").stream()
                .filter(line -> members.contains(line.text("customer")))
                .toList();
        assertThat(ranked)
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line.number("family", "customers")).isGreaterThan(1));
    }

    @Test
    void unknown_isNotRed() {
        Tree customer = customer(only("no-data"));
        assertThat(customer.text("band")).isEqualTo("UNKNOWN");
        assertThat(customer.has("score")).isFalse();
        assertThat(customer.has("churnRisk")).isFalse();
        assertThat(plan.number("data", "customersWithoutHealth")).isEqualTo(1);
        assertThat(customers(plan.list("atRisk", "unranked"))).contains(customer.text("id"));
    }

    @Test
    void onboarding_for200Days_isStuck() {
        Tree stuck = plan.at("lifeCycle", "stuck").only(line -> true);
        assertThat(stuck.text("customer")).isEqualTo(only("stuck-in-onboarding"));
        assertThat(stuck.text("stage")).isEqualTo("onboarding");
        assertThat(stuck.number("days")).isEqualTo(200);
    }

    @Test
    void customer_withARunningSavePlay_isNotOnTheList_butCounted() {
        String id = only("save-play-runs");
        Tree suppressed = plan.at("atRisk", "suppressed").only(line -> true);
        assertThat(suppressed.text("customer")).isEqualTo(id);
        assertThat(suppressed.text("running", "play")).isEqualTo("business-review");
        assertThat(suppressed.text("running", "owner")).isEqualTo(suppressed.text("owner"));
        assertThat(suppressed.text("running", "expiresOn")).isEqualTo("2026-07-20");
        assertThat(suppressed.truth("reviewDue")).isTrue();
        assertThat(plan.amount("atRisk", "totals", "suppressed", "arr")).isEqualTo(suppressed.amount("arr"));
        assertThat(customers(plan.list("atRisk", "lines"))).doesNotContain(id);
        assertThat(plan.at("atRisk", "hours")
                        .only(owner -> owner.text("owner").equals(suppressed.text("owner")))
                        .number("running"))
                .as("20 of the 42 days of four hours are left")
                .isEqualTo(4.0 * 20 / 42);
    }

    @Test
    void customer_whoseSavePlayExpired_isBackOnTheList() {
        assertThat(customers(plan.list("atRisk", "lines"))).contains(only("save-play-expired"));
    }

    @Test
    void littleWorkForMuchRevenue_leadsTheOrderByHour() {
        String id = only("not-talked-to");
        assertThat(plan.texts("atRisk", "bySavedPerHour").get(0)).isEqualTo(id);
        List<Tree> lines = plan.list("atRisk", "lines");
        Tree line = plan.at("atRisk", "lines").only(one -> one.text("customer").equals(id));
        assertThat(line.text("play")).isEqualTo("talk-again");
        assertThat(line.texts("playBecause"))
                .anyMatch(reason -> reason.startsWith("talk-again yes: touchpoints.last-days "));
        assertThat(line.amount("savedPerHour")).isGreaterThan(1.5 * lines.get(0).amount("savedPerHour"));
        assertThat(lines.get(0).text("customer")).isNotEqualTo(id);
    }

    @Test
    void hours_doNotSufficeForAllOfOneCsm_andTheCutSaysWhatMoreWouldBuy() {
        String id = only("hours-do-not-suffice");
        Tree beyond = plan.at("atRisk", "beyondCapacity")
                .only(line -> line.text("customer").equals(id));
        assertThat(beyond.text("owner")).isIn(truth("hours-do-not-suffice").members());
        assertThat(beyond.text("lastSafeDay")).isEqualTo("2026-07-19");
        assertThat(beyond.number("missingHours"))
                .as("20 hours for two, of six a week for 19 days")
                .isCloseTo(20 - 6 * 19 / 7.0, within(1e-9));
        Tree owner = plan.at("atRisk", "hours").only(one -> one.text("owner").equals(beyond.text("owner")));
        assertThat(owner.text("firstBeyond")).isEqualTo(id);
        assertThat(owner.number("missingHours")).isEqualTo(beyond.number("missingHours"));
        assertThat(owner.amount("gain")).isEqualTo(beyond.amount("expectedSaved"));
        assertThat(plan.at("atRisk", "lines")
                        .where(line -> line.has("owner")
                                && line.text("owner").equals(beyond.text("owner"))
                                && line.text("decisionDate").equals(beyond.text("decisionDate"))))
                .as("the other one")
                .hasSize(1);
    }

    @Test
    void atRiskSection_addsUp() {
        Tree totals = plan.at("atRisk", "totals");
        double changeable = 0;
        for (String place : List.of("lines", "beyondCapacity", "suppressed", "tooLate", "lockedIn")) {
            List<Tree> lines = plan.list("atRisk", place);
            assertThat(totals.number(place, "customers")).as(place).isEqualTo(lines.size());
            assertThat(lines.stream().mapToDouble(line -> line.amount("arr")).sum())
                    .as(place)
                    .isCloseTo(totals.amount(place, "arr"), within(0.005));
            changeable +=
                    place.equals("tooLate") || place.equals("lockedIn") ? 0 : totals.amount(place, "expectedLoss");
        }
        assertThat(changeable).isCloseTo(plan.amount("headline", "expectedLoss"), within(0.02));
    }

    @Test
    void highTouch_doesNotPay_inOneSegmentOnly() {
        assertThat(plan.at("segments")
                        .where(line ->
                                line.has("verdict") && line.text("verdict").equals("does-not-pay")))
                .extracting(line -> line.text("id"))
                .containsExactlyElementsOf(truth("high-touch-does-not-pay").segments());
        assertThat(plan.at("segments")
                        .only(line -> line.text("id").equals("mid-market"))
                        .text("model"))
                .isEqualTo("high-touch");
    }

    @Test
    void oneCsm_isOverloaded_andAnotherHasHoursLeft() {
        List<String> members = truth("csm-overloaded").members();
        assertThat(plan.at("coverage", "loads").where(line -> line.truth("overloaded")))
                .extracting(line -> line.text("member"))
                .containsExactly(members.get(0));
        assertThat(plan.at("coverage", "loads")
                        .only(line -> line.text("member").equals(members.get(1)))
                        .number("load"))
                .isLessThan(0.75);
    }

    @Test
    void oneCsm_spentMoreHoursThanThereAre_andAnotherFew() {
        List<String> members = truth("csm-overloaded").members();
        Tree time = plan.at("time", "members");
        assertThat(time.where(line -> line.truth("overloaded")))
                .extracting(line -> line.text("member"))
                .containsExactly(members.get(0));
        Tree overloaded = time.only(line -> line.text("member").equals(members.get(0)));
        assertThat(overloaded.number("utilisation")).isBetween(1.2, 2.0);
        assertThat(overloaded.at("bySegment").names()).containsExactly("mid-market");
        assertThat(overloaded.number("hoursForCustomers")).isEqualTo(overloaded.number("bySegment", "mid-market"));
        assertThat(overloaded.number("hoursWithoutCustomer"))
                .as("two meetings of 8 hours on the first of a month from 2026-04-02")
                .isEqualTo(16);
        assertThat(time.only(line -> line.text("member").equals(members.get(1))).number("utilisation"))
                .isLessThan(0.5);
    }

    @Test
    void time_isThatOfTheEntries_eachHourOnce() {
        LocalDate from = LocalDate.parse(plan.text("time", "from"));
        assertThat(from).isEqualTo(SampleBook.UNTIL.minusDays(89));
        double hours = BOOK.timeEntries()
                .filter(entry -> !entry.on().isBefore(from))
                .mapToDouble(entry -> entry.hours().doubleValue())
                .sum();
        assertThat(plan.number("time", "hours")).isEqualTo(hours);
        assertThat(plan.list("time", "members").stream()
                        .mapToDouble(line -> line.number("hours"))
                        .sum())
                .isEqualTo(hours);
        double forSegments = plan.list("time", "segments").stream()
                .mapToDouble(line -> line.number("hours"))
                .sum();
        assertThat(forSegments
                        + plan.number("time", "hoursForFormerCustomers")
                        + plan.number("time", "hoursWithoutCustomer"))
                .isEqualTo(hours);
        assertThat(plan.list("time", "customers").stream()
                        .mapToDouble(line -> line.number("hours"))
                        .sum())
                .isEqualTo(plan.number("time", "hoursForCustomers"));
    }

    private static Tree recommendation() {
        return plan.at("surveys", "instruments").only(one -> one.text("id").equals("nps"));
    }

    @Test
    void netPromoterScore_fell_inOneSegment_andInNoOther() {
        List<Tree> segments = recommendation()
                .at("by")
                .only(by -> by.text("attribute").equals("segment"))
                .list("groups");
        assertThat(segments.stream()
                        .filter(segment -> segment.at("change").number("high") < 0)
                        .map(segment -> segment.text("value")))
                .containsExactlyElementsOf(truth("nps-falls").segments());
        assertThat(segments)
                .hasSize(4)
                .allSatisfy(segment -> assertThat(segment.number("score", "value"))
                        .isBetween(segment.number("score", "low"), segment.number("score", "high")));
    }

    @Test
    void unhappySponsor_isToldFromHappyUsers() {
        Tree account = plan.at("surveys", "divided")
                .only(one -> one.text("customer").equals(only("sponsor-unhappy-users-happy")));
        assertThat(account.number("byRole", "sponsor")).isLessThan(40);
        assertThat(account.number("byRole", "champion")).isGreaterThan(80);
        assertThat(customers(plan.at("surveys", "divided")
                        .where(one -> one.at("byRole").names().stream()
                                .allMatch(role -> one.number("byRole", role) >= one.number("byRole", "sponsor")))))
                .contains(account.text("customer"));
        assertThat(plan.list("surveys", "divided")).hasSizeLessThan(5);
    }

    @Test
    void silence_wentBeforeChurn() {
        truth("silent-before-churn");
        Tree silent = plan.list("surveys", "hindsight", "silent").get(0);
        assertThat(silent.number("ofSilent", "value")).isGreaterThan(3 * silent.number("ofAnswering", "value"));
        assertThat(silent.number("association", "low")).isGreaterThan(0);
    }

    @Test
    void throttle_saysWhoMayBeAsked() {
        Tree asked = plan.at("surveys", "contacts")
                .only(one -> one.text("instrument").equals("nps"));
        assertThat(asked.number("peopleAllowed")).isBetween(1.0, asked.number("people") - 1);
        assertThat(asked.at("peopleByObstacle").names()).contains("recommendation-150-days", "urgent-ticket");
    }

    @AfterAll
    static void everyTruth_wasAskedFor() {
        FOUND.addAll(PlanFindsEscalationTruthsTest.TRUTHS);
        FOUND.addAll(PlanFindsHealthTruthsTest.TRUTHS);
        FOUND.addAll(PlanFindsRetentionTruthsTest.TRUTHS);
        FOUND.addAll(PlanFindsSegmentTruthsTest.TRUTHS);
        FOUND.addAll(PlanFindsSegmentationsTest.TRUTHS);
        FOUND.addAll(PlanFindsLifeCycleTruthsTest.TRUTHS);
        FOUND.addAll(PlanFindsMilestonesTest.TRUTHS);
        FOUND.addAll(PlanFindsGrowthTest.TRUTHS);
        FOUND.addAll(PlanFindsTeamTruthsTest.TRUTHS);
        FOUND.addAll(PlanFindsExperimentsTest.TRUTHS);
        FOUND.addAll(PlanFindsSponsorsTest.TRUTHS);
        assertThat(FOUND)
                .containsExactlyInAnyOrderElementsOf(
                        BOOK.truths().stream().map(PlantedTruth::id).toList());
    }
}
