package dev.rapport.model.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rapport.model.json.JsonArray;
import dev.rapport.model.json.JsonBoolean;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.json.JsonMember;
import dev.rapport.model.json.JsonNull;
import dev.rapport.model.json.JsonNumber;
import dev.rapport.model.json.JsonObject;
import dev.rapport.model.json.JsonText;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.GoldenFiles;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The schema says what the reader does, as far as a schema can: an independent validator agrees. */
class JsonSchemaTest {

    private static final GoldenFiles GOOD = GoldenFiles.beside(JsonSchemaTest.class, "good");

    /** What no schema knows: rules between values, which shapes check beyond their schema. */
    private static final Set<String> BEYOND_SCHEMA =
            Set.of(Codes.REPEATED, Codes.REFUSED, "band-order", "duplicate-key", "number-out-of-bounds");

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Scorecard.KIND.toJsonSchema(), InputFormat.JSON);

    @Test
    void schema_isAsExpected() throws IOException {
        for (Path document : GOOD.documents(".json")) {
            assertThat(Scorecard.KIND.read(GoldenFiles.open(document)).orThrow())
                    .isNotNull();
            GOOD.verify(document, Scorecard.KIND.toJsonSchema());
        }
    }

    @Test
    void badDocument_isRefusedByTheSchema_too() throws IOException {
        List<Path> documents = GoldenFiles.beside(JsonSchemaTest.class, "bad").documents(".json");

        for (Path document : documents) {
            Checked<JsonValue> tree = GoldenFiles.open(document).tree();
            if (tree.isValid() && isWithinSchema(Scorecard.KIND.read(tree.orThrow()))) {
                assertThat(isValid(tree.orThrow())).as(document.toString()).isFalse();
            }
        }
    }

    @Property
    void changedDocument_isJudgedAlike_byReaderAndSchema(@ForAll long seed) throws IOException {
        Path good = GOOD.documents(".json").get(0);
        JsonValue changed = new Change(new Random(seed))
                .somewhere(GoldenFiles.open(good).tree().orThrow());

        Checked<Scorecard> read = Scorecard.KIND.read(changed);

        if (read.isValid()) {
            assertThat(isValid(changed)).as(text(changed)).isTrue();
        } else if (isWithinSchema(read)) {
            assertThat(isValid(changed)).as(text(changed) + read.problems()).isFalse();
        }
    }

    @Test
    void twoShapesOfOneName_areRefused() {
        Shape<String> one = Shape.object("part", fields -> in -> "");
        Shape<String> other = Shape.object("part", fields -> in -> "");
        Shape<String> whole = Shape.object("whole", fields -> {
            var first = fields.required("first", one, text -> text);
            fields.required("second", other, text -> text);
            return in -> in.get(first);
        });

        assertThatThrownBy(whole::toJsonSchema).hasMessage("two shapes of one document must not both be called part");
    }

    @Test
    void schemaOfASimpleShape_hasNoDefinitions() {
        assertThat(Shape.listOf(Shape.integer().above(0).below(10))
                        .notEmpty()
                        .atMost(3)
                        .toJsonSchema())
                .isEqualTo("""
                        {
                          "$schema": "https://json-schema.org/draft/2020-12/schema",
                          "type": "array",
                          "items": {
                            "type": "integer",
                            "exclusiveMinimum": 0,
                            "exclusiveMaximum": 10
                          },
                          "minItems": 1,
                          "maxItems": 3
                        }
                        """);
        assertThat(Shape.mapOf(Shape.bool()).toJsonSchema())
                .contains("\"additionalProperties\": {\n    \"type\": \"boolean\"\n  }");
    }

    private static boolean isWithinSchema(Checked<?> read) {
        return read.problems().list().stream().map(Problem::code).noneMatch(BEYOND_SCHEMA::contains) && !read.isValid();
    }

    private static boolean isValid(JsonValue document) {
        return SCHEMA.validate(
                        text(document),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .isEmpty();
    }

    private static String text(JsonValue document) {
        return JsonLayout.PRETTY.text(out -> out.value(document));
    }

    /** Changes a document in one place: another value, a field less, a field more. */
    private record Change(Random random) {

        JsonValue somewhere(JsonValue value) {
            if (value instanceof JsonObject object && !object.members().isEmpty() && random.nextInt(8) > 0) {
                return in(object);
            }
            if (value instanceof JsonArray array && !array.elements().isEmpty() && random.nextInt(8) > 0) {
                List<JsonValue> elements = new ArrayList<>(array.elements());
                int at = random.nextInt(elements.size());
                if (random.nextInt(6) == 0) {
                    elements.remove(at);
                } else {
                    elements.set(at, somewhere(elements.get(at)));
                }
                return new JsonArray(Location.NONE, elements);
            }
            return other();
        }

        private JsonObject in(JsonObject object) {
            List<JsonMember> members = new ArrayList<>(object.members());
            int at = random.nextInt(members.size());
            JsonMember member = members.get(at);
            switch (random.nextInt(6)) {
                case 0 -> members.remove(at);
                case 1 -> members.add(new JsonMember(Location.NONE, "x-new", other()));
                case 2 -> members.set(at, new JsonMember(Location.NONE, member.name() + "s", member.value()));
                default -> members.set(at, new JsonMember(Location.NONE, member.name(), somewhere(member.value())));
            }
            return new JsonObject(Location.NONE, members);
        }

        private JsonValue other() {
            List<JsonValue> others = List.of(
                    new JsonNull(Location.NONE),
                    new JsonBoolean(Location.NONE, true),
                    new JsonNumber(Location.NONE, "0"),
                    new JsonNumber(Location.NONE, "-1"),
                    new JsonNumber(Location.NONE, "70.0"),
                    new JsonNumber(Location.NONE, "70.5"),
                    new JsonNumber(Location.NONE, "1e3"),
                    new JsonText(Location.NONE, "usage"),
                    new JsonText(Location.NONE, ""),
                    new JsonText(Location.NONE, "not a code"),
                    new JsonText(Location.NONE, "linear"),
                    new JsonText(Location.NONE, "leave-out"),
                    new JsonArray(Location.NONE, List.of()),
                    new JsonObject(Location.NONE, List.of()));
            return others.get(random.nextInt(others.size()));
        }
    }
}
