package dev.rapport.engagement.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.capacity.CapacityYear;
import dev.rapport.engagement.model.CostKind;
import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.SampleTeam;
import dev.rapport.engagement.model.SampleTeam.Line;
import dev.rapport.engagement.model.SegmentEconomics;
import dev.rapport.model.book.Book;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.money.RateTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Each kind of engagement model is declared in a document and priced: high, mid, tech touch, pooled, led by a partner, our own. */
class ModelKindsTest {

    private static final String DOCUMENT = """
            {"format": "rapport/engagement-models", "version": 1, "id": "kinds", "revision": "1",
             "grossMargin": {"share": 0.8, "source": "a test"}, "targetMargin": 0.5,
             "models": [
               {"id": "high-touch", "name": "High touch",
                "touchpoints": [{"kind": "check-in", "timesPerYear": 12, "hoursEach": 1.5, "role": "csm"}],
                "toolCostPerYear": "EUR 300.00", "owners": [{"role": "csm"}]},
               {"id": "mid-touch", "name": "Mid touch",
                "touchpoints": [{"kind": "check-in", "timesPerYear": 6, "hoursEach": 1, "role": "csm"}],
                "toolCostPerYear": "EUR 200.00", "owners": [{"role": "csm"}]},
               {"id": "tech-touch", "name": "Tech touch",
                "touchpoints": [{"kind": "newsletter", "timesPerYear": 12, "hoursEach": 0.05, "role": "csm"}],
                "toolCostPerYear": "EUR 60.00", "owners": [],
                "flex": [{"id": "rescue", "role": "csm", "hoursEach": 1, "atMostHoursPerYear": 10,
                          "when": {"type": "compare", "attribute": "usage.change-30d", "operator": "at-most", "value": -0.2}}]},
               {"id": "pooled", "name": "Pooled",
                "touchpoints": [{"kind": "check-in", "timesPerYear": 2, "hoursEach": 0.5, "role": "csm"}],
                "toolCostPerYear": "EUR 80.00", "owners": [{"role": "csm", "pool": "digital"}]},
               {"id": "partner-led", "name": "Led by a partner",
                "touchpoints": [{"kind": "partner-review", "timesPerYear": 1, "hoursEach": 2, "role": "vp"}],
                "toolCostPerYear": "EUR 0.00", "owners": [],
                "partner": {"shareOfArr": 0.15, "feePerYear": "EUR 200.00", "touchpoints": ["check-in", "training"]}},
               {"id": "by-stage", "name": "Our own: by stage",
                "touchpoints": [
                  {"kind": "check-in", "timesPerYear": 52, "hoursEach": 0.5, "role": "csm", "stages": ["onboarding"]},
                  {"kind": "check-in", "timesPerYear": 12, "hoursEach": 0.5, "role": "csm", "stages": ["adoption"]},
                  {"kind": "renewal", "timesPerYear": 1, "hoursEach": 6, "role": "csm", "daysBeforeDecision": 60},
                  {"kind": "budget-talk", "timesPerYear": 0, "hoursEach": 1, "role": "csm", "months": [9, 10]}],
                "toolCostPerYear": "EUR 10.00", "owners": [{"role": "csm"}]}
             ],
             "segments": [{"segment": "a", "model": "high-touch"}, {"segment": "b", "model": "mid-touch"},
                          {"segment": "c", "model": "tech-touch"}, {"segment": "d", "model": "pooled"},
                          {"segment": "e", "model": "partner-led"}, {"segment": "f", "model": "by-stage"}]}""";

    private final EngagementPolicy policy = EngagementModelsDocument.KIND
            .read(JsonInput.text("kinds.json", DOCUMENT))
            .orThrow();
    private final Book book = SampleTeam.book(List.of(
                    line("1", "a"),
                    line("2", "b"),
                    line("3", "c"),
                    line("4", "d"),
                    line("5", "e"),
                    line("6", "f"),
                    line("7", "f"),
                    line("8", "f")))
            .with(StandardAttributes.STAGE_CURRENT, "test", Map.of("6", "onboarding", "7", "adoption"));
    private final Economics economics =
            Economics.of(book, policy, SampleTeam.organisation().build(), RateTable.empty(CurrencyUnit.EUR));

    private static Line line(String id, String segment) {
        return new Line(id, segment, "EUR 10000.00", 800);
    }

    private SegmentEconomics of(String segment) {
        return economics.segments().stream()
                .filter(row -> row.segment().equals(segment))
                .findFirst()
                .orElseThrow();
    }

