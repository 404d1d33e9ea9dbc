package dev.rapport.engagement.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Planner;
import dev.rapport.model.book.Facts;
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
import org.junit.jupiter.api.Test;

class PlanJsonTest {

    private static final Instant SINCE = Instant.parse("2024-01-01T00:00:00Z");
    private static final Reckoning EUR = Reckoning.in(CurrencyUnit.EUR);
    private static final String REGIONS = """
            {"format": "rapport/segmentation", "version": 1, "id": "regions", "revision": "1",
             "strategy": {"type": "rules",
               "segments": [{"id": "north", "name": "North",
                 "when": {"type": "compare", "attribute": "country", "operator": "equal", "value": "SE"}}],
               "rest": {"id": "rest", "name": "The rest"}}}""";

    private static Plan plan(String attribute, String unit) {
        String scorecard = """
                {"format": "rapport/scorecard", "version": 1, "id": "health", "revision": "1",
                 "handling": "redistribute", "minimumCompleteness": 0,
                 "parts": [{"type": "measure", "code": "judged", "weight": 1, "attribute": "%s", "unit": "%s",
                            "curve": {"type": "linear", "points": [[0, 0], [100, 100]]}}],
                 "bands": {"hysteresis": 0, "bands": [{"code": "all", "from": 0, "to": 100}]}}""".formatted(attribute, unit);
        Customer ada = Customer.builder("ada", SINCE)
                .set(CustomerAttributes.COUNTRY, "GB", SINCE)
                .set(CustomerAttributes.AGE, 44.0, SINCE)
                .set(CustomerAttributes.HEADCOUNT, 44.0, SINCE)
                .build();
        Facts facts = Facts.of(Customer.adapter(List.of(ada)), List.of(ada))
                .derive(StandardAttributes.all(EUR))
                .in(ZoneOffset.UTC, CurrencyUnit.EUR);
        AsOf asOf = AsOf.endOf(LocalDate.of(2026, 6, 30), ZoneOffset.UTC);
        List<JsonInput> documents =
                List.of(JsonInput.text("segmentation.json", REGIONS), JsonInput.text("scorecard.json", scorecard));
        Planner planner = Planner.of(
                PolicyDocuments.read(documents, facts.asOf(asOf).provides())
                        .orThrow(),
                EUR);
        return planner.plan(facts, asOf, Memory.empty(), new InMemoryMilestoneLedger());
    }

    private static String reasons(Plan plan) {
        String json = PlanJson.PLAN.toJson(plan);
        int from = json.indexOf("\"reasons\"", json.indexOf("\"customers\": [{"));
        return json.substring(from, json.indexOf(']', from));
    }

    @Test
    void reason_saysWhatItCosts_andTheValue() {
        assertThat(reasons(plan("headcount", "people")))
                .contains("\"points\": -56", "\"because\": \"judged 44: headcount 44 people\"");
    }

    @Test
    void reason_thatIsPersonal_saysNeither() {
        assertThat(reasons(plan("age", "years")))
                .contains("\"measure\": \"judged\"", "\"because\": \"judged withheld: age\"")
                .doesNotContain("points", "44", "56");
    }
}
