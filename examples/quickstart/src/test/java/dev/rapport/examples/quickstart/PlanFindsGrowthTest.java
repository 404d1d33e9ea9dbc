package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.examples.quickstart.sample.PlantedTruth;
import dev.rapport.examples.quickstart.sample.SampleBook;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was planted about renewals that people commit to, and about what customers could buy. */
class PlanFindsGrowthTest {

    /** The truths that are asked for here. */
    static final Set<String> TRUTHS = Set.of(
            "committed-to-more",
            "called-unlikely-against-the-rules",
            "commitment-was-wrong",
            "called-unlikely-and-renewed",
            "calls-are-scored",
            "goals-reached",
            "refused-lately",
            "refused-long-ago",
            "unhealthy-is-not-asked");

    private static final double CENT = 0.005;

    private static final SampleBook BOOK = SampleBook.generate(300, 7);

    private static Tree plan = Tree.of("{}");

    @BeforeAll
    static void run() {
        plan = Tree.of(SamplePlan.since("2025-12-31").resolve("plan.json"));
    }

    private static PlantedTruth truth(String id) {
        assertThat(TRUTHS).contains(id);
        return BOOK.truths().stream()
                .filter(truth -> truth.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " must be planted"));
    }

    private static double sum(List<Tree> lines, String field) {
        return lines.stream().mapToDouble(line -> line.amount(field)).sum();
    }

    @Test
    void forecast_isTheSumOfItsParts_toTheCent() {
        Tree total = plan.at("forecast", "total");
        List<Tree> lines = plan.list("forecast", "lines");
        assertThat(lines).hasSize((int) total.number("decisions")).isNotEmpty();
        for (String field : List.of("due", "expected", "expectedExpansion")) {
            assertThat(sum(lines, field)).as(field).isCloseTo(total.amount(field), within(CENT));
            assertThat(sum(plan.list("forecast", "months"), field))
                    .as(field)
                    .isCloseTo(total.amount(field), within(CENT));
            Tree segments = plan.at("forecast", "segments");
            assertThat(segments.names().stream()
                            .mapToDouble(name -> segments.at(name).amount(field))
                            .sum())
                    .as(field)
                    .isCloseTo(total.amount(field), within(CENT));
        }
        assertThat(sum(plan.list("decisions", "ahead"), "arr"))
                .as("what is decided ahead")
                .isCloseTo(total.amount("due"), within(CENT));
    }

    @Test
    void cases_areInOrder_aroundWhatIsExpected() {
        Tree total = plan.at("forecast", "total");
        assertThat(total.amount("worst")).isLessThan(total.amount("likely"));
        assertThat(total.amount("likely")).isLessThan(total.amount("best"));
        assertThat(total.amount("expected")).isBetween(total.amount("worst"), total.amount("best"));
        assertThat(total.amount("best")).isLessThanOrEqualTo(total.amount("due"));
        double months = sum(plan.list("forecast", "months"), "worst");
        assertThat(total.amount("worst")).as("not all months are bad at once").isGreaterThan(months);
        assertThat(plan.texts("forecast", "words")).first().asString().contains("declared rules of churn risk");
    }

    @Test
    void retention_expectedOfTheRenewalsDue_isTheForecast() {
        for (Tree month : plan.list("forecast", "renewalsDue")) {
            assertThat(month.number("gross") * month.amount("due")).isCloseTo(month.amount("expected"), within(CENT));
            assertThat(month.number("net") * month.amount("due"))
                    .isCloseTo(month.amount("expected") + month.amount("expectedExpansion"), within(CENT));
        }
    }

    @Test
    void sinceLastPlan_bothBridges_leadFromTheSameOpening() {
        Tree since = plan.at("forecast", "sinceLastPlan");
        Tree bridge = plan.at("changes", "arrBridge");
        assertThat(since.amount("opening")).isEqualTo(bridge.amount("opening"));
        assertThat(since.amount("closing")).isEqualTo(bridge.amount("closing"));
        assertThat(since.amount("opening") + sum(since.list("steps"), "happened"))
                .isCloseTo(since.amount("closing"), within(CENT));
        double forecast = since.amount("opening");
        for (Tree step : since.list("steps")) {
            forecast += step.has("forecast") ? step.amount("forecast") : 0;
        }
        assertThat(forecast).isCloseTo(since.amount("expectedClosing"), within(CENT));
        assertThat(since.amount("worstClosing")).isLessThan(since.amount("bestClosing"));
        Tree renewals = since.at("renewals");
        List<Tree> months = since.list("months");
        for (String field : List.of("kept", "renewed", "dueKnown", "notKnown", "lost")) {
            assertThat(sum(months, field)).as(field).isCloseTo(renewals.amount(field), within(CENT));
        }
        assertThat(months.stream()
                        .mapToDouble(month -> month.at("forecast").amount("expected"))
                        .sum())
                .isCloseTo(renewals.amount("forecast", "expected"), within(CENT));
        assertThat(renewals.amount("dueKnown") + renewals.amount("notKnown"))
                .isCloseTo(renewals.amount("forecast", "due"), within(CENT));
    }

    @Test
    void overdueRenewal_isNotKnownYet_whoLeftIsLost() {
        Tree since = plan.at("forecast", "sinceLastPlan");
        String overdue = BOOK.truths().stream()
                .filter(truth -> truth.id().equals("renewal-overdue"))
                .findFirst()
                .orElseThrow()
                .customers()
                .get(0);
        assertThat(since.at("lines")
                        .only(line -> line.text("customer").equals(overdue))
                        .text("result"))
                .isEqualTo("pending");
    }

    @Test
    void csm_commitsToMore_whichIsExpectedOnlyIfTheyStay() {
        String contract = truth("committed-to-more").contracts().get(0);
        Tree line =
                plan.at("forecast", "lines").only(one -> one.text("contract").equals(contract));
        assertThat(line.text("commitment", "call")).isEqualTo("commit");
        assertThat(line.amount("commitment", "expansion")).isEqualTo(6_000);
        assertThat(line.amount("expectedExpansion")).isCloseTo(6_000 * line.number("kept"), within(CENT));
        assertThat(plan.number("forecast", "total", "net")).isGreaterThan(plan.number("forecast", "total", "gross"));
    }

    @Test
    void csm_disagreesWithTheRules() {
        String contract = truth("called-unlikely-against-the-rules").contracts().get(0);
        Tree line =
                plan.at("forecast", "lines").only(one -> one.text("contract").equals(contract));
        assertThat(line.text("commitment", "call")).isEqualTo("unlikely");
        assertThat(line.number("stated")).isEqualTo(0.25);
        assertThat(line.number("kept")).isBetween(0.7, 0.8);
        assertThat(line.truth("disagrees")).isTrue();
        assertThat(plan.texts("forecast", "disagreements")).contains(contract);
    }

    @Test
    void commitment_wasWrong_andTheRulesWereNearer() {
        String contract = truth("commitment-was-wrong").contracts().get(0);
        Tree line = plan.at("forecast", "log", "lines")
                .only(one -> one.text("contract").equals(contract));
        assertThat(line.text("commitment", "call")).isEqualTo("commit");
        assertThat(line.text("result")).isEqualTo("lost");
        assertThat(line.text("closer")).isEqualTo("model");
    }

    @Test
    void renewal_calledUnlikely_wasRenewed() {
        String customer = truth("called-unlikely-and-renewed").customers().get(0);
        Tree line = plan.at("forecast", "log", "disagreements")
                .only(one -> one.text("customer").equals(customer));
        assertThat(line.text("commitment", "call")).isEqualTo("unlikely");
        assertThat(line.text("result")).isEqualTo("renewed");
        assertThat(line.text("closer")).isEqualTo("model");
    }

    @Test
    void scores_areBriersOfTheLog_withAnInterval() {
        truth("calls-are-scored");
        Tree log = plan.at("forecast", "log");
        List<Tree> known = log.at("lines")
                .where(line -> line.text("result").equals("renewed")
                        || line.text("result").equals("lost"));
        assertThat(known).hasSizeGreaterThanOrEqualTo(30);
        assertThat(log.number("people", "decisions")).isEqualTo(known.size());
        assertThat(log.number("people", "value")).isCloseTo(brier(known, line -> line.number("stated")), within(1e-12));
        assertThat(log.number("model", "value")).isCloseTo(brier(known, line -> line.number("kept")), within(1e-12));
        for (String who : List.of("people", "model")) {
            assertThat(log.number(who, "value")).isBetween(log.number(who, "low"), log.number(who, "high"));
        }
    }

    private static List<Tree> opportunities(String customer) {
        return plan.at("expansions", "lines")
                .where(line -> line.text("customer").equals(customer));
    }

    private static Tree opportunity(String customer, String cause) {
        return plan.at("expansions", "lines")
                .only(line -> line.text("customer").equals(customer)
                        && line.text("cause").equals(cause));
    }

    @Test
    void opportunities_comeOnce_forACustomerAndACause_andSum() {
        List<Tree> lines = plan.list("expansions", "lines");
        assertThat(lines.stream().map(line -> line.text("customer") + " " + line.text("cause")))
                .doesNotHaveDuplicates();
        double total = plan.amount("expansions", "arr");
        assertThat(sum(lines, "arr")).isCloseTo(total, within(CENT));
        for (String by : List.of("bySegment", "byCause")) {
            Tree sums = plan.at("expansions", by);
            assertThat(sums.names().stream().mapToDouble(sums::amount).sum())
                    .as(by)
                    .isCloseTo(total, within(CENT));
        }
    }

    @Test
    void seats_nearlyUsedUp_areAnOpportunity_withItsDerivation() {
        String customer = BOOK.truths().stream()
                .filter(truth -> truth.id().equals("seats-nearly-used-up"))
                .findFirst()
                .orElseThrow()
                .customers()
                .get(0);
        Tree line = opportunity(customer, "seats-used-up");
        assertThat(line.texts("derivation")).singleElement().asString().contains("of the seats are in use");
        assertThat(line.texts("reasons")).anyMatch(reason -> reason.contains("evidence yes: usage.active-share"));
        assertThat(line.amount("arr")).isPositive();
    }

    @Test
    void goals_areReached_andTheNextOneIsATenth() {
        String customer = truth("goals-reached").customers().get(0);
        double arr = plan.at("customers")
                .only(line -> line.text("id").equals(customer))
                .amount("arr");
        assertThat(opportunity(customer, "goals-reached").amount("arr")).isCloseTo(arr / 10, within(0.011));
    }

    @Test
    void whitespace_isWhatComparableCustomersHave_andThisOneHasNot() {
        Tree line = plan.at("expansions", "lines")
                .where(one -> one.text("cause").equals("missing-products"))
                .get(0);
        assertThat(line.texts("derivation")).allMatch(words -> words.contains(" peers have it, at a median of "));
    }

    @Test
    void refusal_coolsOff_forHalfAYear() {
        String lately = truth("refused-lately").customers().get(0);
        assertThat(opportunities(lately)).noneMatch(line -> line.text("cause").equals("goals-reached"));
        Tree held = plan.at("expansions", "heldBack")
                .only(line -> line.text("customer").equals(lately)
                        && line.text("cause").equals("goals-reached"));
        assertThat(held.text("why")).isEqualTo("refused");
        assertThat(held.text("words")).isEqualTo("refused on 2026-05-12, cools off until 2026-11-08");
        assertThat(opportunity(truth("refused-long-ago").customers().get(0), "goals-reached")
                        .amount("arr"))
                .isPositive();
    }

    @Test
    void unhealthy_isNotAsked() {
        String customer = truth("unhealthy-is-not-asked").customers().get(0);
        assertThat(opportunities(customer)).isEmpty();
        assertThat(plan.at("expansions", "heldBack")
                        .where(line -> line.text("customer").equals(customer)))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.text("why")).isEqualTo("gate"));
    }

    @Test
    void callList_isShort_inOrder_andHasThoseWithMostToLose() {
        List<Tree> calls = plan.list("callList", "calls");
        assertThat(calls).hasSize(7);
        assertThat(calls)
                .allSatisfy(call -> assertThat(call.text("sentence"))
                        .contains("are at risk")
                        .endsWith("."));
        List<String> falling = BOOK.truths().stream()
                .filter(truth -> truth.id().equals("usage-falls-at-risk"))
                .findFirst()
                .orElseThrow()
                .customers();
        assertThat(calls.stream().map(call -> call.text("customer")))
                .filteredOn(falling::contains)
                .hasSizeGreaterThan(3);
    }

    @Test
    void lowTouchCustomers_getHumanHelpOnATrigger_withinItsHours_priced() {
        List<String> overdue = BOOK.truths().stream()
                .filter(truth -> truth.id().equals("invoices-long-overdue"))
                .findFirst()
                .orElseThrow()
                .customers();
        Tree invoices = plan.at("flex", "helps").only(help -> help.text("rule").equals("call-about-an-invoice"));
        assertThat(invoices.list("helped").stream().map(one -> one.text("customer")))
                .as("the small one of two")
                .containsAnyElementsOf(overdue);
        for (Tree help : plan.list("flex", "helps")) {
            double hours = help.number("hours");
            assertThat(hours).isEqualTo(help.list("helped").size() * help.number("hoursEach"));
            assertThat(hours + help.number("spentHours")).isLessThanOrEqualTo(help.number("atMostHoursPerYear"));
            assertThat(help.amount("cost") * help.number("atMostHoursPerYear"))
                    .isCloseTo(help.amount("costAtMost") * hours, within(0.01 * help.number("atMostHoursPerYear")));
        }
        Tree falls = plan.at("flex", "helps").only(help -> help.text("rule").equals("training-after-a-fall"));
        assertThat(falls.list("helped")).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void strategicCustomers_haveExecutiveSponsors_asFarAsTheseHaveTime() {
        List<Tree> strategic = plan.at("customers")
                .where(line -> line.has("segment") && line.text("segment").equals("strategic"));
        List<Tree> sponsored = plan.list("sponsors", "sponsored");
        List<String> without = plan.texts("sponsors", "without");
        assertThat(sponsored).hasSize(Math.min(15, strategic.size()));
        List<String> known = sponsored.stream()
                .map(one -> one.text("because"))
                .filter(why -> why.contains("their sponsor"))
                .toList();
        assertThat(known).as("one is kept, one is none any more").hasSize(2);
        assertThat(sponsored.size() + without.size()).isEqualTo(strategic.size());
        Tree load = plan.at("sponsors", "load");
        assertThat(load.names()).contains("ceo-clara", "cro-robert", "vp-vera");
        assertThat(load.names())
                .allSatisfy(name -> assertThat(load.number(name)).isLessThanOrEqualTo(5));
        assertThat(sponsored).allSatisfy(one -> assertThat(one.text("because")).isNotBlank());
        double least = sponsored.stream()
                .mapToDouble(one -> arr(one.text("customer")))
                .min()
                .orElseThrow();
        assertThat(without).allSatisfy(id -> assertThat(arr(id)).isLessThanOrEqualTo(least));
    }

    private static double arr(String customer) {
        return plan.at("customers")
                .only(line -> line.text("id").equals(customer))
                .amount("arr");
    }

    private static double brier(List<Tree> lines, ToDoubleFunction<Tree> kept) {
        return lines.stream()
                .mapToDouble(line -> {
                    double error =
                            kept.applyAsDouble(line) - (line.text("result").equals("renewed") ? 1 : 0);
                    return error * error;
                })
                .average()
                .orElseThrow();
    }
}
