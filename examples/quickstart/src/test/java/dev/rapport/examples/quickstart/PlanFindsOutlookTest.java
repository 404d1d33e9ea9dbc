package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The margin of the coming year follows from what the plan says of retention, of cost and of ARR. */
class PlanFindsOutlookTest {

    /** Amounts are rounded to the cent. */
    private static final double CENT = 0.011;

    private static Tree plan = Tree.of("{}");

    @BeforeAll
    static void run() {
        plan = Tree.of(SamplePlan.of().resolve("plan.json"));
    }

    private static Tree segment(String id) {
        return plan.at("segments").only(segment -> segment.text("id").equals(id));
    }

    @Test
    void everySegmentWithCustomers_isThere_orNamed() {
        List<Tree> there = plan.at("outlook", "segments").list();
        assertThat(there).isNotEmpty();
        for (Tree one : there) {
            assertThat(one.text("model")).isEqualTo(segment(one.text("segment")).text("model"));
        }
    }

    @Test
    void expectedMargin_isGrossProfitKept_lessCost() {
        double profitShare = plan.amount("economics", "grossProfit") / plan.amount("economics", "arr");
        double expected = 0;
        for (Tree one : plan.at("outlook", "segments").list()) {
            Tree row = segment(one.text("segment"));
            Tree kept = one.at("shareKept");
            double mean = (kept.number("low") + kept.number("likely") + kept.number("high")) / 3;
            double profit = profitShare * row.amount("arr") * mean;
            assertThat(one.number("keptPerCost")).isCloseTo(profit / row.amount("costToServe"), within(1e-4));
            // The means of how far both may be off, by the sample's engagement models
            expected += profit * (0.96 + 1 + 1.02) / 3 - row.amount("costToServe") * (0.9 + 1 + 1.4) / 3;
        }
        assertThat(plan.amount("outlook", "expectedMargin")).isCloseTo(expected, within(10 * CENT));
    }

    @Test
    void costAndGrossProfit_moveTheMargin_asFarAsThePolicySays() {
        double profit = 0;
        double cost = 0;
        for (Tree one : plan.at("outlook", "segments").list()) {
            Tree row = segment(one.text("segment"));
            profit += plan.amount("economics", "grossProfit")
                    / plan.amount("economics", "arr")
                    * row.amount("arr")
                    * one.number("shareKept", "likely");
            cost += row.amount("costToServe");
        }
        check("gross profit", 0.96 * profit - cost, 1.02 * profit - cost);
        check("cost to serve", profit - 0.9 * cost, profit - 1.4 * cost);
    }

    private static void check(String input, double atLow, double atHigh) {
        Tree swing = plan.at("outlook", "moves").only(one -> one.text("input").equals(input));
        assertThat(swing.amount("marginAtLow")).isCloseTo(atLow, within(10 * CENT));
        assertThat(swing.amount("marginAtHigh")).isCloseTo(atHigh, within(10 * CENT));
    }

    @Test
    void range_andWhatMovesIt_areInOrder() {
        Tree outlook = plan.at("outlook");
        assertThat(outlook.amount("badYear")).isLessThan(outlook.amount("ordinaryYear"));
        assertThat(outlook.amount("ordinaryYear")).isLessThan(outlook.amount("goodYear"));
        double before = Double.POSITIVE_INFINITY;
        for (Tree one : outlook.at("moves").list()) {
            double width = Math.abs(one.amount("marginAtHigh") - one.amount("marginAtLow"));
            assertThat(width).isBetween(0.0, before + 2 * CENT);
            before = width;
        }
        before = Double.POSITIVE_INFINITY;
        for (Tree one : outlook.at("segments").list()) {
            assertThat(one.number("keptPerCost")).isLessThanOrEqualTo(before);
            before = one.number("keptPerCost");
        }
    }

    @Test
    void shareKept_isThatOfTheLastTwelveMonths() {
        for (Tree one : plan.at("outlook", "segments").list()) {
            Tree retention = plan.at("retention", "segments")
                    .only(segment -> segment.text("segment").equals(one.text("segment")));
            Tree gross = retention.at("rates").list().get(0).at("gross");
            assertThat(one.at("shareKept").number("likely")).isCloseTo(gross.number("share"), within(1e-12));
        }
    }
}
