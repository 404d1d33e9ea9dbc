package dev.rapport.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.Problems;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {

    /** Tells each row as text. */
    private static class Told implements JsonLines.Rows {

        private final List<String> rows = new ArrayList<>();
        private StringBuilder row = new StringBuilder();

        @Override
        public boolean field(String name) {
            row.append(row.length() == 0 ? "" : " ").append(name);
            return !name.startsWith("x-");
        }

        @Override
        public void text(String text) {
            row.append("='").append(text).append('\'');
        }

        @Override
        public void number(String literal) {
            row.append('=').append(literal);
        }

        @Override
        public void truth(boolean truth) {
            row.append('=').append(truth);
        }

        @Override
        public void nothing() {
            row.append("=null");
        }

        @Override
        public void nested(JsonValue value) {
            row.append('=').append(JsonLayout.COMPACT.text(out -> out.value(value)));
        }

        @Override
        public boolean end(int line) {
            rows.add(line + " " + row);
            row = new StringBuilder();
            return true;
        }

        @Override
        public boolean refused(int line, Problems problems, String text) {
            problems.forEach(problem -> rows.add(line + "! " + problem.code() + " " + problem.location()));
            row = new StringBuilder();
            return true;
        }
    }

    private static List<String> told(String text) {
        return told(new StringReader(text), JsonLines.LIMITS);
    }

    private static List<String> told(Reader in, JsonLimits limits) {
        Told told = new Told();
        assertThat(read(in, limits, told)).isEmpty();
        return told.rows;
    }

    private static Optional<Problem> read(Reader in, JsonLimits limits, JsonLines.Rows rows) {
        try {
            return JsonLines.read("usage.jsonl", in, limits, rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String problem(String text) {
        List<String> problems = new ArrayList<>();
        Told told = new Told() {
            @Override
            public boolean refused(int line, Problems found, String ignored) {
                problems.add(found.render());
                return true;
            }
        };
        read(new StringReader(text), JsonLines.LIMITS, told);
        return String.join("\n", problems);
    }

    @Test
    void eachLine_isARow_itsFieldsInTheirOrder() {
        assertThat(told("""
                {"customer": "acme", "quantity": 1.50, "on": true, "off": false, "note": null}
                {}
                {"b": ["x", {"y": 1e5}], "a": {"amount": -0, "currency": "EUR"}}"""))
                .containsExactly(
                        "1 customer='acme' quantity=1.50 on=true off=false note=null",
                        "2 ",
                        "3 b=[\"x\",{\"y\":1e5}] a={\"amount\":-0,\"currency\":\"EUR\"}");
    }

    @Test
    void valuesThatAreNotWanted_areSkipped_howeverDeep() {
        assertThat(told("{\"x-a\": " + "[".repeat(100) + "]".repeat(100) + ", \"b\": 1}\n{\"x-c\": \"d\", \"e\": 2}"))
                .containsExactly("1 x-a b=1", "2 x-c e=2");
    }

    @Test
    void blankLines_areNoRows_butCount() {
        assertThat(told("\n  \r\n{\"a\":1}\r\n\n{\"a\":2}\n\n")).containsExactly("3 a=1", "5 a=2");
        assertThat(told("")).isEmpty();
    }

    @Test
    void aBadLine_isTold_andTheNextIsRead() {
        assertThat(told("""
                {"a":1}
                {"a":}
                {"a":1,"a":2}
                {"a":NaN}
                [1]
                7
                {"a":1} {"b":2}
                {"a":{"b":1,"b":2}}
                {"a":1""" + "\0}\n{\"a\":2}\n"))
                .containsExactly(
                        "1 a=1",
                        "2! syntax usage.jsonl:2:6",
                        "3! duplicate-key usage.jsonl:3:8 /a",
                        "4! syntax usage.jsonl:4:6",
                        "5! wrong-type usage.jsonl:5",
                        "6! wrong-type usage.jsonl:6",
                        "7! syntax usage.jsonl:7:9",
                        "8! duplicate-key usage.jsonl:8:13 /a/b",
                        "9! syntax usage.jsonl:9:7",
                        "10 a=2");
    }

    @Test
    void messages_areThoseOfDocuments_atTheirLine() {
        assertThat(problem("{}\n{\"a\": 'x'}\n{\"a\": [1, 2\n{}\n")).isEqualTo("""
                usage.jsonl:2:7: expected a value, got '.
                  Maybe " instead of '.
                usage.jsonl:3:12 /a: the document ends before the list that begins at 3:7 is closed.
                  Maybe a closing ] or quote is missing.""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\":1,", "{\"a\":\"b", "{\"a\":{\"b\":1", "{\"a\":tru", "{\"a\""})
    void aLastLineThatIsCutOff_saysSo(String end) {
        assertThat(told("{\"a\":1}\n" + end)).containsExactly("1 a=1", "2! cut-off usage.jsonl:2");
        assertThat(told("{\"a\":1}\n" + end + "\n{\"a\":2}\n"))
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("2! syntax usage.jsonl:2:");
    }

    @Test
    void aWholeLastLine_needsNoLineFeed() {
        assertThat(told("{\"a\":1}")).containsExactly("1 a=1");
        assertThat(told("{\"a\":x}")).containsExactly("1! syntax usage.jsonl:1:6");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"a\":1},\n{\"a\":2}]", "\n\n[\n", "{\n  \"a\": 1\n}\n", "[]", "a,b\n1,2\n", "7"})
    void aTextOfOtherThanLines_isOneProblem(String text) {
        assertThat(read(new StringReader(text), JsonLines.LIMITS, new Told()))
                .map(Problem::code)
                .contains("not-json-lines");
    }

    @Test
    void aListOnOneLongLine_isSeenForWhatItIs() {
        String list = "[" + "{\"a\": 1}, ".repeat(1_000_000) + "]";
        assertThat(read(new StringReader(list), JsonLines.LIMITS, new Told()))
                .map(Problem::render)
                .contains("""
                        usage.jsonl:1: must have one object on each line, begins with a list.
                          Maybe "jq -c '.[]'" makes lines of it.""");
    }

    @Test
    void limits_holdForEachLine() {
        JsonLimits limits = new JsonLimits(3, 30, 5);
        assertThat(told(new StringReader("""
                                {"a":"12345"}
                                {"a":"123456"}
                                {"a":[["deep"]]}
                                {"a":[[["deeper"]]]}
                                {"a":"%s"}
                                {"a":1                       }
                                {"a":1                        }
                                {"a":2}
                                """.formatted("x".repeat(500_000))), limits))
                .containsExactly(
                        "1 a='12345'",
                        "2! too-long usage.jsonl:2:6 /a",
                        "3 a=[[\"deep\"]]",
                        "4! too-deep usage.jsonl:4:8 /a/0/0",
                        "5! row-too-long usage.jsonl:5",
                        "6 a=1",
                        "7! row-too-long usage.jsonl:7",
                        "8 a=2");
    }

    @Test
    void nestedTenThousandDeep_isOneProblem() {
        for (String name : List.of("a", "x-a")) {
            assertThat(told("{\"" + name + "\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}\n{\"a\":1}\n"))
                    .hasSize(2)
                    .last()
                    .isEqualTo("2 a=1");
            assertThat(told("{\"" + name + "\":" + "{\"b\":".repeat(10_000) + "1" + "}".repeat(10_000) + "}")
                            .get(0))
                    .startsWith("1! too-deep");
        }
    }

    /** However the characters come in, the rows are those of a text that is split at its line feeds. */
    @Property(tries = 300)
    void rows_doNotDependOnThePiecesThatTheTextComesIn(@ForAll long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (int line = 1; line <= random.nextInt(40); line++) {
            int length = random.nextInt(8) == 0 ? random.nextInt(200_000) : random.nextInt(50);
            String value = "é".repeat(length);
            boolean isBlank = random.nextInt(10) == 0;
            text.append(isBlank ? " " : "{\"a\":\"" + value + "\"}").append('\n');
            if (!isBlank) {
                expected.add(
                        length > 150_000 ? line + "! row-too-long usage.jsonl:" + line : line + " a='" + value + "'");
            }
        }
        Reader pieces = new Reader() {
            private int position;

            @Override
            public int read(char[] target, int offset, int length) {
                if (position == text.length()) {
                    return -1;
                }
                int count = Math.min(1 + random.nextInt(70_000), Math.min(length, text.length() - position));
                text.getChars(position, position + count, target, offset);
                position += count;
                return count;
            }

            @Override
            public void close() {}
        };
        assertThat(told(pieces, JsonLines.LIMITS.withMaxCharacters(150_008))).isEqualTo(expected);
    }

    @Test
    void rows_canEndTheReading() {
        List<Integer> lines = new ArrayList<>();
        read(new StringReader("{}\n{}\n{}\n"), JsonLines.LIMITS, new Told() {
            @Override
            public boolean end(int line) {
                lines.add(line);
                return line < 2;
            }
        });
        assertThat(lines).containsExactly(1, 2);
    }

    // ---------------------------------------------------------------- writing

    @Test
    void eachValue_isWrittenOnALine() throws IOException {
        StringWriter text = new StringWriter();
        try (JsonLinesWriter lines = JsonLinesWriter.to(text)) {
            lines.line(out ->
                    out.object(row -> row.field("a", 1).array("b", b -> b.value("x\ny</script>\ud83d\ude80"))));
            lines.line(out -> out.value(0.5));
        }
        assertThat(text).hasToString("{\"a\":1,\"b\":[\"x\\ny\\u003c/script\\u003e\ud83d\ude80\"]}\n0.5\n");
    }

    @Test
    void nothingWritten_isAnEmptyText() throws IOException {
        StringWriter text = new StringWriter();
        JsonLinesWriter.to(text).close();
        assertThat(text.toString()).isEmpty();
    }

    @Test
    void aLine_isExactlyOneValue() {
        JsonLinesWriter lines = JsonLinesWriter.to(new StringWriter());
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> lines.line(out -> {}));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> lines.line(out -> out.value(1).value(2)));
    }

    @Test
    void aFailingTarget_isAnIOException() {
        Writer broken = new Writer() {
            @Override
            public void write(char[] characters, int offset, int length) throws IOException {
                throw new IOException("disk full");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        JsonLinesWriter lines = JsonLinesWriter.to(broken);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> lines.line(out -> out.value("x".repeat(100_000))))
                .withMessageContaining("disk full");
    }
}
