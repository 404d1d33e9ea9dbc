package dev.rapport.health.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.loss.LossPolicy;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.Checked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossDocumentsTest {

    private static final List<AttributeKey<?>> KNOWN =
            List.of(AttributeKey.number("usage.active-share"), AttributeKey.text("tier"));

    static Stream<Path> badDocuments() {
        return GoldenText.documents("bad-loss-reasons").stream();
    }

    @ParameterizedTest
    @MethodSource("badDocuments")
    void badDocument_isRefused_withAllItsProblems(Path document) throws IOException {
        Checked<?> read = HealthDocuments.lossReasonsOver(KNOWN).read(GoldenText.open(document));

        assertThat(read.isValid()).isFalse();
        GoldenText.verify(
                "bad-loss-reasons/" + document.getFileName().toString().replace(".json", ".expected.txt"),
                read.problems().render() + "\n");
    }

    @Test
    void preset_survivesTheRoundTrip_andIsWrittenInFull() {
        String written = HealthDocuments.LOSS_REASONS.toJson(LossPolicy.standard());

        GoldenText.verify("loss-standard.written.json", written);
        assertThat(HealthDocuments.LOSS_REASONS
                        .read(JsonInput.text("preset", written))
                        .orThrow())
                .isEqualTo(LossPolicy.standard());
    }

    @Test
    void example_ofTheFormats_isRead() throws IOException {
        String formats = Files.readString(Path.of("..", "docs", "formats.md"));
        String begin = "<!-- loss-reasons -->\n```\n";
        int from = formats.indexOf(begin) + begin.length();
        String example = formats.substring(from, formats.indexOf("```", from));

        assertThat(HealthDocuments.LOSS_REASONS
                        .read(JsonInput.text("formats.md", example))
                        .problems()
                        .list())
                .isEmpty();
    }

    @Test
    void schema_comesFromTheSameShapes() {
        GoldenText.verify("loss-reasons.schema.json", HealthDocuments.LOSS_REASONS.toJsonSchema());
    }
}
