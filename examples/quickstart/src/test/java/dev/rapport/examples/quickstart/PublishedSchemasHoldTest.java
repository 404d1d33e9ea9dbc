package dev.rapport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An independent validator finds what the program writes to be what docs/schemas says, and nothing more. */
class PublishedSchemasHoldTest {

    private static final Path SCHEMAS = Path.of("..", "..", "docs", "schemas");

    @TempDir
    private static Path folder;

    @BeforeAll
    static void run() {
        Run.ok("--customers", 200, "--compare-to", "2025-06-30", "--out", folder.resolve("businesses"));
        Run.ok("--b2c", "--customers", 50, "--out", folder.resolve("consumers"));
    }

    private static Schema schema(String name) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(SCHEMAS.resolve(name + "-1.schema.json")), InputFormat.JSON);
    }

    private static List<?> errors(Schema schema, String json) {
        return schema.validate(json, InputFormat.JSON);
    }

    private static String plan(String run) throws IOException {
        return Files.readString(folder.resolve(run).resolve("plan.json"));
    }

    @Test
    void plan_isAsPublished() throws IOException {
        Schema schema = schema("plan");
        assertThat(errors(schema, plan("businesses"))).isEmpty();
        assertThat(errors(schema, plan("consumers")))
                .as("with sections left out")
                .isEmpty();
        assertThat(errors(schema, GoldenFile.read("plan-of-12.json"))).isEmpty();
    }

    @Test
    void plan_withAnUndeclaredField_isNot() throws IOException {
        Schema schema = schema("plan");
        String plan = plan("consumers");
        for (String place : List.of("\"format\":", "\"arr\":", "\"sizes\":", "\"remarks\":", "\"missing\":")) {
            assertThat(plan).contains(place);
            String drifted = plan.replaceFirst(place, "\"drift\": 1, " + place);
            assertThat(errors(schema, drifted)).as("beside " + place).isNotEmpty();
        }
    }

    @Test
    void plan_withoutARequiredField_isNot() throws IOException {
        String plan = plan("consumers").replaceFirst("\"horizonDays\": 120,", "");
        assertThat(errors(schema("plan"), plan)).singleElement().asString().contains("horizonDays");
    }

    /** The sections of both, and the fields of those that docs/plan.md goes into. */
    @Test
    void document_namesEverySection() throws IOException {
        String document = Files.readString(Path.of("..", "..", "docs", "plan.md"));
        Tree plan = Tree.of(SCHEMAS.resolve("plan-1.schema.json")).at("$defs");
        Tree file = Tree.of(SCHEMAS.resolve("customer-file-1.schema.json")).at("$defs");
        for (Tree shape : List.of(
                plan.at("plan"),
                plan.at("time-section"),
                plan.at("arr-bridge"),
                plan.at("retention-section"),
                plan.at("retention-rates"),
                plan.at("losses-section"),
                plan.at("changes"),
                plan.at("family"),
                file.at("customer-file"))) {
            assertThat(shape.at("properties").names())
                    .allSatisfy(field -> assertThat(document).contains("`" + field + "`"));
        }
    }

    @Test
    void customerFiles_areAsPublished() throws IOException {
        Schema schema = schema("customer-file");
        for (String run : List.of("businesses", "consumers")) {
            try (Stream<Path> files = Files.list(folder.resolve(run).resolve("customers"))) {
                List<Path> documents =
                        files.filter(file -> file.toString().endsWith(".json")).toList();
                assertThat(documents).hasSizeGreaterThan(40);
                for (Path file : documents) {
                    assertThat(errors(schema, Files.readString(file)))
                            .as(file.toString())
                            .isEmpty();
                }
            }
        }
    }
}
