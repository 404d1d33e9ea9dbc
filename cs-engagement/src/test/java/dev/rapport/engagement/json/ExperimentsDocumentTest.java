package dev.rapport.engagement.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rapport.engagement.experiment.Experiment;
import dev.rapport.engagement.experiment.ExperimentOutcome;
import dev.rapport.engagement.experiment.ExperimentPolicy;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.shape.DocumentKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExperimentsDocumentTest {

    private static final DocumentKind<ExperimentPolicy> KIND = ExperimentsDocument.over(
            List.of(AttributeKey.text("trial.calls"), AttributeKey.number("done"), AttributeKey.number("before")));

    @Test
    void exampleOfTheFormats_isRead_andSurvivesTheRoundTrip() throws IOException {
        String formats = Files.readString(Path.of("..", "docs", "formats.md"));
        String example = formats.split("<!-- experiments -->\n```json\n", -1)[1].split("```", -1)[0];
        ExperimentPolicy policy =
                KIND.read(JsonInput.text("formats.md", example)).orThrow();

        assertThat(policy.experiments())
                .extracting(Experiment::id, Experiment::model, Experiment::share)
                .containsExactly(tuple("monthly-calls", Optional.of("pooled"), 0.5));
        assertThat(KIND.read(JsonInput.text("written", KIND.toJson(policy))).orThrow())
                .isEqualTo(policy);
    }

    @Test
    void outcomeByAnAttribute_survivesTheRoundTrip() {
        ExperimentPolicy policy =
                KIND.read(JsonInput.text("experiments.json", """
                        {"format": "rapport/experiments", "version": 1, "id": "e", "revision": "1", "experiments": [
                         {"id": "a", "name": "A", "since": "2026-01-01", "arm": "trial.calls", "treated": "yes",
                          "control": "no", "share": 0.2,
                          "outcome": {"type": "attribute", "attribute": "done", "before": "before",
                                      "lowerIsBetter": true}}]}""")).orThrow();

        assertThat(policy.experiments().get(0).outcome())
                .isEqualTo(new ExperimentOutcome.Attribute(
                        AttributeKey.number("done"), Optional.of(AttributeKey.number("before")), true));
        assertThat(KIND.read(JsonInput.text("written", KIND.toJson(policy))).orThrow())
                .isEqualTo(policy);
    }

    @Test
    void badDocument_isRefused_withAllThatIsWrong() {
        String problems =
                KIND.read(JsonInput.text("experiments.json", """
                        {"format": "rapport/experiments", "version": 1, "id": "e", "revision": "1", "experiments": [
                         {"id": "a", "name": " ", "since": "2026-01-01", "arm": "trial.call", "treated": "yes",
                          "control": "no", "share": 1, "outcome": {"type": "arr-kep"}},
                         {"id": "b", "name": "B", "since": "2026-01-01", "arm": "done", "treated": "yes",
                          "control": "yes", "mattersFrom": 0, "outcome": {"type": "customers-kept"}}]}""")).problems().render();

        assertThat(problems)
                .contains("/experiments/0/name", "/experiments/0/share", "/experiments/0/outcome")
                .contains("unknown attribute \"trial.call\"", "Maybe \"trial.calls\"")
                .contains("attribute \"done\" must be of kind text here, is number")
                .contains("/experiments/1/mattersFrom");
        assertThat(KIND.read(JsonInput.text("experiments.json", """
                        {"format": "rapport/experiments", "version": 1, "id": "e", "revision": "1", "experiments": [
                         {"id": "b", "name": "B", "since": "2026-01-01", "arm": "trial.calls", "treated": "yes",
                          "control": "yes", "outcome": {"type": "customers-kept"}}]}""")).problems().render())
                .contains("treated (yes) must be another value than control.");
    }
}
