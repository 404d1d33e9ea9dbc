package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The plan on one screen follows from the rest of the plan, and finds what the sample has planted for it. */
class PlanFindsOverviewTest {

    private static final double CENT = 0.011;
    private static final double GROSS_MARGIN = 0.78;
    private static final double TARGET_MARGIN = 0.65;

    private static Tree plan = Tree.of("{}");
    private static Tree overview = Tree.of("{}");

    @BeforeAll
    static void run() {
        plan = Tree.of(SamplePlan.of().resolve("plan.json"));
        overview = plan.at("overview");
    }

    private static Tree segment(String id) {
        return overview.at("segments").only(row -> row.text("segment").equals(id));
    }

    private static BigDecimal sum(String field) {
        return overview.list("segments").stream()
                .map(row -> new BigDecimal(row.text(field).substring(4)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void segments_sumToTheHeadline_toTheCent() {
        assertThat(sum("arr")).isEqualByComparingTo(plan.text("headline", "arr").substring(4));
        assertThat(sum("costToServe"))
                .isEqualByComparingTo(plan.text("economics", "costToServe").substring(4));
        assertThat(sum("margin"))
                .isEqualByComparingTo(plan.text("economics", "margin").substring(4));
        for (String field : List.of("arr", "costToServe", "margin")) {
            assertThat(sum(field))
                    .isEqualByComparingTo(overview.text("whole", field).substring(4));
        }
    }

    @Test
    void verdict_isThatOfTheSections() {
        Tree verdict = overview.at("verdict");
        Tree rates = plan.at("retention", "rates").list().get(0);
        assertThat(verdict.text("arr")).isEqualTo(plan.text("headline", "arr"));
        assertThat(verdict.number("grr", "share")).isEqualTo(rates.number("gross", "share"));
        assertThat(verdict.number("nrr")).isEqualTo(rates.number("net", "share"));
        double decided = 0;
        for (Tree decision : plan.at("decisions", "ahead").list()) {
            decided += decision.number("daysLeft") <= 60 ? decision.amount("arr") : 0;
        }
        assertThat(verdict.amount("decided")).isCloseTo(decided, within(CENT));
        assertThat(verdict.amount("expectedLoss")).isBetween(verdict.amount("saveable"), verdict.amount("decided"));
    }

    @Test
    void targetOfTheWhole_isThatOfTheSegments_byTheArrOfAYearAgo() {
        double opening = 0;
        double meant = 0;
        for (Tree one : plan.at("retention", "segments").list()) {
            double arr = one.amount("year", "opening");
            if (arr > 0) {
                opening += arr;
                meant += arr * segment(one.text("segment")).number("grr", "target");
            }
        }
        assertThat(overview.number("verdict", "grr", "target")).isCloseTo(meant / opening, within(1e-9));
    }

    /** Four targets: one that is surely held, one surely missed, two that so few customers cannot tell. */
    @Test
    void standing_isSaid_onlyWhereTheRangeBearsIt() {
        assertThat(segment("small").text("grr", "standing")).isEqualTo("held");
        assertThat(segment("enterprise").text("grr", "standing")).isEqualTo("missed");
        assertThat(segment("mid-market").text("grr", "standing")).isEqualTo("cannot-tell");
        assertThat(segment("strategic").text("grr", "standing")).isEqualTo("cannot-tell");
        for (Tree row : overview.list("segments")) {
            Tree kept = row.at("grr");
            String standing = kept.number("range", "low") >= kept.number("target")
                    ? "held"
                    : kept.number("range", "high") < kept.number("target") ? "missed" : "cannot-tell";
            assertThat(kept.text("standing")).isEqualTo(standing);
        }
    }

    @Test
    void whetherItPays_isJudgedAtTheEndsOfWhatMayBeKept() {
        for (Tree row : overview.list("segments")) {
            double low = remains(row, row.number("grr", "range", "low"));
            double high = remains(row, row.number("grr", "range", "high"));
            assertThat(row.number("pays", "marginShareAtLow")).isCloseTo(low, within(1e-4));
            assertThat(row.number("pays", "marginShareAtHigh")).isCloseTo(high, within(1e-4));
            assertThat(row.text("pays", "verdict"))
                    .isEqualTo(low >= TARGET_MARGIN ? "pays" : high < TARGET_MARGIN ? "does-not-pay" : "cannot-tell");
        }
        assertThat(segment("mid-market").text("pays", "verdict")).isEqualTo("does-not-pay");
    }

    private static double remains(Tree row, double kept) {
        double arr = row.amount("arr") * kept;
        return (GROSS_MARGIN * arr - row.amount("costToServe")) / arr;
    }

    /** The sample gives its mid-market more touch than it pays for, and a pilot says what less would keep. */
    @Test
    void midMarket_isToChange_andThatComesFirst() {
        Tree move = segment("mid-market").at("move");
        assertThat(move.text("what")).isEqualTo("change");
        assertThat(move.text("model")).isEqualTo("mid-touch");
        assertThat(move.amount("extraCost")).isNegative();
        assertThat(segment("enterprise").text("move", "what")).isEqualTo("none-holds");
        assertThat(segment("small").text("move", "what")).isEqualTo("keep");

        Tree first = overview.list("decisions").get(0);
        assertThat(first.text("action")).isEqualTo("change-model");
        assertThat(first.text("subject")).isEqualTo("mid-market");
        assertThat(first.text("means")).isEqualTo("mid-touch");
        assertThat(first.text("accountable")).isEqualTo("vp-vera");
        Tree proposed = plan.at("evaluation", "proposed")
                .only(one -> one.text("segment").equals("mid-market"));
        assertThat(proposed.text("model")).isEqualTo("mid-touch");
        assertThat(plan.at("evaluation").texts("reasons")).anyMatch(reason -> reason.contains("enterprise"));
    }

    @Test
    void decisions_areThree_inOrder_andNobodyCountsTwice() {
        List<Tree> decisions = overview.list("decisions");
        assertThat(decisions).hasSize(3);
        Set<String> customers = new HashSet<>();
        double before = Double.POSITIVE_INFINITY;
        for (Tree decision : decisions) {
            assertThat(decision.number("perWeek")).isPositive().isLessThanOrEqualTo(before);
            before = decision.number("perWeek");
            assertThat(decision.texts("customers")).allMatch(customers::add);
            assertThat(decision.has("accountable")).isTrue();
            assertThat(decision.text("deadline")).isGreaterThan("2026-06-30");
        }
        assertThat(overview.number("compared")).isGreaterThan(decisions.size());
    }

    @Test
    void save_isWhatTheAtRiskListSays_ofItsCustomers() {
        Tree save = overview.at("decisions")
                .where(one -> one.text("action").equals("save"))
                .get(0);
        double saved = 0;
        double loss = 0;
        double hours = 0;
        List<String> days = new ArrayList<>();
        for (String customer : save.texts("customers")) {
            Tree line =
                    plan.at("atRisk", "lines").only(one -> one.text("customer").equals(customer));
            loss += line.amount("expectedLoss");
            saved += line.amount("expectedSaved");
            hours += line.number("hours");
            days.add(line.text("lastSafeDay"));
        }
        assertThat(save.amount("gain")).isCloseTo(saved, within(0.1));
        assertThat(save.amount("lossOtherwise")).isCloseTo(loss, within(0.1));
        assertThat(save.number("hours")).isCloseTo(hours, within(1e-9));
        assertThat(save.text("deadline"))
                .isEqualTo(days.stream().sorted().findFirst().orElseThrow());
        assertThat(save.amount("range", "low")).isLessThanOrEqualTo(save.amount("gain"));
        assertThat(save.amount("range", "high")).isGreaterThan(save.amount("gain"));
        assertThat(save.amount("cost")).isPositive().isLessThan(save.amount("gain"));
    }

    @Test
    void months_sumToWhatIsDecided_andWhoLeaves() {
        double all = 0;
        for (Tree month : overview.at("months").list("months")) {
            double parts =
                    month.amount("safe") + month.amount("atRisk") + month.amount("tooLate") + month.amount("notKnown");
            assertThat(month.amount("arr")).isCloseTo(parts, within(CENT));
            all += parts;
        }
        double decided = 0;
        for (String list : List.of("ahead", "leaving")) {
            for (Tree one : plan.at("decisions", list).list()) {
                decided += one.text("date").compareTo("2026-10-28") <= 0 ? one.amount("arr") : 0;
            }
        }
        assertThat(all).isCloseTo(decided, within(1.0));
        assertThat(overview.at("months").list("months")).anyMatch(month -> month.amount("tooLate") > 0);
    }

    @Test
    void capacity_isWhatTheModelsAskFor_andWhoIsThere() {
        for (Tree role : plan.at("capacity", "roles").list()) {
            assertThat(role.number("hoursNeeded"))
                    .isEqualTo(plan.number("economics", "capacityByRole", role.text("role")));
            boolean suffices = role.number("hoursNeeded") <= role.number("hoursAvailable");
            assertThat(role.number("hires") == 0).isEqualTo(suffices);
        }
        assertThat(plan.at("capacity", "roles").list()).hasSizeGreaterThan(2);
    }

    @Test
    void hoursByRole_sumToTheHours_withoutTheCapacityFactors() {
        double ofRoles = 0;
        for (String role : plan.at("economics", "hoursByRole").names()) {
            ofRoles += plan.number("economics", "hoursByRole", role);
        }
        assertThat(ofRoles).isCloseTo(plan.number("economics", "hoursPerYear"), within(1e-6));
    }

    @Test
    void trust_isWhatTheDataSays() {
        Tree trust = overview.at("trust");
        assertThat(trust.number("customersWithoutHealth")).isEqualTo(plan.number("data", "customersWithoutHealth"));
        assertThat(trust.number("customersWithoutArr")).isEqualTo(plan.number("data", "customersWithoutArr"));
        assertThat(trust.number("shareOfArrWithoutHealth")).isBetween(1e-9, 0.01);
        assertThat(trust.number("customersWithoutOwner")).isEqualTo((double) plan
                .at("coverage", "findings")
                .where(finding ->
                        Set.of("no-owner", "owner-has-left", "unknown-owner").contains(finding.text("kind"))
                                && !finding.has("until"))
                .stream()
                .map(finding -> finding.text("customer"))
                .distinct()
                .count());
    }
}
