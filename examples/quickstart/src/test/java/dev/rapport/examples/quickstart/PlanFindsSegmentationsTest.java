package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.examples.quickstart.sample.PlantedTruth;
import dev.rapport.examples.quickstart.sample.SampleBook;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every way to split a customer base, on what was planted, as the plans of businesses and of consumers have it.
 *
 * <table>
 * <caption>Where each is found</caption>
 * <tr><th>way</th><th>test</th></tr>
 * <tr><td>rules: geographic</td><td>{@link #regions_areThoseOfTheCountries}</td></tr>
 * <tr><td>rules: demographic</td><td>{@link #ages_areThoseOfThePeople}</td></tr>
 * <tr><td>rules: psychographic, product ratings</td><td>{@link #motives_areThoseOfTraitsInterestsAndRatings}</td></tr>
 * <tr><td>rules: behavioural, changed over a window, counts of facts</td>
 *     <td>{@link PlanFindsSegmentTruthsTest#fallingUsage_isASegment_byAChangeOverAWindow}</td></tr>
 * <tr><td>tiers: fixed thresholds</td><td>{@link #tierOfTheOneWhoPaysLess_isHeld_andItsFileSaysUntilWhen}</td></tr>
 * <tr><td>tiers: cumulative share</td><td>{@link #aCustomers_areTheFewestThatMakeFourFifthsOfTheArr}</td></tr>
 * <tr><td>tiers: natural breaks, quantiles</td><td>{@link #spendAndFrequency_haveTheChampionAbove_andTheSaverBelow}</td></tr>
 * <tr><td>tiers: potential</td>
 *     <td>{@link PlanFindsSegmentTruthsTest#smallPayerWithLargePotential_isOnTheTopTier}</td></tr>
 * <tr><td>RFM</td><td>{@link #champion_isOne_andWhoIsLostIsLost}</td></tr>
 * <tr><td>clusters</td><td>{@link #clusters_haveThoseWithLittleUseTogether_andAreFoundAgain}</td></tr>
 * <tr><td>lists</td><td>{@link #list_winsOverTheRule_untilItExpires_andTheMoveSaysSo}</td></tr>
 * <tr><td>combination</td>
 *     <td>{@link PlanFindsSegmentTruthsTest#cells_areManageable_andAreTheTiersTakenApart}</td></tr>
 * <tr><td>over time: sticky moves</td><td>{@link #tierOfTheOneWhoPaysLess_isHeld_andItsFileSaysUntilWhen}</td></tr>
 * <tr><td>over time: movement matrix, reasons</td>
 *     <td>{@link PlanFindsSegmentTruthsTest#movement_reconcilesWithTheBridge}</td></tr>
 * <tr><td>judged: verdict, outcomes</td>
 *     <td>{@link PlanFindsSegmentTruthsTest#verdict_isInWords_withTheNumbersBehindIt}</td></tr>
 * <tr><td>judged: not actionable, most effective first</td>
 *     <td>{@link #whatTellsNothingApart_isNotActionable_andSegmentsAreOrderedByWhatTheyTell}</td></tr>
 * </table>
 */
class PlanFindsSegmentationsTest {

    /** The truths that are asked for here and nowhere else. */
    static final Set<String> TRUTHS =
            Set.of("held-in-its-tier", "reference-by-list", "reference-expired", "use-is-little");

    private static final int CONSUMERS = 80;
    private static final SampleBook BUSINESSES = SampleBook.generate(300, 7);
    private static final SampleBook PEOPLE = SampleBook.consumers(CONSUMERS, 7);

    private static Tree plan = Tree.of("{}");
    private static Tree people = Tree.of("{}");

    @BeforeAll
    static void run() {
        plan = Tree.of(SamplePlan.of().resolve("plan.json"));
        people = Tree.of(SamplePlan.ofConsumers(CONSUMERS).resolve("plan.json"));
    }

    private static List<String> planted(SampleBook book, String id) {
        return book.truths().stream()
                .filter(truth -> truth.id().equals(id))
                .findFirst()
                .map(PlantedTruth::customers)
                .orElseThrow(() -> new AssertionError(id + " must be planted"));
    }

    private static Book book(SampleBook sample) {
        List<Customer> customers = sample.stream().toList();
        return Facts.of(Customer.adapter(customers), customers)
                .in(SampleBook.ZONE, SampleBook.CURRENCY)
                .asOf(SampleBook.UNTIL);
    }

    private static Tree customer(Tree whole, String id) {
        return whole.at("customers").only(line -> line.text("id").equals(id));
    }

    private static String further(Tree whole, String id, String segmentation) {
        return customer(whole, id).text("furtherSegments", segmentation);
    }

    @Test
    void regions_areThoseOfTheCountries() {
        Book book = book(BUSINESSES);
        List<Tree> customers = plan.list("customers");
        assertThat(customers).hasSizeGreaterThan(200);
        for (Tree customer : customers) {
            String country = book.find(customer.text("id")).orElseThrow().get(CustomerAttributes.COUNTRY);
            String region = customer.text("furtherSegments", "regions");
            assertThat(region.equals("dach"))
                    .isEqualTo(Set.of("AT", "CH", "DE", "LI").contains(country));
            assertThat(region.equals("nordics"))
                    .isEqualTo(Set.of("DK", "FI", "IS", "NO", "SE").contains(country));
            assertThat(region.equals("uk-ireland")).isEqualTo(Set.of("GB", "IE").contains(country));
        }
    }

    @Test
    void ages_areThoseOfThePeople() {
        Book book = book(PEOPLE);
        for (Tree customer : people.list("customers")) {
            double age = book.find(customer.text("id")).orElseThrow().get(CustomerAttributes.AGE);
            assertThat(customer.text("segment").equals("under-30")).isEqualTo(age < 30);
            assertThat(customer.text("segment").equals("from-65") && age < 65).isFalse();
        }
        assertThat(customer(people, planted(PEOPLE, "consumer-is-a-champion").get(0))
                        .text("segment"))
                .isEqualTo("under-30");
        assertThat(customer(people, planted(PEOPLE, "consumer-wants-it-cheap").get(0))
                        .text("segment"))
                .isEqualTo("from-65");
    }

    @Test
    void motives_areThoseOfTraitsInterestsAndRatings() {
        assertThat(further(people, planted(PEOPLE, "consumer-is-a-champion").get(0), "motives"))
                .isEqualTo("fans");
        assertThat(further(people, planted(PEOPLE, "consumer-wants-it-cheap").get(0), "motives"))
                .isEqualTo("bargains");
        for (CustomerView view : book(PEOPLE).customers()) {
            Set<String> traits = view.get(CustomerAttributes.TRAITS);
            String motive = further(people, view.customerId(), "motives");
            if (motive.equals("fans")) {
                assertThat(traits).containsAnyOf("loyal", "innovator");
            } else {
                assertThat(motive.equals("bargains")).isEqualTo(traits.contains("price-minded"));
            }
        }
    }

    @Test
    void aCustomers_areTheFewestThatMakeFourFifthsOfTheArr() {
        List<Tree> byArr = new ArrayList<>(plan.list("customers"));
        byArr.sort(Comparator.comparingDouble((Tree customer) -> customer.has("arr") ? customer.amount("arr") : 0)
                .reversed());
        double wanted = 0.8 * plan.amount("headline", "arr");
        double sum = 0;
        for (Tree customer : byArr) {
            assertThat(customer.text("furtherSegments", "abc").equals("a"))
                    .as(customer.text("id"))
                    .isEqualTo(sum < wanted);
            sum += customer.has("arr") ? customer.amount("arr") : 0;
        }
    }

    @Test
    void spendAndFrequency_haveTheChampionAbove_andTheSaverBelow() {
        String champion = planted(PEOPLE, "consumer-is-a-champion").get(0);
        String saver = planted(PEOPLE, "consumer-wants-it-cheap").get(0);
        assertThat(further(people, champion, "spend")).isEqualTo("much");
        assertThat(further(people, champion, "frequency")).isEqualTo("most-often");
        assertThat(further(people, saver, "spend")).isEqualTo("little");
        assertThat(further(people, saver, "frequency")).isEqualTo("rarely");
        assertThat(further(people, planted(PEOPLE, "consumer-goes-quiet").get(0), "spend"))
                .isEqualTo("most");
    }

    @Test
    void champion_isOne_andWhoIsLostIsLost() {
        assertThat(further(people, planted(PEOPLE, "consumer-is-a-champion").get(0), "rfm"))
                .isEqualTo("champions");
        assertThat(further(people, planted(PEOPLE, "consumer-wants-it-cheap").get(0), "rfm"))
                .isEqualTo("lost");
        assertThat(further(people, planted(PEOPLE, "consumer-is-gone").get(0), "rfm"))
                .isEqualTo("at-risk");
        assertThat(people.texts("furtherSegmentations", "rfm", "gaps")).isEmpty();
    }

    @Test
    void clusters_haveThoseWithLittleUseTogether_andAreFoundAgain() {
        for (String id : planted(BUSINESSES, "use-is-little")) {
            assertThat(further(plan, id, "usage-kinds")).isEqualTo("little-used");
        }
        assertThat(further(plan, planted(BUSINESSES, "seats-nearly-used-up").get(0), "usage-kinds"))
                .isNotEqualTo("little-used");
        assertThat(plan.list("furtherSegmentations", "usage-kinds", "quality", "stability"))
                .hasSize(3)
                .allSatisfy(segment -> assertThat(segment.number("foundAgain")).isBetween(0.75, 1.0));
    }

    @Test
    void list_winsOverTheRule_untilItExpires_andTheMoveSaysSo() {
        String listed = planted(BUSINESSES, "reference-by-list").get(0);
        String expired = planted(BUSINESSES, "reference-expired").get(0);
        assertThat(further(plan, listed, "references")).isEqualTo("reference");
        assertThat(further(plan, expired, "references")).isNotEqualTo("reference");
        Tree moved = plan.at("segmentMoves", "references", "moved")
                .only(move -> move.text("customer").equals(expired));
        assertThat(moved.text("from")).isEqualTo("reference");
        assertThat(moved.text("reason"))
                .startsWith("listed in reference by Marketing until 2026-05-01: ")
                .contains(" -> not listed; the rule decides");
    }

    @Test
    void tierOfTheOneWhoPaysLess_isHeld_andItsFileSaysUntilWhen() {
        String id = planted(BUSINESSES, "held-in-its-tier").get(0);
        String held = "would enter small; held in mid-market until arr is below EUR 9000";
        assertThat(customer(plan, id).amount("arr")).isBetween(9_000.0, 9_999.99);
        assertThat(customer(plan, id).text("segment")).isEqualTo("mid-market");
        assertThat(plan.at("segmentation", "held")
                        .only(one -> one.text("customer").equals(id))
                        .text("reason"))
                .isEqualTo(held);
        Path files = SamplePlan.of().resolve("customers");
        Tree segment = Tree.of(files.resolve(id + ".json")).at("segment");
        assertThat(segment.text("name")).isEqualTo("mid-market");
        assertThat(segment.text("reasons", "label")).isEqualTo("mid-market");
        assertThat(segment.list("reasons", "parts").get(0).text("reason")).isEqualTo(held);
        assertThat(segment.list("reasons", "parts").get(1).text("label")).isEqualTo("small");
        for (Tree customer : plan.list("customers")) {
            double arr = customer.has("arr") ? customer.amount("arr") : 0;
            String tier = arr >= 100_000
                    ? "strategic"
                    : arr >= 40_000 ? "enterprise" : arr >= 10_000 ? "mid-market" : "small";
            boolean isHeld = plan.list("segmentation", "held").stream()
                    .anyMatch(one -> one.text("customer").equals(customer.text("id")));
            assertThat(customer.text("segment").equals(tier)).isNotEqualTo(isHeld);
        }
    }

    @Test
    void whatTellsNothingApart_isNotActionable_andSegmentsAreOrderedByWhatTheyTell() {
        Tree kinds = plan.at("furtherSegmentations", "usage-kinds", "quality");
        assertThat(kinds.text("verdict")).startsWith("Not actionable: 3 segments, ");
        assertThat(kinds.list("findings"))
                .hasSize(kinds.list("separations").size())
                .allSatisfy(finding -> assertThat(finding.text("text")).startsWith("not actionable for "));
        Tree tiers = plan.at("segmentation", "quality");
        List<Double> effects = tiers.list("mostEffectiveFirst").stream()
                .map(one -> one.number("value"))
                .toList();
        assertThat(effects).hasSize(4).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(tiers.list("mostEffectiveFirst"))
                .extracting(one -> one.text("criterion"))
                .containsOnly("share of the outcomes' variance that it explains");
        assertThat(people.list("furtherSegmentations", "rfm", "quality", "separations"))
                .filteredOn(separation -> separation.text("outcome").equals("spent a year"))
                .singleElement()
                .satisfies(spent ->
                        assertThat(spent.number("explainedBeyondChance")).isGreaterThan(0.05));
    }
}
