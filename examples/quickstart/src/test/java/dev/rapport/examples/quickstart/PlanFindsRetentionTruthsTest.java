package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.examples.quickstart.sample.PlantedTruth;
import dev.rapport.examples.quickstart.sample.SampleBook;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was planted about staying and going: what the plan kept, lost, and says of why. */
class PlanFindsRetentionTruthsTest {

    /** The truths that are asked for here. */
    static final Set<String> TRUTHS = Set.of(
            "growth-masks-a-loss",
            "price-said-usage-gone",
            "unpaid-said-price",
            "said-lost-still-there",
            "came-back",
            "renewal-overdue");

    private static final double CENT = 0.005;

    private static final SampleBook BOOK = SampleBook.generate(300, 7);

    private static Tree plan = Tree.of("{}");

    @BeforeAll
    static void run() {
        plan = Tree.of(SamplePlan.since("2025-06-30").resolve("plan.json"));
    }

    private static String only(String id) {
        assertThat(TRUTHS).contains(id);
        List<String> customers = BOOK.truths().stream()
                .filter(truth -> truth.id().equals(id))
                .findFirst()
                .map(PlantedTruth::customers)
                .orElseThrow(() -> new AssertionError(id + " must be planted"));
        assertThat(customers).hasSize(1);
        return customers.get(0);
    }

    private static Tree rates(String level, String method) {
        return plan.at("retention", "rates")
                .only(rates -> rates.text("level").equals(level)
                        && rates.text("method").equals(method));
    }

    private static Tree loss(String customer) {
        return plan.at("losses", "losses").only(loss -> loss.text("customer").equals(customer));
    }

    private static List<Tree> contradictionsOf(String customer) {
        return plan.at("losses", "contradictions")
                .where(line -> line.text("customer").equals(customer));
    }

    private static double closingByParts(Tree waterfall) {
        return waterfall.amount("opening")
                + waterfall.amount("currency")
                + waterfall.amount("transferred")
                + waterfall.amount("new")
                + waterfall.amount("expansion")
                + waterfall.amount("reactivation")
                - waterfall.amount("contraction")
                - waterfall.amount("churn")
                - waterfall.amount("becamePending");
    }

    @Test
    void growth_masksALossByAccount_notByContract() {
        String customer = only("growth-masks-a-loss");
        assertThat(plan.at("changes", "arrBridge", "movements")
                        .only(movement -> movement.text("customer").equals(customer))
                        .text("kind"))
                .isEqualTo("expansion");
        Tree accounts = rates("account", "cohort");
        Tree contracts = rates("contract", "cohort");
        double masked = accounts.number("gross", "kept") - contracts.number("gross", "kept");
        assertThat(masked).isGreaterThanOrEqualTo(30_000 - CENT);
        assertThat(accounts.number("gross", "of")).isEqualTo(contracts.number("gross", "of"));
        assertThat(accounts.number("gross", "share")).isGreaterThan(contracts.number("gross", "share"));
        Tree strategic = plan.at("retention", "segments")
                .only(segment -> segment.text("segment").equals("strategic"));
        assertThat(strategic.list("rates").get(0).number("gross", "share"))
                .isGreaterThan(strategic.list("rates").get(1).number("gross", "share"));
    }

    @Test
    void months_leadFromOneToTheNext_andToTheArrOfThePlan() {
        List<Tree> months = plan.list("retention", "months");
        assertThat(months).hasSize(12);
        Tree year = plan.at("retention", "year");
        for (int i = 0; i < months.size(); i++) {
            assertThat(closingByParts(months.get(i))).isCloseTo(months.get(i).amount("closing"), within(CENT));
            double before = i == 0 ? year.amount("opening") : months.get(i - 1).amount("closing");
            assertThat(months.get(i).amount("opening")).isEqualTo(before);
        }
        assertThat(closingByParts(year)).isCloseTo(year.amount("closing"), within(CENT));
        assertThat(year.amount("closing")).isEqualTo(plan.amount("headline", "arr"));
        assertThat(months.get(11).amount("closing")).isEqualTo(plan.amount("headline", "arr"));
    }

    @Test
    void segmentsAndCohorts_sumToTheBook() {
        for (String part : List.of("opening", "closing", "new", "expansion", "contraction", "churn")) {
            assertThat(plan.list("retention", "segments").stream()
                            .mapToDouble(segment -> segment.amount("year", part))
                            .sum())
                    .as(part)
                    .isCloseTo(plan.amount("retention", "year", part), within(CENT));
        }
        List<Tree> cohorts = plan.list("retention", "cohorts", "cohorts");
        assertThat(cohorts.stream()
                        .mapToDouble(cohort -> cohort.list("cells").get(12).amount("arr"))
                        .sum())
                .isCloseTo(plan.amount("retention", "year", "closing"), within(CENT));
        assertThat(cohorts.stream()
                        .mapToDouble(cohort -> cohort.list("cells").get(0).number("units"))
                        .sum())
                .as("those who could stay, and the one that is neither kept nor lost")
                .isEqualTo(rates("account", "cohort").number("logo", "of") + 1);
    }

