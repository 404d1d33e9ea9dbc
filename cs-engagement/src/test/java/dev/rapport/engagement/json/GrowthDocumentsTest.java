package dev.rapport.engagement.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.expansion.ExpansionPolicy;
import dev.rapport.engagement.forecast.Commitment.Call;
import dev.rapport.engagement.forecast.ForecastPolicy;
import dev.rapport.health.HealthAttributes;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.shape.DocumentKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The documents {@code rapport/expansion} and {@code rapport/renewal-forecast}. */
class GrowthDocumentsTest {

    private static final List<AttributeKey<?>> KNOWN = List.of(
            HealthAttributes.SCORE,
            CustomerAttributes.HEADCOUNT,
            StandardAttributes.USAGE_ACTIVE_SHARE,
            StandardAttributes.CONTRACTS_PRODUCTS,
            StandardAttributes.GOALS_PROGRESS);
    private static final DocumentKind<ExpansionPolicy> EXPANSION = ExpansionDocument.over(KNOWN);

    @Test
    void expansion_survivesTheRoundTrip() {
        ExpansionPolicy standard = ExpansionPolicy.standard();
        assertThat(EXPANSION
                        .read(JsonInput.text("written", EXPANSION.toJson(standard)))
                        .orThrow())
                .isEqualTo(standard);
    }

    @Test
    void forecast_survivesTheRoundTrip() {
        ForecastPolicy other = ForecastPolicy.builder()
                .header(DocumentHeader.of("ours", "3"))
                .source("our own back-test")
                .putKept(Call.COMMIT, 0.8)
                .putKept(Call.BEST_CASE, 0.5)
                .putKept(Call.UNLIKELY, 0.1)
                .keptIfUnknown(0.6)
                .tail(0.1)
                .disagreement(0.3)
                .validDays(90)
                .leastDecisions(50)
                .build();
        for (ForecastPolicy policy : List.of(ForecastPolicy.standard(), other)) {
            assertThat(RenewalForecastDocument.KIND
                            .read(JsonInput.text("written", RenewalForecastDocument.KIND.toJson(policy)))
                            .orThrow())
                    .isEqualTo(policy);
        }
    }

    @Test
    void badExpansion_isRefused_withAllThatIsWrong() {
        String problems =
                EXPANSION.read(JsonInput.text("expansion.json", """
                        {"format": "rapport/expansion", "version": 1, "id": "e", "revision": "1", "source": " ",
                         "gate": {"type": "member-of", "segment": "rich"},
                         "refusals": {"outcomes": [], "touchpoints": [], "coolOffDays": 0},
                         "peers": {"peersBy": [], "minimumPeers": 5},
                         "causes": [
                           {"id": "a", "name": "A", "source": "us",
                            "when": {"type": "present", "attribute": "goals.progres"},
                            "estimate": {"type": "more-seats", "usedShare": 2}}]}""")).problems().render();

        assertThat(problems)
                .contains(
                        "/source",
                        "/gate",
                        "coolOffDays",
                        "unknown attribute \"goals.progres\"",
                        "Maybe \"goals.progress\"",
                        "/causes/0/estimate/usedShare");
    }
}
