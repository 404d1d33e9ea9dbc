package dev.rapport.engagement.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.scope.ScopePolicy;
import dev.rapport.model.json.JsonInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScopeDocumentTest {

    private static String example() throws IOException {
        String formats = Files.readString(Path.of("..", "docs", "formats.md"));
        String begin = "<!-- scope -->\n```\n";
        int from = formats.indexOf(begin) + begin.length();
        return formats.substring(from, formats.indexOf("```", from));
    }

    @Test
    void example_ofTheDocumentation_isReadAndWrittenTheSame() throws IOException {
        ScopePolicy policy =
                ScopeDocument.KIND.read(JsonInput.text("formats.md", example())).orThrow();

        assertThat(policy.scopes()).hasSize(1);
        assertThat(ScopeDocument.KIND
                        .read(JsonInput.text("again", ScopeDocument.KIND.toJson(policy)))
                        .orThrow())
                .isEqualTo(policy);
    }

    @Test
    void slips_areToldAtTheirPlaces_allAtOnce() throws IOException {
        String slips = example()
                .replace("\"areas\": [\"customer-success\", \"renewals\"]", "\"areas\": [\"customer-succes\"]")
                .replace("\"renewals\": \"renewals-lead\"", "\"renewal\": \"renewals-lead\"")
                .replace("\"current\": \"one-leader\"", "\"current\": \"two-leaders\"");

        assertThat(ScopeDocument.KIND
                        .read(JsonInput.text("s.json", slips))
                        .problems()
                        .list())
                .extracting(problem -> problem.location().pointer() + ": " + problem.message()
                        + problem.advice().map(advice -> " / " + advice).orElse(""))
                .containsExactlyInAnyOrder(
                        "/scopes/0/leaders/0/areas/0: \"customer-succes\" must be the id of an area / Maybe"
                                + " \"customer-success\"",
                        "/scopes/0/leaders: area (customer-success) must have a leader, has none",
                        "/scopes/0/leaders: area (renewals) must have a leader, has none",
                        "/leads/renewal: \"renewal\" must be the id of an area / Maybe \"renewals\"",
                        "/current: \"two-leaders\" must be the id of a scope");
    }
}
