package dev.rapport.health.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.choice.ScorecardChoice;
import dev.rapport.health.rollup.RollUp;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.shape.DocumentHeader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerDocumentsTest {

    static Stream<Path> badDocuments() {
        return GoldenText.documents("bad-choice").stream();
    }

    @ParameterizedTest
    @MethodSource("badDocuments")
    void badDocument_isRefused_withAllItsProblems(Path document) throws IOException {
        Checked<ScorecardChoice> read = HealthDocuments.SCORECARD_CHOICE.read(GoldenText.open(document));

        assertThat(read.isValid()).isFalse();
        GoldenText.verify(
                "bad-choice/" + document.getFileName().toString().replace(".json", ".expected.txt"),
                read.problems().render() + "\n");
    }

    @Test
    void goodChoice_isRead_andWrittenInFull() throws IOException {
        ScorecardChoice choice = HealthDocuments.SCORECARD_CHOICE
                .read(GoldenText.open(GoldenText.file("good-scorecard-choice.json")))
                .orThrow();

        String written = HealthDocuments.SCORECARD_CHOICE.toJson(choice);
        GoldenText.verify("good-scorecard-choice.written.json", written);
        assertThat(HealthDocuments.SCORECARD_CHOICE
                        .read(JsonInput.text("again", written))
                        .orThrow())
                .isEqualTo(choice);
    }

    @Test
    void rollUp_survivesTheRoundTrip() {
        RollUp rollUp = new RollUp(DocumentHeader.of("family-health", "1"), RollUp.Rule.ARR_WEIGHTED, 0.8);

        String written = HealthDocuments.ROLL_UP.toJson(rollUp);

        assertThat(written).contains("\"rule\": \"arr-weighted\"", "\"minimumKnown\": 0.8");
        assertThat(HealthDocuments.ROLL_UP
                        .read(JsonInput.text("again", written))
                        .orThrow())
                .isEqualTo(rollUp);
    }

    @Test
    void rollUp_ofAnUnknownRule_isRefused() {
        String bad = HealthDocuments.ROLL_UP
                .toJson(new RollUp(DocumentHeader.of("family-health", "1"), RollUp.Rule.WORST, 0))
                .replace("\"worst\"", "\"wrst\"")
                .replace("\"minimumKnown\": 0", "\"minimumKnown\": 80");

        assertThat(HealthDocuments.ROLL_UP
                        .read(JsonInput.text("bad.json", bad))
                        .problems()
                        .render())
                .isEqualTo("""
                    bad.json:6:11 /rule: expected one of [arr-weighted, worst, own], got string "wrst".
                      Maybe "worst".
                    bad.json:7:19 /minimumKnown: must be between 0 and 1, was 80.\
                    """);
    }
}
