package dev.rapport.health.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.choice.ScorecardChoice;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.Checked;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChoiceDocumentsTest {

    static Stream<Path> badDocuments() {
        return GoldenText.documents("bad-choice").stream();
    }

    @ParameterizedTest
    @MethodSource("badDocuments")
    void badDocument_isRefused_withAllItsProblems(Path document) throws IOException {
        Checked<ScorecardChoice> read = HealthDocuments.SCORECARD_CHOICE.read(JsonInput.file(document));

        assertThat(read.isValid()).isFalse();
        GoldenText.verify(
                "bad-choice/" + document.getFileName().toString().replace(".json", ".expected.txt"),
                read.problems().render() + "\n");
    }

    @Test
    void goodChoice_isRead_andWrittenInFull() throws IOException {
        ScorecardChoice choice = HealthDocuments.SCORECARD_CHOICE
                .read(JsonInput.file(GoldenText.file("good-scorecard-choice.json")))
                .orThrow();

        String written = HealthDocuments.SCORECARD_CHOICE.toJson(choice);
        GoldenText.verify("good-scorecard-choice.written.json", written);
        assertThat(HealthDocuments.SCORECARD_CHOICE
                        .read(JsonInput.text("again", written))
                        .orThrow())
                .isEqualTo(choice);
    }
}