    @Test
    void overdueRenewal_isPending_neitherKeptNorLost() {
        String customer = only("renewal-overdue");
        Tree year = plan.at("retention", "year");
        assertThat(year.amount("pending")).isBetween(3_000.0, 10_000.0);
        assertThat(year.amount("becamePending")).isEqualTo(year.amount("pending"));
        assertThat(rates("account", "cohort").number("pendingUnits")).isEqualTo(1);
        assertThat(plan.at("losses", "losses")
                        .where(loss -> loss.text("customer").equals(customer)))
                .isEmpty();
    }

    @Test
    void whoCameBack_isReactivated_inFebruary() {
        only("came-back");
        List<Tree> months = plan.list("retention", "months");
        assertThat(months)
                .allSatisfy(month -> assertThat(month.amount("reactivation") > 0)
                        .isEqualTo(month.text("to").equals("2026-02-28")));
    }

    @Test
    void price_wasSaid_andUsageHadFallen() {
        String customer = only("price-said-usage-gone");
        Tree loss = loss(customer);
        assertThat(loss.text("stated")).isEqualTo("price");
        assertThat(loss.text("cause", "cause")).isEqualTo("low-adoption");
        assertThat(loss.text("cause", "department")).isEqualTo("customer-success");
        assertThat(loss.list("ranked").get(0).texts("signs")).anyMatch(sign -> sign.contains("usage.trend-90d -"));
        assertThat(contradictionsOf(customer))
                .singleElement()
                .satisfies(line -> assertThat(line.text("kind")).isEqualTo("stated-against-evidence"));
    }

    @Test
    void paymentFailure_wasCountedAsADecision() {
        String customer = only("unpaid-said-price");
        Tree loss = loss(customer);
        assertThat(loss.text("on")).isEqualTo("2026-04-01");
        assertThat(loss.text("stated")).isEqualTo("price");
        assertThat(loss.text("cause", "cause")).isEqualTo("payment-failed");
        assertThat(loss.text("cause", "kind")).isEqualTo("involuntary");
        assertThat(contradictionsOf(customer))
                .singleElement()
                .satisfies(line -> assertThat(line.text("kind")).isEqualTo("involuntary-counted-as-voluntary"));
        assertThat(plan.amount("losses", "byKind", "involuntary")).isGreaterThanOrEqualTo(loss.amount("amount"));
    }

    @Test
    void customerSaidToBeLost_isStillThere() {
        String customer = only("said-lost-still-there");
        assertThat(contradictionsOf(customer))
                .singleElement()
                .satisfies(line -> assertThat(line.text("kind")).isEqualTo("churned-but-in-force"));
        assertThat(plan.at("customers")
                        .only(line -> line.text("id").equals(customer))
                        .amount("arr"))
                .isPositive();
    }

    @Test
    void losses_areTheChurnAndContractionOfTheMonths_howeverTheyAreCounted() {
        double total = plan.amount("losses", "total");
        assertThat(plan.list("retention", "months").stream()
                        .mapToDouble(month -> month.amount("churn") + month.amount("contraction"))
                        .sum())
                .isCloseTo(total, within(CENT));
        List<Tree> causes = plan.list("losses", "byCause");
        assertThat(causes.stream().mapToDouble(cause -> cause.amount("amount")).sum())
                .isCloseTo(total, within(CENT));
        assertThat(causes.stream()
                        .mapToDouble(cause -> cause.amount("statedAmount"))
                        .sum())
                .isCloseTo(total, within(CENT));
        Tree departments = plan.at("losses", "byDepartment");
        assertThat(departments.names().stream().mapToDouble(departments::amount).sum())
                .isCloseTo(total, within(CENT));
    }

    @Test
    void page_saysIt() throws IOException {
        String page = Files.readString(SamplePlan.since("2025-06-30").resolve("index.html"));
        assertThat(page)
                .contains("<h2 id=\"retention-title\">Retention from 2025-06-30 to 2026-06-30</h2>")
                .contains("Contract by contract it is")
                .contains("1\u00A0customer ran out and is not signed again")
                .contains("<h2 id=\"losses-title\">Why revenue was lost</h2>")
                .contains("said: price; the signs say: payment-failed");
    }
}
