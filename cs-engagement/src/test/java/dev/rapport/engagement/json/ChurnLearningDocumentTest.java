package dev.rapport.engagement.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.plan.ChurnLearning;
import dev.rapport.health.HealthAttributes;
import dev.rapport.health.churn.Feature;
import dev.rapport.health.validation.ValidationPolicy;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.shape.DocumentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChurnLearningDocumentTest {

    private static final List<AttributeKey<?>> KNOWN = List.of(
            HealthAttributes.SCORE,
            StandardAttributes.ARR,
            StandardAttributes.USAGE_CHANGE_30D,
            StandardAttributes.USAGE_ACTIVE_SHARE,
            StandardAttributes.TICKETS_OPENED_90D,
            StandardAttributes.SURVEY_NPS_LAST,
            StandardAttributes.SPONSOR_PRESENT,
            StandardAttributes.DECISION_NEXT_DAYS,
            StandardAttributes.DECISION_NEXT_DATE);
    private static final DocumentKind<ChurnLearning> KIND = ChurnLearningDocument.over(KNOWN);

    @Test
    void waysToLearn_surviveTheRoundTrip() {
        ChurnLearning other = ChurnLearning.builder()
                .header(DocumentHeader.of("ours", "3"))
                .addFeatures(Feature.logarithmOf(StandardAttributes.ARR), Feature.of(StandardAttributes.SPONSOR_PRESENT))
                .dates(5)
                .everyMonths(2)
                .atMostCustomers(100)
                .lateDays(10)
                .ridge(0.5)
                .floors(ValidationPolicy.builder()
                        .from(ValidationPolicy.models())
                        .capacity(0.2)
                        .build())
                .build();

        for (ChurnLearning how : List.of(ChurnLearning.standard(), other)) {
            assertThat(KIND.read(JsonInput.text("written", KIND.toJson(how))).orThrow())
                    .isEqualTo(how);
        }
    }

    @Test
    void badFeatures_areRefused() {
        String problems = KIND.read(JsonInput.text(
                        "churn-learning.json",
                        "{\"format\": \"rapport/churn-learning\", \"version\": 1, \"id\": \"c\", \"revision\": \"1\","
                                + " \"features\": [{\"attribute\": \"ar\"}, {\"attribute\": \"decision.next-date\"},"
                                + " {\"attribute\": \"sponsor.present\", \"scale\": \"logarithmic\"}], \"dates\": 1}"))
                .problems()
                .render();

        assertThat(problems)
                .contains(
                        "unknown attribute \"ar\"",
                        "Maybe \"arr\"",
                        "Maybe derive a number from it",
                        "must be a number or money to be logarithmic",
                        "/dates");
    }

    @Test
    void example_ofTheFormats_isRead() throws IOException {
        String formats = Files.readString(Path.of("..", "docs", "formats.md"));
        String begin = "<!-- churn-learning -->\n```json\n";
        int from = formats.indexOf(begin) + begin.length();
        String example = formats.substring(from, formats.indexOf("```", from));

        assertThat(KIND.read(JsonInput.text("formats.md", example)).orThrow().features())
                .hasSize(3);
    }
}
