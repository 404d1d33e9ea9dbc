package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.examples.quickstart.sample.SampleBook;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the plan says of owners: who answers for whose revenue, who should look after whom and why, what clashes, and how a
 * pool shares its work while somebody is away.
 */
class PlanFindsOwnersTest {

    private static final SampleBook BOOK = SampleBook.generate(300, 7);
    private static final double CENT = 0.005;

    private static Tree plan = Tree.of("{}");
    private static Tree year = plan;
    private static Tree quarter = plan;
    private static Tree csm = plan;

    @BeforeAll
    static void run() {
        plan = Tree.of(SamplePlan.of().resolve("plan.json"));
        year = plan.at("attribution").list("periods").get(0);
        quarter = plan.at("attribution").list("periods").get(1);
        csm = plan.at("assignments", "byRole", "csm");
    }

    private static List<String> planted(String id) {
        return BOOK.truths().stream()
                .filter(truth -> truth.id().equals(id))
                .findFirst()
                .orElseThrow()
                .customers();
    }

    private static Tree of(Tree period, String truth) {
        return period.at("customers")
                .only(row -> row.text("customer").equals(planted(truth).get(0)));
    }

    private static double sum(Tree period, String field, boolean counts) {
        return period.list("customers").stream()
                .filter(row -> row.truth("counts") == counts)
                .mapToDouble(row -> row.amount(field))
                .sum();
    }

    @Test
    void whoHeldACustomerUntilItWasDropped_answersForTheYear_andNobodyForTheQuarter() {
        Tree dropped = of(year, "no-csm-now");
        assertThat(dropped.text("ruling")).isEqualTo("dropped-late");
        assertThat(dropped.text("owner")).isEqualTo("csm-erik");
        assertThat(dropped.list("intervals").get(0).text("to")).isEqualTo("2026-03-01");
        assertThat(of(quarter, "no-csm-now").text("ruling")).isEqualTo("no-owner");
        assertThat(year.at("owners").where(owner -> owner.text("owner").equals("csm-erik")))
                .hasSize(1);
        assertThat(quarter.at("owners").where(owner -> owner.text("owner").equals("csm-erik")))
                .isEmpty();
    }

    @Test
    void customerOfTwo_countsForNeither() {
        Tree both = of(year, "two-csms");
        assertThat(both.text("ruling")).isEqualTo("several-owners");
        assertThat(both.truth("counts")).isFalse();
        assertThat(both.list("intervals").stream().map(interval -> interval.text("owner")))
                .containsExactly("csm-elif", "csm-freja");
    }

    @Test
    void customerTakenAfterAGap_countsForTheOneWhoTookIt_forTheGapWasShort() {
        Tree taken = of(year, "no-csm-last-winter");
        assertThat(taken.text("ruling")).isEqualTo("counts");
        assertThat(taken.text("owner")).isEqualTo("csm-chloe");
        assertThat(taken.list("intervals").stream().map(interval -> interval.text("from")))
                .containsExactly("2024-01-05", "2026-01-26");
    }

    @Test
    void owners_andWhatCountsForNobody_sumToTheRetentionOfThePlan() {
        Tree bridge = plan.at("retention", "year");
        double base = bridge.amount("opening") + bridge.amount("currency");
        double kept = bridge.amount("closing") - bridge.amount("transferred");
        assertThat(sum(year, "base", true) + sum(year, "base", false)).isCloseTo(base, within(CENT));
        assertThat(sum(year, "kept", true) + sum(year, "kept", false)).isCloseTo(kept, within(CENT));
        for (Tree period : List.of(year, quarter)) {
            for (String field : List.of("base", "kept")) {
                double owners = period.list("owners").stream()
                        .mapToDouble(owner -> owner.amount(field))
                        .sum();
                assertThat(owners).isPositive().isCloseTo(sum(period, field, true), within(CENT));
            }
        }
        assertThat(quarter.text("from")).isEqualTo("2026-03-31");
    }

