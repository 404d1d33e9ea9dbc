package dev.rapport.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

class JsonOutTest {

    private static void document(JsonOut out) {
        out.object(o -> o.field("text", "a\"b")
                .field("number", 0.3)
                .field("whole", 7L)
                .field("decimal", new BigDecimal("12.50"))
                .field("truth", true)
                .field("date", LocalDate.of(2026, 3, 31))
                .field("instant", Instant.parse("2026-03-31T10:15:00Z"))
                .nullField("nothing")
                .object("empty", fields -> {})
                .array("none", elements -> {})
                .array(
                        "points",
                        points -> points.array(p -> p.value(0).value(0.5))
                                .array(p -> p.value(1).nullValue()))
                .array("bands", bands -> bands.object(b -> b.field("from", 0)).object(b -> b.field("from", 70))));
    }

    @Test
    void prettyLayout_indentsObjects_andKeepsListsOnALine() {
        assertThat(JsonLayout.PRETTY.text(JsonOutTest::document)).isEqualTo("""
                        {
                          "text": "a\\"b",
                          "number": 0.3,
                          "whole": 7,
                          "decimal": 12.50,
                          "truth": true,
                          "date": "2026-03-31",
                          "instant": "2026-03-31T10:15:00Z",
                          "nothing": null,
                          "empty": {},
                          "none": [],
                          "points": [[0, 0.5], [1, null]],
                          "bands": [{
                            "from": 0
                          }, {
                            "from": 70
                          }]
                        }
                        """);
    }

    @Test
    void compactLayout_hasNoWhiteSpace() {
        assertThat(JsonLayout.COMPACT.text(JsonOutTest::document))
                .isEqualTo("{\"text\":\"a\\\"b\",\"number\":0.3,\"whole\":7,\"decimal\":12.50,\"truth\":true,"
                        + "\"date\":\"2026-03-31\",\"instant\":\"2026-03-31T10:15:00Z\",\"nothing\":null,"
                        + "\"empty\":{},\"none\":[],\"points\":[[0,0.5],[1,null]],"
                        + "\"bands\":[{\"from\":0},{\"from\":70}]}");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0.0",
        "1, 1",
        "-70, -70",
        "999999999999999, 999999999999999",
        "1e15, 1.0E15",
        "0.1, 0.1",
        "0.002, 0.002",
        "2e-3, 0.002",
        "1e-5, 1.0E-5",
        "1e23, 1.0E23",
        "2e23, 2.0E23",
        "4.9e-324, 4.9E-324",
        "1.7976931348623157e308, 1.7976931348623157E308",
        "0.30000000000000004, 0.30000000000000004"
    })
    void double_isWrittenInItsShortestForm_onEveryMachine(double number, String literal) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(JsonLayout.COMPACT.text(out -> out.value(number))).isEqualTo(literal);
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numberThatIsNotFinite_isRefused_andItsFieldNamed(double number) {
        assertThatThrownBy(() -> JsonLayout.COMPACT.text(out ->
                        out.object(o -> o.array("groups", g -> g.object(i -> i.field("weight", number))))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("/groups/0/weight must be a finite number, was " + number);
        assertThatThrownBy(() -> JsonLayout.COMPACT.text(out -> out.value(number)))
                .hasMessage("the value must be a finite number, was " + number);
    }

    @Test
    void decimalThatWouldNotBeReadBack_isRefused() {
        assertThatThrownBy(() ->
                        JsonLayout.COMPACT.text(out -> out.object(o -> o.field("price", new BigDecimal("1e401")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("/price must be of bounded length and magnitude, was \"1E+401\"");
    }

    @Test
    void text_canStandInAScriptElement() {
        String hostile = "</script><!-- & \u2028 \u2029 -->";

        assertThat(JsonLayout.COMPACT.text(out -> out.object(o -> o.field(hostile, hostile))))
                .isEqualTo("{\"@\":\"@\"}"
                        .replace("@", "\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028 \\u2029 --\\u003e"));
    }

    @Test
    void pairedSurrogates_areWrittenAsTheyAre_andHalvesAsEscapes() throws IOException {
        String text = "\uD83D\uDE00 \uD83D \uDE00 \uD83D\uD83D\uDE00 \uDE00\uD83D";
        String json = "\"\uD83D\uDE00 \\ud83d \\ude00 \\ud83d\uD83D\uDE00 \\ude00\\ud83d\"";

        assertThat(JsonLayout.COMPACT.text(out -> out.value(text))).isEqualTo(json);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonLayout.COMPACT.write(bytes, out -> out.value(text));
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo(json);
    }

    @Test
    void controlCharacters_areEscaped_andOtherTextIsNot() {
        assertThat(JsonLayout.COMPACT.text(out -> out.value("\u0000\n\t\u202E Gr\u00FC\u00DFe")))
                .isEqualTo("\"\\u0000\\n\\t\u202E Gr\u00FC\u00DFe\"");
    }

    @Test
    void callsInTheWrongOrder_areRefused() {
        assertRefused(out -> out.object(o -> o.value(1)), "a value in an object needs a name, at the value");
        assertRefused(out -> out.array(a -> a.field("weight", 1)), "a field stands in an object; field was \"weight\"");
        assertRefused(out -> out.name("weight"), "a field stands in an object; field was \"weight\"");
        assertRefused(out -> out.object(o -> o.name("a").name("b")), "a field needs a value, at /a");
        assertRefused(out -> out.object(o -> o.name("a")), "a field needs a value, at /a");
        assertRefused(out -> out.value(1).value(2), "document must write exactly one value");
        assertRefused(out -> {}, "document must write exactly one value");
        assertRefused(JsonOutTest::nestForEver, "objects and lists must not be nested deeper than 500");
    }

    private static void assertRefused(Consumer<JsonOut> document, String message) {
        assertThatThrownBy(() -> JsonLayout.PRETTY.text(document))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(message);
    }

    private static void nestForEver(JsonOut out) {
        out.array(JsonOutTest::nestForEver);
    }

    @Test
    void target_isFlushedButNotClosed() throws IOException {
        StringWriter writer = new StringWriter() {
            @Override
            public void close() {
                throw new AssertionError("closed");
            }
        };

        JsonLayout.COMPACT.write(writer, out -> out.value(1));

        assertThat(writer).hasToString("1");
    }

    @Test
    void failingTarget_isAnIOException() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("disk full");
            }
        };

        assertThatThrownBy(() -> JsonLayout.COMPACT.write(full, out -> out.value("x".repeat(100_000))))
                .isInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    @Test
    void generatorOfAHost_isWrittenToInItsOwnWay() {
        StringWriter writer = new StringWriter();
        try (JsonGenerator generator = new JsonFactory().createGenerator(ObjectWriteContext.empty(), writer)) {
            generator.writeStartObject();
            generator.writeName("rapport");
            new JsonOut(generator).object(o -> o.field("score", 70.0));
            generator.writeEndObject();
        }

        assertThat(writer).hasToString("{\"rapport\":{\"score\":70}}");
    }
}
