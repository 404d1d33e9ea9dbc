package dev.rapport.engagement.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.attribution.AttributionPolicy;
import dev.rapport.model.json.JsonInput;
import org.junit.jupiter.api.Test;

class AttributionDocumentTest {

    @Test
    void preset_survivesTheRoundTrip() {
        AttributionPolicy posthog = AttributionPolicy.posthog();
        assertThat(AttributionDocument.KIND
                        .read(JsonInput.text("written", AttributionDocument.KIND.toJson(posthog)))
                        .orThrow())
                .isEqualTo(posthog);
    }

    @Test
    void badDocument_isRefused_withAllThatIsWrong() {
        String problems = AttributionDocument.KIND
                .read(JsonInput.text("attribution.json", """
                        {"format": "rapport/attribution", "version": 1, "id": "a", "revision": "1", "source": " ",
                         "role": "csm", "judgedOnDayFromEnd": 0, "heldMonths": -1, "closedMonths": 1, "dropMonths": 1}"""))
                .problems()
                .render();

        assertThat(problems)
                .contains("/source")
                .contains("/judgedOnDayFromEnd")
                .contains("/heldMonths")
                .contains("unmanagedDays");
    }
}
