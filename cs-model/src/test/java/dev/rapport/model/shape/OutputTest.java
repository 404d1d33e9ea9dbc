package dev.rapport.model.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rapport.model.json.JsonInput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OutputTest {

    private record Name(String first, Optional<String> last) {}

    private record Line(Name name, Optional<Name> former, List<Line> parts) {}

    private static void declareName(OutputFields<Name> fields) {
        fields.required("first", Shape.text(), Name::first);
        fields.optional("last", Shape.text(), Name::last);
    }

    private static void declareFormer(OutputFields<Name> fields) {
        fields.required("formerFirst", Shape.text(), Name::first);
        fields.optional("formerLast", Shape.text(), Name::last);
    }

    private static final Shape<Line> LINE = Output.object("line", (self, fields) -> {
        fields.format("names", 1);
        fields.part(Line::name, OutputTest::declareName);
        fields.optionalPart(Line::former, OutputTest::declareFormer);
        fields.listUnlessEmpty("parts", self, Line::parts);
    });

    private static Line line(String first) {
        return new Line(new Name(first, Optional.empty()), Optional.empty(), List.of());
    }

    @Test
    void fieldsOfAPart_areFieldsOfTheWhole() {
        Line line = new Line(
                new Name("Ada", Optional.of("Byron")),
                Optional.of(new Name("A.", Optional.empty())),
                List.of(line("Bob")));

        assertThat(LINE.toJson(line)).isEqualTo("""
                {
                  "format": "rapport/names",
                  "version": 1,
                  "first": "Ada",
                  "last": "Byron",
                  "formerFirst": "A.",
                  "parts": [{
                    "format": "rapport/names",
                    "version": 1,
                    "first": "Bob"
                  }]
                }
                """);
    }

    @Test
    void schema_requiresWhatIsAlwaysThere_andAllowsNothingElse() {
        assertThat(LINE.toJsonSchema())
                .contains("\"required\": [\"format\", \"version\", \"first\"]", "\"additionalProperties\": false")
                .doesNotContain("patternProperties");
    }

    @Property
    void whatIsWritten_isValidUnderTheSchema(
            @ForAll String first, @ForAll Optional<String> last, @ForAll Optional<String> former) {
        Line line = new Line(
                new Name(first, last), former.map(name -> new Name(name, last)), List.of(line(first), line(first)));

        assertThat(errors(LINE.toJson(line))).isEmpty();
    }

    @Test
    void somethingElse_isNot() {
        assertThat(errors("{\"format\": \"rapport/names\", \"version\": 1}")).hasSize(1);
        assertThat(errors("{\"format\": \"rapport/names\", \"version\": 2, \"first\": \"a\"}"))
                .hasSize(1);
        assertThat(errors("{\"format\": \"rapport/names\", \"version\": 1, \"first\": \"a\", \"x-more\": 1}"))
                .hasSize(1);
    }

    private static List<?> errors(String json) {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(LINE.toJsonSchema(), InputFormat.JSON)
                .validate(json, InputFormat.JSON);
    }

    @Test
    void reading_isAProblem() {
        assertThat(LINE.read(JsonInput.text("a.json", "{}")).problems().render())
                .isEqualTo("a.json:1:1: must not be read: a line is only written.");
        assertThat(Output.value((value, out) -> out.nullValue())
                        .read(JsonInput.text("a.json", "1"))
                        .problems()
                        .render())
                .isEqualTo("a.json:1:1: must not be read: it is only written.");
    }

    @Test
    void map_isInItsOwnOrder() {
        Map<String, Integer> bands = new LinkedHashMap<>();
        bands.put("red", 1);
        bands.put("green", 2);

        assertThat(Output.mapOf(Shape.integer()).toJson(bands)).isEqualTo("{\n  \"red\": 1,\n  \"green\": 2\n}\n");
    }

    @Test
    void numbersThatAreNotThere_areLeftOut() {
        Shape<String> shape = Output.object("numbers", fields -> {
            fields.optionalNumber("length", text -> text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(0.5));
            fields.optionalInteger(
                    "size", text -> text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(text.length()));
        });

        assertThat(shape.toJson("ab")).isEqualTo("{\n  \"length\": 0.5,\n  \"size\": 2\n}\n");
        assertThat(shape.toJson("")).isEqualTo("{}\n");
    }

    @Test
    void field_isDeclaredOnce_alsoByAPart() {
        assertThatThrownBy(() -> Output.<Line>object("twice", fields -> {
                    fields.required("first", Shape.text(), line -> "");
                    fields.part(Line::name, OutputTest::declareName);
                }))
                .hasMessage("name must be declared once, was \"first\"");
    }
}