    private void costs(String segment, String amount) {
        assertThat(of(segment).costToServe()).as(segment).contains(Money.parse(amount));
    }

    @Test
    void everyKind_isPriced() {
        costs("a", "EUR 1380.00");
        costs("b", "EUR 560.00");
        costs("c", "EUR 696.00");
        costs("d", "EUR 140.00");
        costs("e", "EUR 1900.00");
        costs("f", "EUR 3030.00");
    }

    @Test
    void everyKind_isPlanned_monthByMonth() {
        CapacityYear year = CapacityYear.of(economics, SampleTeam.organisation().build(), SampleTeam.TODAY)
                .build();

        assertThat(year.segments())
                .extracting(segment -> segment.hours().stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .stripTrailingZeros()
                        .toPlainString())
                .as("of the one led by a partner our own review alone")
                .containsExactly("18", "6", "10.6", "1", "2", "50");
        assertThat(year.pools()).singleElement().satisfies(pool -> {
            assertThat(pool.model()).isEqualTo("pooled");
            assertThat(pool.share()).hasValue(1.0 / (30 * 52));
        });
    }

    @Test
    void partner_takesAShareAndAFee_andNoHoursOfOurs() {
        assertThat(of("e").hoursByRole()).containsOnlyKeys("vp");
        assertThat(of("e").costByKind())
                .containsExactly(
                        Map.entry(CostKind.TOUCHPOINTS, Money.parse("EUR 200.00")),
                        Map.entry(CostKind.TOOLS, Money.parse("EUR 0.00")),
                        Map.entry(CostKind.PARTNER, Money.parse("EUR 1700.00")));
        assertThat(of("e").margin()).contains(Money.parse("EUR 6100.00"));
        assertThat(of("e").marginReasons().foldsToItsValue()).isTrue();
        assertThat(of("e").marginReasons().parts().get(1).parts())
                .anySatisfy(part ->
                        assertThat(part.reason()).contains("0.15 of the ARR, 1 customers at EUR 200.00 a year"));
    }

    @Test
    void partnersFee_withoutAnExchangeRate_isSaid() {
        EngagementPolicy dollars = EngagementModelsDocument.KIND
                .read(JsonInput.text("kinds.json", DOCUMENT.replace("EUR 200.00\", \"touch", "USD 200.00\", \"touch")))
                .orThrow();
        SegmentEconomics led = Economics.of(
                        book, dollars, SampleTeam.organisation().build(), RateTable.empty(CurrencyUnit.EUR))
                .segments()
                .get(4);

        assertThat(led.costToServe()).isEmpty();
        assertThat(led.costByKind()).isEmpty();
        assertThat(led.notes()).containsExactly("no exchange rate for the partner of partner-led (USD 200.00)");
    }

    @Test
    void helpOnATrigger_isInTheCost() {
        assertThat(of("c").costByKind()).containsEntry(CostKind.FLEX, Money.parse("EUR 600.00"));
        assertThat(of("c").hoursPerYear()).isEqualByComparingTo("10.6");
    }

    @Test
    void cadence_isByStage_andWhoseStageIsNotKnownIsSaid() {
        assertThat(of("f").hoursPerYear()).isEqualByComparingTo("50");
        assertThat(of("f").notes())
                .containsExactly("the stage of 1 of 3 customers is not known; touchpoints for some stages do not count"
                        + " for them");
        EngagementModel staged = policy.model("by-stage").orElseThrow();
        assertThat(staged.capacityPerYear("csm", false, Optional.of("onboarding")))
                .isEqualByComparingTo("32");
        assertThat(staged.capacityPerYear("csm", false, Optional.of("adoption")))
                .isEqualByComparingTo("12");
        assertThat(staged.capacityPerYear("csm", false, Optional.empty())).isEqualByComparingTo("6");
    }

    @Test
    void stages_areReadOnlyWhereAModelAsksForThem() {
        Book bare = SampleTeam.book(List.of(line("1", "a")));
        assertThat(Economics.of(bare, policy, SampleTeam.organisation().build(), RateTable.empty(CurrencyUnit.EUR))
                        .missing()
                        .attributes())
                .containsExactly(StandardAttributes.STAGE_CURRENT);
        assertThat(Economics.requirements(SampleTeam.policy().build())).isEqualTo(Economics.requirements());
    }

    @Test
    void whatIsWritten_isReadBackEqual() {
        assertThat(EngagementModelsDocument.KIND
                        .read(JsonInput.text("written", EngagementModelsDocument.KIND.toJson(policy)))
                        .orThrow())
                .isEqualTo(policy);
    }
}
