package dev.rapport.examples.policylab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.derived.StandardAttributes;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's tiers, with another threshold for one of them. */
class SegmentationLabTest {

    private static final LocalDate DATE = LocalDate.of(2026, 6, 30);
    private static final Pattern LINK = Pattern.compile("(?:href|src|action|url)\\s*[=(]\\s*[\"']?([^\"'> ]*)");

    @TempDir
    private Path folder;

    private Lab lab(int customers, String threshold) {
        return Lab.looseTiers(folder, customers, text -> text.replace("\"from\": 40000", "\"from\": " + threshold));
    }

    private Lab sticky(UnaryOperator<String> change) {
        return Lab.tiers(folder, 300, change);
    }

    /** Who paid from so much to below so much at the end of May, the last month that is remembered. */
    private List<String> inMay(int from, int below) {
        LabBook lab = LabBook.read(folder.resolve("book"), Optional.empty(), DATE);
        return lab.at(lab.asOf(LocalDate.of(2026, 5, 31))).customers().stream()
                .filter(customer -> customer.find(StandardAttributes.ARR)
                        .map(money -> money.getAmount().doubleValue())
                        .filter(arr -> arr >= from && arr < below)
                        .isPresent())
                .map(CustomerView::customerId)
                .toList();
    }

    @Test
    void stickyTiers_holdThoseInTheMargin_andSayUntilWhen() {
        Lab lab = sticky(text -> text.replace("\"from\": 40000", "\"from\": 50000"));

        Lab.Run run = lab.ok();

        Json simulation = Json.of(lab.text("out/simulation.json"));
        Set<String> margin = new TreeSet<>(paying(45_000, 50_000).keySet());
        margin.retainAll(inMay(40_000, 100_000));
        assertThat(margin).isNotEmpty();
        List<Json> held = simulation.list("held");
        assertThat(held)
                .filteredOn(one -> margin.contains(one.text("customer")))
                .hasSameSizeAs(margin)
                .allSatisfy(one -> assertThat(one.text("reason"))
                        .isEqualTo("would enter mid-market; held in enterprise until arr is below EUR 45000"));
        assertThat(simulation.texts("movers", "customer"))
                .containsAll(paying(40_000, 45_000).keySet())
                .doesNotContainAnyElementsOf(margin);
        assertThat(run.out())
                .contains(
                        "Customers are held (sticky) by what value-tiers@2026-1 decided at the ends of the twelve months"
                                + " before.")
                .contains(held.size() + " customers would be held by value-tiers@proposed where they would not enter");
    }

    @Test
    void tiersThatHoldNobodyAnyMore_moveThoseWhoAreHeldNow() {
        Lab lab = sticky(Lab::loose);

        lab.ok();

        Json simulation = Json.of(lab.text("out/simulation.json"));
        List<Json> movers = simulation.list("movers");
        assertThat(movers).isNotEmpty().allSatisfy(mover -> {
            assertThat(mover.text("before", "reasons", "code")).isEqualTo("tier");
            assertThat(mover.list("before", "reasons", "parts").get(0).text("reason"))
                    .startsWith("would enter " + mover.text("after", "segment") + "; held in "
                            + mover.text("before", "segment") + " until ");
        });
        assertThat(simulation.list("held")).isEmpty();
        assertThat(simulation.list("groups", "owner.csm")).isNotEmpty();
    }

    @Test
    void tiersThatBeginToHold_holdNobodyOnTheirFirstDay() {
        Lab lab = lab(24, "60000");
        lab.edit("proposed.json", text -> text.stripTrailing().replaceAll("\\}$", ", \"sticky\": {\"margin\": 0.1}}"));

        Lab.Run run = lab.ok();

        assertThat(run.out())
                .contains("value-tiers@2026-1 holds nobody, so nobody is held (sticky) on the first day of"
                        + " value-tiers@proposed.");
        assertThat(Json.of(lab.text("out/simulation.json")).list("held")).isEmpty();
    }

    /** Those that pay from so much to below so much, by id, as the book says it. */
    private Map<String, Money> paying(int from, int below) {
        Map<String, Money> paying = new TreeMap<>();
        LabBook lab = LabBook.read(folder.resolve("book"), Optional.empty(), DATE);
        for (CustomerView customer : lab.at(lab.asOf(DATE)).customers()) {
            double arr = customer.find(StandardAttributes.ARR)
                    .map(money -> money.getAmount().doubleValue())
                    .orElse(-1.0);
            if (arr >= from && arr < below) {
                paying.put(customer.customerId(), customer.get(StandardAttributes.ARR));
            }
        }
        return paying;
    }

    private static String sum(Iterable<Money> amounts) {
        return Money.total(CurrencyUnit.EUR, amounts).toString();
    }

    @Test
    void lowerThreshold_movesThoseBetween_andNobodyElse() {
        Lab lab = lab(300, "30000");

        lab.ok();

        Map<String, Money> between = paying(30_000, 40_000);
        assertThat(between).hasSizeGreaterThan(3);
        Json simulation = Json.of(lab.text("out/simulation.json"));
        assertThat(simulation.texts("movers", "customer")).containsExactlyInAnyOrderElementsOf(between.keySet());
        assertThat(simulation.list("movers")).allSatisfy(mover -> {
            assertThat(mover.text("before", "segment")).isEqualTo("mid-market");
            assertThat(mover.text("after", "segment")).isEqualTo("enterprise");
            assertThat(mover.text("arr"))
                    .isEqualTo(mover.text("after", "reasons", "evidence", "value"))
                    .isEqualTo(String.valueOf(between.get(mover.text("customer"))));
        });
        assertThat(simulation.list("movers"))
                .extracting(mover -> Money.parse(mover.text("arr")))
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(simulation.number("moved", "customers")).isEqualTo(between.size());
        assertThat(simulation.text("moved", "arr")).isEqualTo(sum(between.values()));
    }

