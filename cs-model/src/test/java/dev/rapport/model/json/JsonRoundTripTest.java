package dev.rapport.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written is read back, whatever it is; and whatever is read, reading it ends in a tree or in problems. */
class JsonRoundTripTest {

    @Property
    void tree_isReadBack(@ForAll("trees") Object tree, @ForAll JsonLayout layout) {
        String json = layout.text(out -> write(tree, out));

        JsonValue read = JsonInput.text("", json).tree().orThrow();

        assertThat(plain(read)).isEqualTo(tree);
    }

    @Property
    void treeThatWasRead_isWrittenAsItWas(@ForAll("trees") Object tree) throws IOException {
        String json = JsonLayout.PRETTY.text(out -> write(tree, out));
        JsonValue read = JsonInput.text("", json).tree().orThrow();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        JsonLayout.PRETTY.write(bytes, out -> out.value(read));

        JsonValue again = JsonInput.read("", new ByteArrayInputStream(bytes.toByteArray()))
                .tree()
                .orThrow();
        assertThat(again).isEqualTo(read);
        assertThat(bytes.toString(java.nio.charset.StandardCharsets.UTF_8)).isEqualTo(json);
    }

    @Property(tries = 20_000)
    void double_isReadBackBitForBit(@ForAll long bits) {
        double number = Double.longBitsToDouble(bits);
        if (Double.isFinite(number)) {
            assertThat(Double.doubleToRawLongBits(readBack(number))).isEqualTo(bits);
        }
    }

    @Property(tries = 5_000)
    void everydayDouble_isReadBackBitForBit(@ForAll("everydayDoubles") double number) {
        assertThat(Double.doubleToRawLongBits(readBack(number))).isEqualTo(Double.doubleToRawLongBits(number));
    }

    @Property
    void text_isReadBack_andNothingInItEndsAScript(@ForAll("texts") String text) {
        String json = JsonLayout.COMPACT.text(out -> out.value(text));

        assertThat(((JsonText) JsonInput.text("", json).tree().orThrow()).text())
                .isEqualTo(text);
        assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    }

    @Property
    void anyText_endsInATreeOrInProblems(@ForAll("almostJson") String json) {
        assertThat(JsonInput.text("a.json", json).tree().problems().render()).doesNotContain("jackson", "Exception");
    }

    @Property
    void anyBytes_endInATreeOrInProblems(@ForAll byte[] bytes) throws IOException {
        JsonInput input = JsonInput.read("a.json", new ByteArrayInputStream(bytes));

        assertThat(input.tree().problems().render()).doesNotContain("jackson", "Exception");
    }

    @Property
    void damagedDocument_isExplained_inOrNearItsDamage(
            @ForAll("trees") Object tree, @ForAll char damage, @ForAll double where) {
        String json = JsonLayout.PRETTY.text(out -> write(tree, out));
        int at = (int) (Math.abs(where % 1) * (json.length() - 1));
        String damaged = json.substring(0, at) + damage + json.substring(at + 1);

        assertThat(JsonInput.text("a.json", damaged).tree().problems())
                .allSatisfy(problem ->
                        assertThat(problem.location().position().isKnown()).isTrue());
    }

    private static double readBack(double number) {
        String json = JsonLayout.COMPACT.text(out -> out.value(number));
        return ((JsonNumber) JsonInput.text("", json).tree().orThrow()).toDouble();
    }

    @Provide
    Arbitrary<Double> everydayDoubles() {
        return Arbitraries.integers()
                .between(-1_000_000, 1_000_000)
                .flatMap(n -> Arbitraries.of(1.0, 3.0, 10.0, 100.0, 1e-9).map(d -> n / d));
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(40),
                Arbitraries.strings()
                        .withChars(
                                '<', '>', '&', '/', '"', '\\', '\u0000', '\u007F', '\u2028', '\u2029', '\u202E',
                                '\u200F', '\uD83D', '\uDE00', '\uFEFF', '\uFFFF', '\n', '\r', 'a')
                        .ofMaxLength(12),
                Arbitraries.of("<script>alert(1)</script>", "<!--", "]]>", "\uD83D\uDE00", "a\u0000b"));
    }

    @Provide
    Arbitrary<String> almostJson() {
        return Arbitraries.oneOf(
                Arbitraries.strings().all().ofMaxLength(40),
                Arbitraries.strings()
                        .withChars("{}[]:,\"'\\/#+-.0123456789eEtrufalsnNI \n\t\u0000".toCharArray())
                        .ofMaxLength(30),
                Arbitraries.of(
                                "{", "}", "[", "]", ":", ",", "\"a\"", "\"a\\", "1", "-", "01", "true", "nul", " ",
                                "NaN", "\\u12")
                        .list()
                        .ofMaxSize(12)
                        .map(parts -> String.join("", parts)));
    }

    /** Trees of maps, lists, strings, booleans and decimals. */
    @Provide
    Arbitrary<Object> trees() {
        return Arbitraries.recursive(this::leaves, this::parents, 0, 3);
    }

    private Arbitrary<Object> leaves() {
        return Arbitraries.oneOf(
                texts().map(text -> text),
                Arbitraries.of(true, false),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-1e30"), new BigDecimal("1e30"))
                        .ofScale(5));
    }

    private Arbitrary<Object> parents(Arbitrary<Object> children) {
        return Arbitraries.oneOf(
                children.list().ofMaxSize(3).map(list -> list),
                Arbitraries.maps(texts(), children).ofMaxSize(3).map(map -> map));
    }

    private static void write(Object tree, JsonOut out) {
        if (tree instanceof Map<?, ?> map) {
            out.object(o -> map.forEach((name, value) -> write(value, o.name((String) name))));
        } else if (tree instanceof List<?> list) {
            out.array(a -> list.forEach(element -> write(element, a)));
        } else if (tree instanceof String text) {
            out.value(text);
        } else if (tree instanceof BigDecimal number) {
            out.value(number);
        } else {
            out.value((boolean) tree);
        }
    }

    private static Object plain(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object.members().stream()
                    .collect(Collectors.toMap(JsonMember::name, member -> plain(member.value())));
        }
        if (value instanceof JsonArray array) {
            List<Object> elements = new ArrayList<>();
            array.elements().forEach(element -> elements.add(plain(element)));
            return elements;
        }
        if (value instanceof JsonText text) {
            return text.text();
        }
        return value instanceof JsonNumber number ? number.toDecimal() : ((JsonBoolean) value).value();
    }
}
