package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.examples.quickstart.sample.SampleBook;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        assertThat(plan.texts("atRisk", "missing")).contains("contracts", "attribute lifetime.residual-value");
        assertThat(plan.texts("coverage", "missing")).contains("policy organisation");
        assertThat(plan.texts("time", "missing")).containsExactly("series time-entries");
        assertThat(plan.texts("lifeCycle", "missing")).contains("policy life-cycle");
        assertThat(run.lines())
                .contains("Decisions left out: missing contracts")
                .anyMatch(line -> line.contains("80 customers, bought for EUR "));
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