    @Test
    void matrix_countsTheBook_byHand() {
        Lab lab = lab(300, "50000");

        lab.ok();

        Json simulation = Json.of(lab.text("out/simulation.json"));
        Map<String, Map<String, Money>> expected = new TreeMap<>(Map.of(
                "small-small", paying(0, 10_000),
                "mid-market-mid-market", paying(10_000, 40_000),
                "enterprise-mid-market", paying(40_000, 50_000),
                "enterprise-enterprise", paying(50_000, 100_000),
                "strategic-strategic", paying(100_000, 1_000_000_000)));
        assertThat(expected.values()).allSatisfy(cell -> assertThat(cell).isNotEmpty());
        List<Json> cells = simulation.list("matrix");
        assertThat(cells)
                .extracting(cell -> cell.text("from") + "-" + cell.text("to"))
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
        assertThat(cells).allSatisfy(cell -> {
            Map<String, Money> customers = expected.getOrDefault(cell.text("from") + "-" + cell.text("to"), Map.of());
            assertThat(cell.number("customers")).isEqualTo(customers.size());
            assertThat(cell.text("arr")).isEqualTo(sum(customers.values()));
        });
        assertThat(simulation.number("all", "customers"))
                .isEqualTo(expected.values().stream().mapToInt(Map::size).sum());
    }

    @Test
    void owners_areThoseOfTheMovers() {
        Lab lab = lab(300, "30000");

        lab.ok();

        LabBook book = LabBook.read(folder.resolve("book"), Optional.empty(), DATE);
        Map<String, Money> byOwner = new TreeMap<>();
        paying(30_000, 40_000)
                .forEach((id, arr) -> byOwner.merge(
                        book.at(book.asOf(DATE)).find(id).orElseThrow().get(StandardAttributes.OWNER_CSM),
                        arr,
                        Money::plus));
        assertThat(byOwner).hasSizeGreaterThan(1);
        Map<String, Money> told = new TreeMap<>();
        Json.of(lab.text("out/simulation.json"))
                .list("groups", "owner.csm")
                .forEach(owner -> told.put(owner.text("value"), Money.parse(owner.text("arr"))));
        assertThat(told).isEqualTo(byOwner);
    }

    @Test
    void simulationOfTheSample_isAsKept() {
        Lab lab = Lab.tiers(folder, 24, text -> text.replace("\"from\": 40000", "\"from\": 70000"));

        Lab.Run run = lab.ok();

        GoldenFile.assertSame("segmentation-simulation.json", lab.text("out/simulation.json"));
        GoldenFile.assertSame("segmentation-summary.txt", run.out().replace(folder.toString(), "DIR"));
    }

    @Test
    void page_isSelfContained_andShowsAsManyMoversAsAskedFor() {
        Lab lab = lab(300, "30000").option("movers", 1);
        lab.ok();

        String page = lab.text("out/index.html");
        assertThat(LINK.matcher(page).results().map(link -> link.group(1)))
                .isNotEmpty()
                .allMatch(link -> link.startsWith("#") || link.equals("data:,"));
        assertThat(page).doesNotContain("<script").doesNotContain("{{").doesNotContain("http");
        assertThat(page)
                .contains("What value-tiers@proposed would do, 2026-06-30", "By owner.csm", "<td class=\"moved\">")
                .contains((paying(30_000, 40_000).size() - 1) + " more are in simulation.json.");
        assertThat(page.split("<table", -1)).hasSameSizeAs(page.split("<caption", -1));
    }

    @Test
    void sameDefinition_movesNobody() {
        Lab lab = lab(24, "30000").option("proposed", folder.resolve("book/policies/value-tiers.json"));

        assertThat(lab.ok().out()).startsWith("value-tiers@2026-1 -> value-tiers@2026-1 on 2026-06-30: 0 customers");
        assertThat(Json.of(lab.text("out/simulation.json")).list("movers")).isEmpty();
        assertThat(lab.text("out/index.html")).contains("<p class=\"soft\">Nobody.</p>");
    }

    private void refused(Lab lab, String... lines) {
        Lab.Run run = lab.run();
        assertThat(run.error().replace(folder.toString(), "DIR").lines()).containsExactly(lines);
        assertThat(run.exit()).isEqualTo(2);
        assertThat(lab.path("out/simulation.json")).doesNotExist();
    }

    @Test
    void documents_mustBeOfOneFormat() {
        Lab lab = lab(2, "30000").option("current", folder.resolve("book/policies/scorecard.json"));
        refused(
                lab,
                "option (--proposed DIR/proposed.json) must be of the format of --current, rapport/scorecard, is of"
                        + " rapport/segmentation.",
                "Maybe one of the files is another than you meant.");
    }

    @Test
    void proposal_mustHaveARevisionOfItsOwn() {
        Lab lab = lab(2, "30000");
        lab.edit("proposed.json", text -> text.replace("\"revision\": \"proposed\"", "\"revision\": \"2026-1\""));
        refused(
                lab,
                "proposed segmentation (value-tiers@2026-1) must have another revision than the current one.",
                "Maybe give it the revision \"2026-1-proposed\".");
    }

    @Test
    void optionsOfScorecards_areRefused() {
        refused(
                lab(2, "30000").option("from", "2026-01-31"),
                "option (--from) is for scorecards, these are segmentations.",
                "Maybe leave it out.");
    }
}
