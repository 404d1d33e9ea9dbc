package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.examples.quickstart.sample.PlantedTruth;
import dev.rapport.examples.quickstart.sample.SampleBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the segments of the plan say: who is in them, who moved, and whether they are worth having. */
class PlanFindsSegmentTruthsTest {

    /** The truths that are asked for here and nowhere else. */
    static final Set<String> TRUTHS = Set.of("could-pay-much-more");

    private static final SampleBook BOOK = SampleBook.generate(300, 7);

    private static Tree plan = Tree.of("{}");

    @BeforeAll
    static void run() {
        plan = Tree.of(SamplePlan.of().resolve("plan.json"));
    }

    private static List<String> planted(String id) {
        return BOOK.truths().stream()
                .filter(truth -> truth.id().equals(id))
                .findFirst()
                .map(PlantedTruth::customers)
                .orElseThrow(() -> new AssertionError(id + " must be planted"));
    }

    private static List<String> members(String segmentation, String segment) {
        List<String> members = new ArrayList<>();
        for (Tree customer : plan.list("customers")) {
            Tree further = customer.at("furtherSegments");
            if (further.has(segmentation) && further.text(segmentation).equals(segment)) {
                members.add(customer.text("id"));
            }
        }
        return members;
    }

    private static Tree customer(String id) {
        return plan.at("customers").only(line -> line.text("id").equals(id));
    }

    @Test
    void fallingUsage_isASegment_byAChangeOverAWindow() {
        assertThat(members("signs", "fading")).containsAll(planted("usage-falls-at-risk"));
        assertThat(members("signs", "fading")).hasSizeLessThan(12);
        List<String> noisy = members("signs", "noisy");
        assertThat(noisy).isNotEmpty().doesNotContainAnyElementsOf(planted("no-data"));
    }

    @Test
    void smallPayerWithLargePotential_isOnTheTopTier() {
        String customer = planted("could-pay-much-more").get(0);
        assertThat(customer(customer).amount("arr")).isLessThan(40_000);
        assertThat(customer(customer).text("segment")).isEqualTo("mid-market");
        assertThat(members("potential", "high")).contains(customer);
        assertThat(plan.at("furtherSegmentations", "potential").texts("gaps")).isEmpty();
    }

    @Test
    void cells_areManageable_andAreTheTiersTakenApart() {
        Tree cells = plan.at("furtherSegmentations", "cells");
        assertThat(cells.truth("quality", "exclusive")).isTrue();
        assertThat(cells.truth("quality", "exhaustive")).isTrue();
        List<Tree> sizes = cells.list("quality", "sizes");
        assertThat(sizes).hasSizeBetween(6, 12);
        assertThat(sizes)
                .allSatisfy(size -> assertThat(size.number("customers")).isGreaterThanOrEqualTo(20));
        assertThat(sizes).extracting(size -> size.text("name")).contains("Large, DACH", "Small, abroad, full use");
        for (Tree customer : plan.list("customers")) {
            String tier = customer.text("segment");
            String cell = customer.text("furtherSegments", "cells");
            String group = tier.equals("strategic") || tier.equals("enterprise") ? "large" : tier;
            assertThat(cell).startsWith(group + ".");
            boolean isDach = customer.text("furtherSegments", "regions").equals("dach");
            assertThat(cell).startsWith(group + (isDach ? ".dach" : ".abroad"));
        }
    }

    @Test
    void verdict_isInWords_withTheNumbersBehindIt() {
        Tree tiers = plan.at("segmentation", "quality");
        assertThat(tiers.text("verdict")).startsWith("To be mended: too small");
        assertThat(tiers.at("findings").where(finding -> finding.text("code").equals("too-small")))
                .hasSize(1)
                .first()
                .satisfies(finding -> assertThat(finding.text("text")).contains("strategic (18)"));
        Tree tickets = tiers.at("separations")
                .only(separation -> separation.text("outcome").equals("tickets a year"));
        assertThat(tickets.number("explainedBeyondChance")).isGreaterThan(0.3);
        double before = 0;
        for (Tree segment : tickets.list("bySegment")) {
            assertThat(segment.number("mean")).isGreaterThan(before);
            assertThat(segment.number("low")).isLessThan(segment.number("mean"));
            before = segment.number("mean");
        }
    }

    @Test
    void sizes_ofAllSegmentations_sumToTheBook() {
        double arr = plan.amount("headline", "arr");
        double customers = plan.number("headline", "customers");
        for (String id : plan.at("furtherSegmentations").names()) {
            Tree segmentation = plan.at("furtherSegmentations", id);
            double sum = segmentation.list("quality", "sizes").stream()
                    .mapToDouble(size -> size.number("customers"))
                    .sum();
            int without = segmentation.list("gaps").size()
                    + segmentation.list("undecided").size()
                    + segmentation.list("failed").size();
            assertThat(sum + without).as(id).isEqualTo(customers);
        }
        assertThat(plan.list("segmentation", "quality", "sizes").stream()
                        .mapToDouble(size -> size.amount("arr"))
                        .sum())
                .isCloseTo(arr, within(0.01));
    }

    @Test
    void movement_reconcilesWithTheBridge() {
        List<Tree> ways = plan.list("segmentMoves", "value-tiers", "ways");
        double before = 0;
        double after = 0;
        double here = 0;
        for (Tree way : ways) {
            before += way.amount("arrBefore");
            after += way.amount("arrAfter");
            here += way.text("to").equals("none") ? 0 : way.number("customers");
        }
        assertThat(after).isCloseTo(plan.amount("headline", "arr"), within(0.01));
        assertThat(before).isCloseTo(plan.amount("changes", "arrBridge", "opening"), within(0.01));
        assertThat(here).isEqualTo(plan.number("headline", "customers"));
        assertThat(plan.list("segmentMoves", "value-tiers", "moved"))
                .allSatisfy(move -> assertThat(move.text("reason")).isNotBlank());
    }
}
