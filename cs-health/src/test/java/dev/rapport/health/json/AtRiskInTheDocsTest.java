package dev.rapport.health.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.atrisk.AtRiskPolicy;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.Checked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example in docs/at-risk.md is one. */
class AtRiskInTheDocsTest {

    @Test
    void exampleInTheDocument_canBeRead() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "at-risk.md"));
        int from = document.indexOf("```json\n") + "```json\n".length();
        String example = document.substring(from, document.indexOf("```", from));

        Checked<AtRiskPolicy> read = HealthDocuments.atRiskOver(List.of(AttributeKey.number("usage.change-30d")))
                .read(JsonInput.text("at-risk.md", example));

        assertThat(read.problems().render()).isEmpty();
        assertThat(read.orThrow().plays().all()).extracting(play -> play.code()).containsExactly("train-again", "call");
    }
}
