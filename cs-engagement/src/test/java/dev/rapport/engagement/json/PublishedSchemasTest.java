package dev.rapport.engagement.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.health.json.HealthDocuments;
import dev.rapport.health.json.ModelCardJson;
import dev.rapport.health.json.SimulationJson;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.organisation.json.OrganisationDocument;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.tables.BookManifest;
import dev.rapport.model.tables.ManifestDocument;
import dev.rapport.model.tables.RowSchemas;
import dev.rapport.segmentation.json.AttributeShapes;
import dev.rapport.segmentation.json.MovementJson;
import dev.rapport.segmentation.json.SegmentationDocument;
import dev.rapport.segmentation.json.SegmentationQualityJson;
import dev.rapport.segmentation.json.SegmentationSimulationJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The schemas in docs/schemas are those of the shapes that read and write the documents. To accept new ones, run with
 * {@code -Dschemas.write=true}.
 */
class PublishedSchemasTest {

    private static final Path FOLDER = Path.of("..", "docs", "schemas");

    private static Map<String, String> schemas() {
        Map<String, String> schemas = new TreeMap<>();
        schemas.put(
                "assignment",
                AssignmentDocument.over(List.of(StandardAttributes.ARR)).toJsonSchema());
        schemas.put("at-risk", HealthDocuments.AT_RISK.toJsonSchema());
        schemas.put("book", ManifestDocument.KIND.toJsonSchema());
        schemas.put(
                "churn-learning",
                ChurnLearningDocument.over(List.of(StandardAttributes.ARR)).toJsonSchema());
        schemas.put("calls", CallsDocument.KIND.toJsonSchema());
        schemas.put("churn-risk", HealthDocuments.CHURN_RISK.toJsonSchema());
        schemas.put("loss-reasons", HealthDocuments.LOSS_REASONS.toJsonSchema());
        schemas.put("contact-throttle", HealthDocuments.CONTACT_THROTTLE.toJsonSchema());
        schemas.put(
                "customer-file", CustomerFileJson.shape(Sensitivity.INTERNAL).toJsonSchema());
        schemas.put("early-warning", HealthDocuments.EARLY_WARNING.toJsonSchema());
        schemas.put("early-warning-state", HealthDocuments.WATCH_STATE.toJsonSchema());
        schemas.put("engagement-models", EngagementModelsDocument.KIND.toJsonSchema());
        schemas.put("escalation", EscalationDocument.KIND.toJsonSchema());
        schemas.put(
                "expansion",
                ExpansionDocument.over(List.of(StandardAttributes.ARR)).toJsonSchema());
        schemas.put(
                "experiments",
                ExperimentsDocument.over(List.of(StandardAttributes.ARR)).toJsonSchema());
        schemas.put("file-views", FileViewsDocument.over(Requirements.none()).toJsonSchema());
        schemas.put("attribution", AttributionDocument.KIND.toJsonSchema());
        schemas.put("fitted-model", HealthDocuments.FITTED_MODEL.toJsonSchema());
        schemas.put("life-cycle", LifeCycleDocument.KIND.toJsonSchema());
        schemas.put("milestones", MilestonesDocument.KIND.toJsonSchema());
        schemas.put("model-card", ModelCardJson.toJsonSchema());
        schemas.put("organisation", OrganisationDocument.KIND.toJsonSchema());
        schemas.put("plan", PlanJson.PLAN.toJsonSchema());
        schemas.put("plan-difference", PlanDifferenceJson.SHAPE.toJsonSchema());
        schemas.put("reference-population", HealthDocuments.REFERENCE.toJsonSchema());
        schemas.put("residual-value", HealthDocuments.RESIDUAL_VALUE.toJsonSchema());
        schemas.put("retention", HealthDocuments.RETENTION.toJsonSchema());
        schemas.put("review-pack", ReviewPackJson.SHAPE.toJsonSchema());
        schemas.put("reviews", ReviewsDocument.KIND.toJsonSchema());
        schemas.put("renewal-forecast", RenewalForecastDocument.KIND.toJsonSchema());
        schemas.put("roll-up", HealthDocuments.ROLL_UP.toJsonSchema());
        schemas.put("scope", ScopeDocument.KIND.toJsonSchema());
        schemas.put("scorecard", HealthDocuments.SCORECARD.toJsonSchema());
        schemas.put("scorecard-choice", HealthDocuments.SCORECARD_CHOICE.toJsonSchema());
        schemas.put(
                "segmentation",
                SegmentationDocument.kind(AttributeShapes.of(List.of(StandardAttributes.ARR)))
                        .toJsonSchema());
        schemas.put("segment-movement", MovementJson.toJsonSchema());
        schemas.put("segmentation-quality", SegmentationQualityJson.toJsonSchema());
        schemas.put("segmentation-simulation", SegmentationSimulationJson.toJsonSchema());
        BookManifest book = BookManifest.of(DocumentHeader.of("book", "1"), ZoneOffset.UTC, CurrencyUnit.EUR);
        RowSchemas.of(book).forEach((table, schema) -> schemas.put("row-" + table, schema));
        schemas.put("simulation", SimulationJson.toJsonSchema());
        schemas.put("survey-instruments", HealthDocuments.SURVEY_INSTRUMENTS.toJsonSchema());
        schemas.put("validation", HealthDocuments.VALIDATION.toJsonSchema());
        schemas.put("voice", VoiceDocument.KIND.toJsonSchema());
        return schemas;
    }

    @TestFactory
    List<DynamicTest> publishedSchema_isThatOfTheShape() throws IOException {
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
    void customerFile_hasOneSchema_whoeverReadsIt() {
        assertThat(Stream.of(Sensitivity.values())
                        .map(shown -> CustomerFileJson.shape(shown).toJsonSchema())
                        .distinct())
                .hasSize(1);
    }

    @Test
    void everyPublishedSchema_hasAShape() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(schemas().keySet().stream()
                            .map(name -> name + "-1.schema.json")
                            .toList());
        }
    }
}
