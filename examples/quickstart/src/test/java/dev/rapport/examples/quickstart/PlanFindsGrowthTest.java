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
            "calls-are-scored");

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
            assertThat(sum(plan.list("forecast", "months"), field)).as(field).isCloseTo(total.amount(field), within(CENT));
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
        Tree line = plan.at("forecast", "lines").only(one -> one.text("contract").equals(contract));
        assertThat(line.text("commitment", "call")).isEqualTo("commit");
        assertThat(line.amount("commitment", "expansion")).isEqualTo(6_000);
        assertThat(line.amount("expectedExpansion")).isCloseTo(6_000 * line.number("kept"), within(CENT));
        assertThat(plan.number("forecast", "total", "net")).isGreaterThan(plan.number("forecast", "total", "gross"));
    }

    @Test
    void csm_disagreesWithTheRules() {
        String contract = truth("called-unlikely-against-the-rules").contracts().get(0);
        Tree line = plan.at("forecast", "lines").only(one -> one.text("contract").equals(contract));
        assertThat(line.text("commitment", "call")).isEqualTo("unlikely");
        assertThat(line.number("stated")).isEqualTo(0.25);
        assertThat(line.number("kept")).isBetween(0.7, 0.8);
        assertThat(line.truth("disagrees")).isTrue();
        assertThat(plan.texts("forecast", "disagreements")).contains(contract);
    }

    @Test
    void commitment_wasWrong_andTheRulesWereNearer() {
        String contract = truth("commitment-was-wrong").contracts().get(0);
        Tree line = plan.at("forecast", "log", "lines").only(one -> one.text("contract").equals(contract));
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

    private static double brier(List<Tree> lines, ToDoubleFunction<Tree> kept) {
        return lines.stream()
                .mapToDouble(line -> {
                    double error = kept.applyAsDouble(line) - (line.text("result").equals("renewed") ? 1 : 0);
                    return error * error;
                })
                .average()
                .orElseThrow();
    }
}
