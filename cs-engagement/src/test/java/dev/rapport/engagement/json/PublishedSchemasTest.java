package dev.rapport.engagement.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.json.HealthDocuments;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.organisation.json.OrganisationJson;
import dev.rapport.model.tables.ManifestDocuments;
import dev.rapport.segmentation.json.AttributeShapes;
import dev.rapport.segmentation.json.SegmentationDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The schemas in docs/schemas are those that the decoders give. To accept new ones, run with {@code
 * -Dschemas.write=true}.
 */
class PublishedSchemasTest {

    private static final Path FOLDER = Path.of("..", "docs", "schemas");

    private static Map<String, String> schemas() {
        Map<String, String> schemas = new TreeMap<>();
        schemas.put("book", ManifestDocuments.KIND.toJsonSchema());
        schemas.put("churn-risk", HealthDocuments.CHURN_RISK.toJsonSchema());
        schemas.put("engagement-models", EngagementModelsJson.KIND.toJsonSchema());
        schemas.put("escalation", EscalationDocument.KIND.toJsonSchema());
        schemas.put("life-cycle", LifeCycleDocument.KIND.toJsonSchema());
        schemas.put("milestones", MilestonesDocument.KIND.toJsonSchema());
        schemas.put("organisation", OrganisationJson.KIND.toJsonSchema());
        schemas.put("scorecard", HealthDocuments.SCORECARD.toJsonSchema());
        schemas.put(
                "segmentation",
                SegmentationDocument.kind(AttributeShapes.of(List.of(StandardAttributes.ARR)))
                        .toJsonSchema());
        return schemas;
    }

    @TestFactory
    List<DynamicTest> publishedSchema_isThatOfTheDecoder() throws IOException {
        if (Boolean.getBoolean("schemas.write")) {
            for (Map.Entry<String, String> schema : schemas().entrySet()) {
                Files.writeString(FOLDER.resolve(schema.getKey() + "-1.schema.json"), schema.getValue());
            }
        }
        return schemas().entrySet().stream()
                .map(schema -> DynamicTest.dynamicTest(
                        schema.getKey(),
                        () -> assertThat(Files.readString(FOLDER.resolve(schema.getKey() + "-1.schema.json")))
                                .isEqualTo(schema.getValue())))
                .toList();
    }

    @Test
    void everyPublishedSchema_hasADecoder() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(schemas().keySet().stream()
                            .map(name -> name + "-1.schema.json")
                            .toList());
        }
    }
}
