package dev.rapport.model.json;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.ProblemCollector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonInputTest {

    private static final JsonLimits SMALL = new JsonLimits(3, 100, 10);

    @Test
    void everyValue_knowsWhereItStands() {
        JsonObject root = (JsonObject) tree("{\n  \"a\": [true,\n    {\"b/c\": null}],\r\n\"d\":\r\"x\"}");

        assertThat(root.location()).hasToString("a.json:1:1");
        assertThat(root.members().get(0).location()).hasToString("a.json:2:3 /a");
        JsonArray list = (JsonArray) root.find("a").orElseThrow();
        assertThat(list.location()).hasToString("a.json:2:8 /a");
        assertThat(list.elements().get(0).location()).hasToString("a.json:2:9 /a/0");
        JsonObject inner = (JsonObject) list.elements().get(1);
        assertThat(inner.location()).hasToString("a.json:3:5 /a/1");
        assertThat(inner.find("b/c").orElseThrow().location()).hasToString("a.json:3:13 /a/1/b~1c");
        assertThat(root.find("d").orElseThrow().location()).hasToString("a.json:5:1 /d");
        assertThat(root.find("e")).isEmpty();
    }

    @Test
    void number_keepsWhatWasWritten() {
        JsonNumber price = (JsonNumber) tree("1234567890123456789.10");
        JsonNumber minusZero = (JsonNumber) tree("-0.0");

        assertThat(price.toDecimal()).isEqualTo(new BigDecimal("1234567890123456789.10"));
        assertThat(price.literal()).isEqualTo("1234567890123456789.10");
        assertThat(minusZero.toDouble()).isEqualTo(-0.0);
        assertThat(((JsonNumber) tree("1e400")).toDouble()).isInfinite();
    }

    @Test
    void valuesMadeByHand_followTheSameRules() {
        JsonMember a = new JsonMember(Location.NONE, "a", new JsonNull(Location.NONE));

        assertThatThrownBy(() -> new JsonNumber(Location.NONE, "NaN"))
                .hasMessage("literal must be a number of bounded length and magnitude, was \"NaN\"");
        assertThatThrownBy(() -> new JsonObject(Location.NONE, List.of(a, a)))
                .hasMessage("members must have different names");
    }

    @Test
    void duplicateKey_isAProblem_andFirstValueIsKept() {
        ProblemCollector problems = new ProblemCollector();

        JsonObject tree = (JsonObject)
                JsonInput.text("", "{\"id\": 1, \"id\": 2}").tree(problems).orElseThrow();

        assertThat(((JsonNumber) tree.find("id").orElseThrow()).literal()).isEqualTo("1");
        assertThat(problems.problems().render()).isEqualTo("1:11 /id: field \"id\" is given twice, first at 1:2.");
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 1_000_000})
    void deepNesting_isOneProblem_andNoStackOverflow(int depth) {
        assertThat(problems("[".repeat(depth)))
                .isEqualTo("a.json:1:65 " + "/0".repeat(64)
                        + ": must not be nested deeper than 64 levels; the rest was not read.");
        assertThat(problems("{\"a\":".repeat(depth))).contains("must not be nested deeper than 64 levels");
    }

    @Test
    void depth_isReadUpToItsLimit() {
        assertThat(JsonInput.text("", "[".repeat(64) + "]".repeat(64)).tree().isValid())
                .isTrue();
        assertThat(JsonInput.text("", "[".repeat(65) + "]".repeat(65)).tree().isValid())
                .isFalse();
        JsonLimits deepest = JsonLimits.STANDARD.withMaxDepth(500);
        assertThat(JsonInput.text("", "[".repeat(500) + "]".repeat(500), deepest)
                        .tree()
                        .isValid())
                .isTrue();
    }

    @Test
    void pointersOfAWideDocument_shareTheirPath() {
        String name = "n".repeat(90_000);
        String json = "{\"" + name + "\": [" + "0,".repeat(1_000_000) + "0]}";

        JsonObject root = (JsonObject) tree(json);

        JsonArray list = (JsonArray) root.find(name).orElseThrow();
        assertThat(list.elements()).hasSize(1_000_001);
        assertThat(list.elements().get(1_000_000).location().pointer()).hasToString("/" + name + "/1000000");
    }

    @Test
    void longText_isRefused_beforeItIsReadToTheEnd() throws IOException {
        String tooLong = "a.json: must have at most 100 characters, has more.";

        assertThat(JsonInput.text("a.json", " ".repeat(101), SMALL).tree()).hasToString(tooLong);
        assertThat(JsonInput.read("a.json", endlessBytes(), SMALL).tree()).hasToString(tooLong);
        assertThat(JsonInput.read("a.json", endlessCharacters(), SMALL).tree()).hasToString(tooLong);
        assertThat(JsonInput.read("a.json", new StringReader("1" + " ".repeat(99)), SMALL)
                        .tree()
                        .isValid())
                .isTrue();
    }

    @Test
    void longStringsAndNames_areAllReported() {
        String json =
                "{\"" + "n".repeat(11) + "\": 1, \"b\": \"" + "v".repeat(11) + "\", \"c\": \"" + "v".repeat(10) + "\"}";

        assertThat(JsonInput.text("a.json", json, SMALL).tree()).hasToString("""
                        a.json:1:2 /nnnnnnnnnnn: a field name must have at most 10 characters, has 11.
                        a.json:1:25 /b: a string must have at most 10 characters, has 11.""");
    }

    @Test
    void longNumbers_areProblems_andNotSlow() {
        String digits = "9".repeat(4_000_000);

        assertThat(problems("[" + digits + "]"))
                .isEqualTo("a.json:1:2 /0: a number must have at most 1000 characters and a magnitude between 1e-400"
                        + " and 1e400, was " + "9".repeat(60) + "... (4000000 characters).");
    }

    @Test
    void byteOrderMark_isSkipped() throws IOException {
        String marked = "\uFEFF[1]";

        assertThat(JsonInput.text("", marked).tree().orThrow().location()).hasToString("1:1");
        assertThat(read(marked.getBytes(UTF_8)).orThrow().location()).hasToString("a.json:1:1");
    }

    @Test
    void bytesThatAreNotUtf8_areAProblem_withItsPlace() throws IOException {
        byte[] latin1 = "{\n  \"Gr\u00FC\u00DFe\": 1}".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(read(latin1)).hasToString("""
                        a.json:2:6: must be UTF-8, has a byte 0xFC here.
                          Maybe the file was saved as Windows-1252 or ISO-8859-1.""");
        assertThat(read(new byte[] {'[', '"', (byte) 0xC3})).hasToString("""
                a.json:1:3: must be UTF-8, has a byte 0xC3 here.
                  Maybe the file was saved as Windows-1252 or ISO-8859-1.""");
    }

    @Test
    void surrogatesInUtf8_areMalformed() throws IOException {
        assertThat(read(new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'})
                        .isValid())
                .isFalse();
    }

    @Test
    void utf16_isRecognised() throws IOException {
        String expected = "a.json: must be UTF-8, looks like UTF-16.\n  Maybe the editor can save it as UTF-8.";

        assertThat(read("\uFEFF[1]".getBytes(UTF_16BE))).hasToString(expected);
        assertThat(read("\uFEFF[1]".getBytes(UTF_16LE))).hasToString(expected);
    }

    @Test
    void escapes_areResolved_alsoHalvesOfSurrogatePairs() {
        assertThat(((JsonText) tree("\"\\ud83d\\ude00 \\ud83d \\u0000 \\/\"")).text())
                .isEqualTo("\uD83D\uDE00 \uD83D \u0000 /");
    }

    @Test
    void input_canBeReadAgain() {
        JsonInput input = JsonInput.text("a.json", "[1]");

        assertThat(input.tree().orThrow()).isEqualTo(input.tree().orThrow());
        assertThat(input.source()).isEqualTo("a.json");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 'maxDepth must be between 1 and 500, was 0'",
        "501, 1, 1, 'maxDepth must be between 1 and 500, was 501'",
        "1, 0, 1, 'maxCharacters must be >= 1, was 0'",
        "1, 1, 0, 'maxTextLength must be >= 1, was 0'"
    })
    void limitsOutOfRange_areRefused(int depth, int characters, int textLength, String message) {
        assertThatThrownBy(() -> new JsonLimits(depth, characters, textLength)).hasMessage(message);
    }

    @Test
    void limits_canBeChangedOneByOne() {
        assertThat(SMALL.withMaxDepth(4).withMaxCharacters(5).withMaxTextLength(6))
                .isEqualTo(new JsonLimits(4, 5, 6));
    }

    private static JsonValue tree(String json) {
        return JsonInput.text("a.json", json).tree().orThrow();
    }

    private static String problems(String json) {
        return JsonInput.text("a.json", json).tree().problems().render();
    }

    private static Checked<JsonValue> read(byte[] bytes) throws IOException {
        return JsonInput.read("a.json", new ByteArrayInputStream(bytes)).tree();
    }

    private static InputStream endlessBytes() {
        return new InputStream() {
            @Override
            public int read() {
                return ' ';
            }
        };
    }

    private static Reader endlessCharacters() {
        return new Reader() {
            @Override
            public int read(char[] target, int offset, int length) {
                target[offset] = ' ';
                return 1;
            }

            @Override
            public void close() {}
        };
    }
}
