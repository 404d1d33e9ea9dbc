package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.examples.quickstart.sample.SampleBook;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way for consumers without contracts. */
class ConsumersPlanTest {

    private static final int SIZE = 80;

    @TempDir
    private static Path folder;

    private static Tree plan = Tree.of("{}");
    private static Run run = new Run(1, "", "");

    @BeforeAll
    static void run() {
        run = Run.ok("--b2c", "--customers", SIZE, "--out", folder);
        plan = Tree.of(folder.resolve("plan.json"));
    }

    @Test
    void segments_comeFromAgeIncomeAndPlace_andEverybodyIsInOne() {
        assertThat(plan.at("segmentation", "sizes").names())
                .containsExactly("under-30", "well-off", "from-65", "30-to-64-dach", "30-to-64-elsewhere");
        assertThat(plan.list("segmentation", "undecided")).isEmpty();
        assertThat(plan.list("segmentation", "gaps")).isEmpty();
        assertThat(plan.at("segments").where(line -> line.number("customers") > 0))
                .hasSizeGreaterThan(3);
    }

    @Test
    void health_comesFromPurchases() {
        assertThat(plan.number("data", "customersWithoutHealth")).isZero();
        assertThat(plan.list("customers")).hasSize(SIZE).allMatch(line -> line.has("churnRisk"));
        assertThat(plan.at("customers").where(line -> line.text("band").equals("red")))
                .isNotEmpty();
        assertThat(plan.at("customers").where(line -> line.text("band").equals("green")))
                .isNotEmpty();
    }

    @Test
    void sectionsOfContracts_sayWhatIsMissing() {
        assertThat(plan.texts("decisions", "missing")).containsExactly("contracts");
        assertThat(plan.texts("atRisk", "missing")).containsExactly("policy at-risk");
        assertThat(plan.texts("coverage", "missing")).contains("policy organisation");
        assertThat(plan.texts("time", "missing")).containsExactly("series time-entries");
        assertThat(plan.texts("lifeCycle", "missing")).contains("policy life-cycle");
        assertThat(run.lines())
                .contains("Decisions left out: missing contracts")
                .anyMatch(line -> line.contains("80 customers, bought for EUR "));
    }

    private static Tree atRisk(String truth) {
        String id = SampleBook.consumers(SIZE, 7).truths().stream()
                .filter(one -> one.id().equals(truth))
                .findFirst()
                .orElseThrow()
                .customers()
                .get(0);
        return plan.at("atRisk", "lines").only(line -> line.text("customer").equals(id));
    }

    @Test
    void consumers_areRankedByWhatTheyWouldStillBring() {
        List<Tree> lines = plan.list("atRisk", "lines");
        assertThat(lines).hasSize(SIZE).allSatisfy(line -> {
            assertThat(line.has("arr")).isFalse();
            assertThat(line.has("decisionDate")).isFalse();
            assertThat(line.amount("expectedLoss"))
                    .isCloseTo(line.number("probability") * line.amount("residualValue"), within(0.01));
        });
        assertThat(lines).isSortedAccordingTo(Comparator.comparingDouble(line -> -line.amount("expectedLoss")));
        assertThat(plan.text("residualValues", "model")).isEqualTo("MBG/NBD");
        assertThat(plan.number("residualValues", "customers")).isEqualTo(SIZE);
    }

    @Test
    void consumerWhoGoesQuiet_hasMostToLose_andOneWhoIsGoneNothing() {
        Tree quiet = atRisk("consumer-goes-quiet");
        assertThat(plan.list("atRisk", "lines").get(0).text("customer")).isEqualTo(quiet.text("customer"));
        assertThat(quiet.amount("residualValue")).isGreaterThan(3_000);
        Tree gone = atRisk("consumer-is-gone");
        assertThat(gone.number("probability")).isGreaterThan(quiet.number("probability"));
        assertThat(gone.amount("expectedLoss")).isLessThan(0.01 * quiet.amount("expectedLoss"));
    }

    @Test
    void tooFewConsumers_areNotRanked_andTheReasonIsSaid(@TempDir Path few) {
        Run.ok("--b2c", "--customers", 20, "--out", few);
        Tree small = Tree.of(few.resolve("plan.json"));
        assertThat(small.at("atRisk").has("lines")).isFalse();
        assertThat(small.texts("atRisk", "missing"))
                .anyMatch(missing -> missing.startsWith(
                        "attribute lifetime.residual-value: at least 30 customers must" + " have bought again, "));
    }

    @Test
    void personalData_isInNoFile() throws IOException {
        List<Customer> customers = SampleBook.consumers(SIZE, 7).stream().toList();
        String page = Files.readString(folder.resolve("index.html"));
        String json = Files.readString(folder.resolve("plan.json"));
        var book = dev.rapport.model.book.Facts.of(Customer.adapter(customers), customers)
                .in(SampleBook.ZONE, SampleBook.CURRENCY)
                .asOf(SampleBook.UNTIL);
        assertThat(book.customers()).hasSize(SIZE);
        for (var view : book.customers()) {
            String name = view.find(CustomerAttributes.PERSON_NAME).orElseThrow();
            String income = view.find(CustomerAttributes.INCOME).orElseThrow().toString();
            Path files = folder.resolve("customers");
            String ownPage = Files.readString(files.resolve(view.customerId() + ".html"));
            String ownJson = Files.readString(files.resolve(view.customerId() + ".json"));
            for (String text : List.of(page, json, ownPage, ownJson)) {
                assertThat(text).doesNotContain(name).doesNotContain(income);
            }
            assertThat(Tree.of(ownJson).list("profile"))
                    .extracting(line -> line.text("key"))
                    .contains("country")
                    .doesNotContain("person-name", "age", "gender", "income", "education");
            assertThat(ownJson)
                    .as("as a reason, personal data is named and withheld")
                    .containsPattern("\"key\": \"age\",\\s*\"withheld\": \"personal\"")
                    .doesNotContainPattern("\"key\": \"(age|income|gender)\",\\s*\"value\"");
        }
    }
}
