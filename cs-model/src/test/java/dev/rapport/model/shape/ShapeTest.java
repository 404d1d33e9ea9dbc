package dev.rapport.model.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.Checked;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each shape alone: what it takes, what it writes, what it refuses. */
class ShapeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    atLeast | -0.1 | must be >= 0, was -0.1
                    atMost  | 1.01 | must be <= 1, was 1.01
                    between | 2    | must be between 0 and 1, was 2
                    above   | 0    | must be > 0, was 0
                    below   | 1.0  | must be < 1, was 1.0
                    mixed   | 0    | must be > 0 and <= 1, was 0
                    """)
    void numberOutOfRange_isRefused_withItsRule(String rule, String json, String message) {
        NumberShape<Double> shape = switch (rule) {
            case "atLeast" -> Shape.number().atLeast(0);
            case "atMost" -> Shape.number().atMost(1);
            case "between" -> Shape.number().between(0, 1);
            case "above" -> Shape.number().above(0);
            case "below" -> Shape.number().below(1);
            default -> Shape.number().above(0).atMost(1);
        };

        assertThat(problems(shape, json)).isEqualTo("1:1: " + message + ".");
        assertThat(read(shape, "0.5").orThrow()).isEqualTo(0.5);
    }

    @Test
    void endsOfARange_areExact() {
        NumberShape<BigDecimal> shape = Shape.decimal().between(0.1, 0.3);

        assertThat(read(shape, "0.1").orThrow()).isEqualTo(new BigDecimal("0.1"));
        assertThat(read(shape, "0.30").orThrow()).isEqualTo(new BigDecimal("0.30"));
        assertThat(read(shape, "0.30000000000000001").isValid()).isFalse();
    }

    @Test
    void wholeNumber_canBeWrittenInManyWays_butHasNoFraction() {
        assertThat(read(Shape.integer(), "3.0").orThrow()).isEqualTo(3);
        assertThat(read(Shape.integer(), "3e2").orThrow()).isEqualTo(300);
        assertThat(read(Shape.longInteger(), "9223372036854775807").orThrow()).isEqualTo(Long.MAX_VALUE);
        assertThat(problems(Shape.integer(), "3.5")).isEqualTo("1:1: expected a whole number, got number 3.5.");
        assertThat(problems(Shape.integer(), "2147483648"))
                .isEqualTo("1:1: must be between -2147483648 and 2147483647, was 2147483648.");
        assertThat(problems(Shape.longInteger(), "9223372036854775808"))
                .isEqualTo("1:1: must be between -9223372036854775808 and 9223372036854775807,"
                        + " was 9223372036854775808.");
    }

    @Test
    void numbers_areWritten_asTheyAreRead() {
        assertThat(Shape.number().toJson(0.1)).isEqualTo("0.1\n");
        assertThat(Shape.decimal().toJson(new BigDecimal("12.50"))).isEqualTo("12.50\n");
        assertThat(Shape.integer().toJson(-7)).isEqualTo("-7\n");
        assertThat(Shape.longInteger().toJson(Long.MIN_VALUE)).isEqualTo("-9223372036854775808\n");
    }

    @Test
    void text_hasRules_forBlanksLengthAndPattern() {
        assertThat(read(Shape.text(), "\" \"").orThrow()).isEqualTo(" ");
        assertThat(problems(Shape.text().notBlank(), "\" \\n\""))
                .isEqualTo("1:1: must be text that is not blank, was \" \\u000a\".");
        assertThat(read(Shape.text().maxLength(2), "\"\uD83D\uDE00\uD83D\uDE00\"")
                        .isValid())
                .isTrue();
        assertThatThrownBy(() -> Shape.text().maxLength(0)).hasMessage("length must be >= 1, was 0");
        assertThat(problems(Shape.text().maxLength(2), "\"abc\""))
                .isEqualTo("1:1: must have at most 2 characters, has 3.");
        TextShape currency = Shape.text().matching("[A-Z]{3}", "a currency of three capital letters");
        assertThat(read(currency, "\"EUR\"").orThrow()).isEqualTo("EUR");
        assertThat(problems(currency, "\"EUR\\n\""))
                .isEqualTo("1:1: must be a currency of three capital letters, was \"EUR\\u000a\".");
    }

    @Test
    void code_isOfLettersDigitsAndAFewSigns() {
        assertThat(read(Shape.code(), "\"usage.active-share_2\"").isValid()).isTrue();
        assertThat(read(Shape.code(), "\"-a\"").isValid()).isFalse();
        assertThat(read(Shape.code(), "\"\"").isValid()).isFalse();
        assertThat(read(Shape.code(), '"' + "a".repeat(101) + '"').isValid()).isFalse();
    }

    @Test
    void truth_isNoString() {
        assertThat(read(Shape.bool(), "true").orThrow()).isTrue();
        assertThat(Shape.bool().toJson(false)).isEqualTo("false\n");
        assertThat(problems(Shape.bool(), "\"true\""))
                .isEqualTo("1:1: expected true or false, got string \"true\".\n  Maybe without the quotes.");
        assertThat(problems(Shape.bool(), "1")).isEqualTo("1:1: expected true or false, got number 1.");
    }

    @Test
    void timesAreIso_ofTheYears1To9999() {
        assertThat(read(Shape.date(), "\"2024-02-29\"").orThrow()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(read(Shape.instant(), "\"2026-03-31T12:15:00+02:00\"").orThrow())
                .isEqualTo(Instant.parse("2026-03-31T10:15:00Z"));
        assertThat(Shape.instant().toJson(Instant.EPOCH)).isEqualTo("\"1970-01-01T00:00:00Z\"\n");
        assertThat(read(Shape.period(), "\"P1Y2M3D\"").orThrow()).isEqualTo(Period.of(1, 2, 3));
        assertThat(read(Shape.date(), "\"+12345-01-01\"").isValid()).isFalse();
        assertThat(read(Shape.date(), "\"0000-01-01\"").isValid()).isFalse();
        assertThat(problems(Shape.instant(), "\"2026-03-31\""))
                .isEqualTo("1:1: expected an instant such as \"2026-03-31T10:15:00Z\", got string \"2026-03-31\".");
        assertThat(problems(Shape.period(), "90"))
                .isEqualTo("1:1: expected a period such as \"P3M\" or \"P14D\", got number 90.");
    }

    @Test
    void somethingElse_canBeParsedFromAString() {
        Shape<ZoneId> zone = Shape.parsed("a time zone such as \"Europe/Berlin\"", ZoneId::of, ZoneId::getId);

        assertThat(read(zone, "\"Asia/Tokyo\"").orThrow()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(zone.toJson(ZoneId.of("Asia/Tokyo"))).isEqualTo("\"Asia/Tokyo\"\n");
        assertThat(problems(zone, "\"Berlin\""))
                .isEqualTo("1:1: expected a time zone such as \"Europe/Berlin\", got string \"Berlin\".");
    }

    @Test
    void words_haveDifferentMeanings() {
        Shape<Integer> size = Shape.oneOf(Map.of("small", 1));

        assertThat(read(size, "\"small\"").orThrow()).isEqualTo(1);
        assertThat(size.toJson(1)).isEqualTo("\"small\"\n");
        assertThatThrownBy(() -> size.toJson(2)).hasMessage("value must be one of [1], was 2");
        assertThatThrownBy(() -> Shape.oneOf(Map.of("a", 1, "b", 1)))
                .hasMessageContaining("must have different meanings");
        assertThatThrownBy(() -> Shape.oneOf(Map.of())).hasMessage("words must not be empty");
    }

    @Test
    void list_hasASize_andElementsThatMayHaveToDiffer() {
        ListShape<String> codes = Shape.listOf(Shape.code());

        assertThat(read(codes, "[]").orThrow()).isEmpty();
        assertThat(codes.toJson(List.of("a", "b"))).isEqualTo("[\"a\", \"b\"]\n");
        assertThat(problems(codes.atMost(1), "[\"a\", \"b\"]")).isEqualTo("1:1: must have at most 1 element, has 2.");
        assertThat(problems(codes.atLeast(2).atMost(3), "[]"))
                .isEqualTo("1:1: must have between 2 and 3 elements, has 0.");
        assertThat(problems(codes.atLeast(2).atMost(2), "[]")).isEqualTo("1:1: must have exactly 2 elements, has 0.");
        assertThat(problems(codes.unique(), "[\"a\", \"b\", \"a\"]"))
                .isEqualTo("1:12 /2: \"a\" is already in /0 at 1:2; each may occur once.");
        assertThatThrownBy(() -> codes.atLeast(2).atMost(1)).hasMessageContaining("between 2 and 1, which is none");
    }

    @Test
    void list_isImmutable() {
        List<Double> list = read(Shape.listOf(Shape.number()), "[1]").orThrow();

        assertThatThrownBy(() -> list.add(2.0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void map_isSortedByName_andReservesNoName() {
        Shape<Map<String, Double>> rates = Shape.mapOf(Shape.number().above(0));
        String json = "{\n  \"USD\": 1.1,\n  \"description\": 3,\n  \"x-a\": 2\n}\n";

        assertThat(read(rates, json).orThrow().keySet()).containsExactly("USD", "description", "x-a");
        assertThat(rates.toJson(read(rates, json).orThrow())).isEqualTo(json);
        assertThat(problems(rates, "{\"USD\": 0, \"CHF\": \"x\"}"))
                .isEqualTo("1:9 /USD: must be > 0, was 0.\n1:19 /CHF: expected a number, got string \"x\".");
        assertThat(problems(rates, "[]")).isEqualTo("1:1: expected an object, got a list.");
    }

    @Test
    void refusalOfAFactory_isAProblem() {
        Shape<Integer> even = Shape.integer()
                .map(
                        n -> {
                            if (n % 2 != 0) {
                                throw new IllegalArgumentException("must be even, was " + n);
                            }
                            return n / 2;
                        },
                        half -> half * 2);
        Shape<Object> never = Shape.text()
                .map(
                        text -> {
                            throw new IllegalArgumentException();
                        },
                        Object::toString);

        assertThat(read(even, "4").orThrow()).isEqualTo(2);
        assertThat(even.toJson(2)).isEqualTo("4\n");
        assertThat(problems(even, "3")).isEqualTo("1:1: must be even, was 3.");
        assertThat(problems(never, "\"a\"")).isEqualTo("1:1: is not allowed here, was string \"a\".");
    }

    @Test
    void mappedAndCheckedShapes_expectWhatTheirBasisExpects() {
        Shape<String> shape = Shape.object("whole", fields -> {
            var mapped = fields.required("mapped", Shape.number().map(Object::toString, Double::valueOf), text -> text);
            var checked = fields.required("checked", Shape.text().check((text, place) -> {}), text -> text);
            var both = fields.optional(
                    "both",
                    Shape.listOf(Shape.integer().map(Object::toString, Integer::valueOf)),
                    text -> Optional.empty());
            return in -> in.get(mapped) + in.get(checked) + in.get(both);
        });

        assertThat(problems(shape, "{}")).isEqualTo("""
                        1:1 /checked: required field is missing, expected a string.
                        1:1 /mapped: required field is missing, expected a number.""");
        assertThat(problems(shape, "{\"mapped\": 1, \"checked\": 2, \"both\": [1, 2.5, null]}"))
                .isEqualTo("""
                        1:26 /checked: expected a string, got number 2.
                          Maybe in quotes.
                        1:41 /both/1: expected a whole number, got number 2.5.
                        1:46 /both/2: expected a whole number, got null.""");
        assertThat(shape.toJsonSchema()).contains("\"mapped\": {\n          \"type\": \"number\"");
        assertThat(problems(Shape.listOf(shape), "null")).isEqualTo("1:1: expected a list, got null.");
    }

    @Test
    void check_canWarn_andPointIntoTheValue() {
        Shape<List<Double>> shares = Shape.listOf(Shape.number()).check((list, place) -> {
            place.warning("old", "is an old list");
            place.at(1).at("deeper").error("sum", "must be more");
            place.at(9).error("sum", "must be there", "Maybe add one");
        });

        assertThat(problems(shares, "[1, 2]")).isEqualTo("""
                        1:1: warning: is an old list.
                        1:1 /9: must be there.
                          Maybe add one.
                        1:5 /1/deeper: must be more.""");
    }

    @Test
    void warnings_comeWithTheValue() {
        Shape<Double> shape = Shape.number().check((number, place) -> place.warning("old", "is old"));

        Checked<Double> read = read(shape, "1");

        assertThat(read.orThrow()).isEqualTo(1);
        assertThat(read.problems().render()).isEqualTo("1:1: warning: is old.");
    }

    @Test
    void pair_isMadeOfTwo() {
        record Range(int from, int to) {}
        Shape<Range> shape = Shape.pairOf(Shape.integer(), Range::from, Shape.integer(), Range::to, (from, to) -> {
            if (from > to) {
                throw new IllegalArgumentException("must ascend, was " + from + " to " + to);
            }
            return new Range(from, to);
        });

        assertThat(read(shape, "[1, 2]").orThrow()).isEqualTo(new Range(1, 2));
        assertThat(shape.toJson(new Range(1, 2))).isEqualTo("[1, 2]\n");
        assertThat(problems(shape, "[2, 1]")).isEqualTo("1:1: must ascend, was 2 to 1.");
        assertThat(problems(shape, "[\"a\", true]"))
                .isEqualTo("1:2 /0: expected a whole number, got string \"a\".\n"
                        + "1:7 /1: expected a whole number, got true.");
        assertThat(problems(shape, "1"))
                .isEqualTo("1:1: expected a list of two: a whole number and a whole number, got number 1.");
    }

    @Test
    void treeThatWasRead_canBeGivenAShapeLater() {
        assertThat(Shape.number().read(JsonInput.text("", "3").tree().orThrow()).orThrow())
                .isEqualTo(3);
    }

    private static <T> Checked<T> read(Shape<T> shape, String json) {
        return shape.read(JsonInput.text("", json));
    }

    private static String problems(Shape<?> shape, String json) {
        return shape.read(JsonInput.text("", json)).problems().render();
    }
}
