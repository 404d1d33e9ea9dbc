package dev.rapport.engagement.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.LifetimeOutlook;
import dev.rapport.engagement.model.MarginSpread;
import dev.rapport.engagement.model.RetentionExpectation;
import dev.rapport.engagement.model.SampleTeam;
import dev.rapport.engagement.model.SegmentModel;
import dev.rapport.engagement.model.Triangle;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.Checked;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad documents with the expected text beside each. Where a new text is right, {@code -Dgolden.write=<src/test/resources of
 * the module, absolute>} writes it down instead of comparing.
 */
class EngagementModelsDocumentTest {

    private static final String FOLDER = "engagement-models";

    static List<Path> badDocuments() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(EngagementModelsDocumentTest.class.getResource(FOLDER))
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
        Checked<EngagementPolicy> policy = EngagementModelsDocument.KIND.read(
                JsonInput.text(document.getFileName().toString(), Files.readString(document)));

        assertThat(policy.isValid()).isFalse();
        String actual = policy.problems().render() + "\n";
        String name = document.getFileName().toString().replace(".json", ".expected.txt");
        String write = System.getProperty("golden.write");
        if (write != null) {
            Files.writeString(Path.of(write, "dev/rapport/engagement/json", FOLDER, name), actual);
        } else {
            assertThat(document.resolveSibling(name)).hasContent(actual);
        }
    }

    @Test
    void whatIsWritten_isReadBackEqual() {
        EngagementPolicy policy = SampleTeam.policy()
                .target("small", new BigDecimal("0.85"))
                .expect(new RetentionExpectation(
                        new SegmentModel("small", "high"), new Triangle(0.8, 0.9, 0.95), "a pilot"))
                .lifetime(new LifetimeOutlook(5, 0.1))
                .spread(new MarginSpread(Triangle.exactly(1), new Triangle(0.9, 1, 1.3), "the last years"))
                .build();

        String json = EngagementModelsDocument.KIND.toJson(policy);

        assertThat(EngagementModelsDocument.KIND
                        .read(JsonInput.text("policy", json))
                        .orThrow())
                .isEqualTo(policy);
        assertThat(json)
                .contains(
                        "\"lifetimeValue\"",
                        "\"years\": 5",
                        "\"yearlyDiscountRate\": 0.1",
                        "\"source\": \"the last years\"")
                .contains("\"retentionTarget\": 0.85", "\"likely\": 0.9", "\"source\": \"a pilot\"")
                .contains("\"toolCostPerYear\": \"EUR 100.00\"", "\"atMost\": 2", "\"stages\": [\"onboarding\"]");
    }
}