    @Test
    void overloadedCsm_givesCustomersAway_withinTheBudget_eachExplained() {
        List<Tree> moves = csm.at("placements").where(placement -> placement.has("from"));
        assertThat(moves).hasSize((int) csm.number("handOvers")).isNotEmpty();
        assertThat(csm.number("handOvers")).isLessThanOrEqualTo(csm.number("mostHandOvers"));
        assertThat(moves.stream().filter(move -> move.text("from").equals("csm-elif")))
                .as("most, some others make room for them")
                .hasSizeGreaterThan(moves.size() * 9 / 10);
        for (Tree placement : csm.list("placements")) {
            assertThat(placement.text("why")).isNotBlank();
            double parts = placement.has("because")
                    ? placement.list("because").stream()
                            .mapToDouble(part -> part.number("counts"))
                            .sum()
                    : 0;
            assertThat(parts).isCloseTo(placement.number("misfit"), within(1e-9));
            assertThat(placement.has("nextBest") ? placement.at("nextBest").text("why") : "the only one who is able")
                    .isNotBlank();
        }
        assertThat(csm.number("bound")).isLessThanOrEqualTo(csm.number("misfit"));
    }

    @Test
    void nearADecision_aHandOverCostsMore_andIsAvoided() {
        List<Tree> near = csm.at("placements")
                .where(placement -> placement.has("nextBest")
                        && placement.text("nextBest", "why").contains("decision-near (decision.next-days "));
        assertThat(near)
                .isNotEmpty()
                .allSatisfy(placement ->
                        assertThat(placement.text("nextBest", "why")).contains(" counts 3 times"));
        assertThat(csm.at("placements")
                        .where(placement -> placement.has("from")
                                && placement.list("because").stream()
                                        .anyMatch(part -> part.text("why").contains("decision-near"))))
                .as("others of the overloaded CSM can go")
                .isEmpty();
    }

    @Test
    void strategicCustomers_areForTheNamedTeams_whoHaveBeenHereForLong() {
        for (Tree placement : csm.list("placements")) {
            assertThat(placement.text("member")).isNotIn("csm-nils", "csm-olga");
        }
    }

    @Test
    void lock_onSomebodyWhoHasLeft_isTheClash_withItsReason() {
        String customer = planted("no-csm-now").get(0);
        Tree clash = csm.at("clashes").only(one -> one.texts("customers").contains(customer));
        assertThat(clash.texts("customers")).containsExactly(customer);
        assertThat(clash.texts("constraints")).containsExactly("only with csm-erik (the customer asked for Erik)");
        assertThat(csm.at("unplaced").where(left -> left.text("customer").equals(customer)))
                .hasSize(1);
        assertThat(csm.at("placements")
                        .only(placement -> placement.text("customer").equals("c-000024"))
                        .text("why"))
                .isEqualTo("is not to be moved: a project runs until September");
    }

    @Test
    void whomNobodyHasHoursFor_isAnsweredWithTheCustomersAndTheHoursThatClash() {
        Tree clash = csm.at("clashes").only(one -> one.texts("constraints").size() > 1);
        double there = hoursOf(clash.texts("constraints"));
        assertThat(clash.texts("constraints")).hasSize(7).contains("csm-elif has 1248.0 h");
        assertThat(clash.text("message")).contains(" h of csm; of those who are able ");
        assertThat(clash.texts("customers").size() * 66.0).isLessThan(there + 77);
        assertThat(clash.texts("customers").size() * 77.0).isGreaterThan(there);
    }

    private static double hoursOf(List<String> constraints) {
        return constraints.stream()
                .mapToDouble(one -> Double.parseDouble(one.replaceAll(".* has | h", "")))
                .sum();
    }

    @Test
    void pool_isSharedByWhoIsThere_andTurnsFollow() {
        Tree pool = plan.at("coverage", "pools").only(one -> one.text("pool").equals("pool-digital"));
        double nils = pool.number("hoursOf", "csm-nils");
        double olga = pool.number("hoursOf", "csm-olga");
        assertThat(nils + olga).isCloseTo(pool.number("hoursNeeded"), within(1e-9));
        assertThat(nils / olga).as("nils is back on 31 July: 60 of 90 days").isCloseTo(60.0 / 90, within(1e-9));
        assertThat(pool.texts("nextTurns").get(0)).isEqualTo("csm-olga");
    }
}
