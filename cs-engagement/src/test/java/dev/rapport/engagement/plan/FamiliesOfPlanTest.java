package dev.rapport.engagement.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.FamilyRevenue;
import dev.rapport.engagement.file.CustomerFile;
import dev.rapport.engagement.json.PolicyDocuments;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Who belongs to whom, in a plan: revenue of a family is that of its customers, each once. */
class FamiliesOfPlanTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 30);
    private static final Instant SINCE = Instant.parse("2024-01-01T00:00:00Z");
    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);
    private static final String TIERS = """
            {"format": "rapport/segmentation", "version": 1, "id": "tiers", "revision": "1",
             "strategy": {"type": "value-tiers", "attribute": "arr", "currency": "EUR",
               "tiers": [{"id": "small", "name": "Small"}, {"id": "large", "name": "Large", "from": 10000}]}}""";
    private static final String SCORECARD = """
            {"format": "rapport/scorecard", "version": 1, "id": "health", "revision": "1",
             "handling": "redistribute", "minimumCompleteness": 0,
             "parts": [{"type": "measure", "code": "products", "weight": 1, "attribute": "contracts.in-force",
                        "unit": "contracts", "curve": {"type": "linear", "points": [[0, 0], [10, 100]]}}],
             "bands": {"hysteresis": 0, "bands": [{"code": "all", "from": 0, "to": 100}]}}""";

    private static Customer.Builder paying(String id, int arr, LocalDate end) {
        return Customer.builder(id, SINCE)
                .add(
                        Contract.SERIES,
                        e -> e.id(id + "-1")
                                .at(SINCE)
                                .with(Contract.START, LocalDate.of(2024, 1, 1))
                                .with(Contract.END, end)
                                .with(Contract.ARR, Money.of(CurrencyUnit.EUR, arr)));
    }

    private static Customer.Builder paying(String id, int arr) {
        return paying(id, arr, LocalDate.of(2027, 1, 1));
    }

    private static Customer child(String id, int arr, String parent) {
        return paying(id, arr).set(CustomerAttributes.PARENT, parent, SINCE).build();
    }

    private record Planned(Planner planner, Plan plan) {

        List<String> families() {
            return plan.families().value().orElseThrow().stream()
                    .map(family -> family.top() + family.customers() + " " + family.arr())
                    .toList();
        }
    }

    private static Planned plan(Customer... customers) {
        List<Customer> all = List.of(customers);
        Facts facts = Facts.of(Customer.adapter(all), all)
                .derive(StandardAttributes.all(EUR))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR);
        AsOf asOf = AsOf.endOf(TODAY, ZoneOffset.UTC);
        List<JsonInput> documents =
                List.of(JsonInput.text("tiers.json", TIERS), JsonInput.text("scorecard.json", SCORECARD));
        Planner planner = Planner.of(
                PolicyDocuments.read(documents, facts.asOf(asOf).provides()).orThrow(), EUR);
        return new Planned(planner, planner.plan(facts, asOf, Memory.empty(), new InMemoryMilestoneLedger()));
    }

    @Test
    void family_paysWhatItsCustomersPay_whoPaysMostFirst() {
        Planned planned = plan(
                paying("alone", 500).build(),
                paying("big", 100).build(),
                child("daughter", 20, "big"),
                child("grandson", 3, "daughter"),
                child("lesser-child", 40, "lesser"),
                paying("lesser", 10).build());

        assertThat(planned.families())
                .containsExactly("big[big, daughter, grandson] EUR 123.00", "lesser[lesser, lesser-child] EUR 50.00");
        assertThat(planned.plan().family("grandson").map(FamilyRevenue::top)).contains("big");
        assertThat(planned.plan().family("alone")).isEmpty();
    }

    @Test
    void formerCustomers_payNothing_andFormAFamilyWithNobody() {
        Customer formerParent = paying("parent", 900, LocalDate.of(2026, 1, 1)).build();
        assertThat(plan(formerParent, child("a", 1, "parent"), child("b", 2, "parent"))
                        .families())
                .as("the parent is gone, its children belong together still")
                .containsExactly("parent[a, b] EUR 3.00");
        assertThat(plan(formerParent, child("a", 1, "parent")).families()).isEmpty();
    }

    @Test
    void parents_thatNobodyFeeds_areMissing() {
        Plan plan = plan(paying("alone", 500).build()).plan();

        assertThat(plan.families().missing()).containsExactly("attribute parent");
        assertThat(plan.families().value()).isEmpty();
    }

    @Test
    void customerFile_knowsTheFamily() {
        Planned planned = plan(paying("big", 100).build(), child("small", 20, "big"), child("other", 1, "big"));

        CustomerFile file = planned.planner()
                .file(planned.plan(), "small", new InMemoryMilestoneLedger())
                .orElseThrow();

        assertThat(file.sections().family())
                .contains(new FamilyRevenue("big", List.of("big", "other", "small"), Money.parse("EUR 121.00")));
    }
}
