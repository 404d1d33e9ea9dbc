package dev.rapport.engagement.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.call.CallPolicy;
import dev.rapport.engagement.plan.Policies;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.shape.DocumentHeader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The document {@code rapport/calls}: bad ones with the expected text beside each, as in {@link EngagementModelsDocumentTest}. */
class CallsDocumentTest {

    private static final String FOLDER = "calls";

    private static final CallPolicy OTHER = CallPolicy.builder()
            .header(DocumentHeader.of("ours", "3"))
            .source("our own opinion")
            .atMost(12)
            .daysAhead(45)
            .farAway(0)
            .sponsorGone(2)
            .silentDays(30)
            .silent(1)
            .build();

    static List<Path> badDocuments() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(CallsDocumentTest.class.getResource(FOLDER))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("badDocuments")
    void badPolicy_isRefused_withAllItsProblemsAtTheirPlaces(Path document) throws IOException {
        String name = document.getFileName().toString();
        Checked<CallPolicy> policy = CallsDocument.KIND.read(JsonInput.text(name, Files.readString(document)));

        assertThat(policy.isValid()).isFalse();
        String actual = policy.problems().render() + "\n";
        Path expected = document.resolveSibling(name.replace(".json", ".expected.txt"));
        String write = System.getProperty("golden.write");
        if (write != null) {
            Files.writeString(
                    Path.of(write, "dev/rapport/engagement/json", FOLDER, String.valueOf(expected.getFileName())),
                    actual);
        } else {
            assertThat(expected).hasContent(actual);
        }
    }

    @Test
    void whatIsWritten_isReadBackEqual() {
        for (CallPolicy policy : List.of(CallPolicy.standard(), OTHER)) {
            assertThat(CallsDocument.KIND
                            .read(JsonInput.text("written", CallsDocument.KIND.toJson(policy)))
                            .orThrow())
                    .isEqualTo(policy);
        }
    }

    @Test
    void document_amongPolicies_isTaken_andAtMostOnce() {
        JsonInput segments = JsonInput.text("segments.json", """
                {"format": "rapport/segmentation", "version": 1, "id": "s", "revision": "1",
                 "strategy": {"type": "rules", "segments": [], "rest": {"id": "all", "name": "All"}}}""");
        JsonInput calls = JsonInput.text("calls.json", CallsDocument.KIND.toJson(OTHER));

        Checked<Policies> twice = PolicyDocuments.read(List.of(segments, calls, calls), Requirements.none());

        assertThat(twice.problems().render())
                .contains("format rapport/calls must come once, is also calls.json")
                .doesNotContain("calls.json:1:1: format must be one of");
    }
}
