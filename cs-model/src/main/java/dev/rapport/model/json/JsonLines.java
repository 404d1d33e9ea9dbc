package dev.rapport.model.json;

import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Problems;
import dev.rapport.model.problem.Quote;
import java.io.IOException;
import java.io.Reader;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;

/**
 * Reads JSON Lines: one object on each line, in memory that does not grow with the text. A line that is no JSON is told
 * with the same problems as a document, and the next one is read.
 *
 * <pre>{@code
 * JsonLines.read("usage.jsonl", in, JsonLines.LIMITS, rows);
 * }</pre>
 *
 * <p>Blank lines count as lines, and are no rows.
 */
public final class JsonLines {

    /** Depth 64, 4 MiB characters in a line, 1 MiB in one string. */
    public static final JsonLimits LIMITS = new JsonLimits(64, 1 << 22, 1 << 20);

    /** Shares nothing between parsers, and leaves the limits to this room. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(JsonLimits.DEEPEST)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /**
     * Takes what the lines say. The fields of a line are told in their order, each by its name and, where that is
     * wanted, its value; then that the row is complete, or that it is none: what was told of it does not count then.
     */
    public interface Rows {

        /**
         * A field begins.
         *
         * @param name  its name, once in each row
         * @return whether its value is wanted
         */
        boolean field(String name);

        /**
         * The value of the field is a string.
         *
         * @param text  its characters
         */
        void text(String text);

        /**
         * The value of the field is a number.
         *
         * @param literal  the number as written
         */
        void number(String literal);

        /**
         * The value of the field is true or false.
         *
         * @param truth  which of them
         */
        void truth(boolean truth);

        /** The value of the field is null. */
        void nothing();

        /**
         * The value of the field is a list or an object.
         *
         * @param value  the tree
         */
        void nested(JsonValue value);

        /**
         * The row is complete.
         *
         * @param line  its line, from 1
         * @return false to leave the rest unread
         */
        boolean end(int line);

        /**
         * The line is no row.
         *
         * @param line  the line, from 1
         * @param problems  why, at least one
         * @param text  its characters; empty where they are too many
         * @return false to leave the rest unread
         */
        boolean refused(int line, Problems problems, String text);
    }

    private final String source;
    private final Lines lines;
    private final JsonLimits limits;
    private final Rows rows;

    private JsonLines(String source, Lines lines, JsonLimits limits, Rows rows) {
        this.source = source;
        this.lines = lines;
        this.limits = limits;
        this.rows = rows;
    }

    /**
     * Reads a text to its end.
     *
     * @param source  the name that problems give the text; empty for none
     * @param in  its characters, without a byte order mark; not closed
     * @param limits  how much a line may hold
     * @param rows  takes the rows; what it throws ends the reading
     * @return empty, or the problem of a text that is something else, such as a list; then what was told of it does not
     *     count
     * @throws IOException if the characters cannot be read
     */
    public static Optional<Problem> read(String source, Reader in, JsonLimits limits, Rows rows) throws IOException {
        return new JsonLines(source, new Lines(in, limits.maxCharacters()), limits, rows).read();
    }

    private Optional<Problem> read() throws IOException {
        Optional<Problem> other = Optional.empty();
        boolean hasObject = false;
        boolean isFirst = true;
        while (lines.next()) {
            char start = lines.start();
            if (start == Lines.BLANK) {
                continue;
            }
            if (isFirst) {
                if (start == '[' || (start == '{' && isAlone())) {
                    return Optional.of(notLines(
                            start == '[' ? "a list" : "an object over several lines",
                            "Maybe \"jq -c " + (start == '[' ? "'.[]'" : ".") + "\" makes lines of it"));
                }
                other = Optional.of(notLines(Quote.text(lines.text()), ""));
                isFirst = false;
            }
            hasObject |= start == '{';
            if (!row()) {
                return Optional.empty();
            }
        }
        return hasObject ? Optional.empty() : other;
    }

    private boolean isAlone() {
        return !lines.isTooLong() && lines.text().strip().length() == 1;
    }

    private Problem notLines(String found, String advice) {
        Location first = Location.of(source).at(lines.number(), 0);
        return Problem.error("not-json-lines", first, "must have one object on each line, begins with " + found)
                .withAdvice(advice);
    }

    private boolean row() {
        if (lines.isTooLong()) {
            return refuse(
                    "row-too-long", "must have at most " + limits.maxCharacters() + " characters in a row", "", "");
        }
        return isTold() ? rows.end(lines.number()) : explain();
    }

    /** Tells the fields; false at the first thing that is not right, which is then explained as in a document. */
    private boolean isTold() {
        try (JsonParser parser =
                FACTORY.createParser(ObjectReadContext.empty(), lines.buffer(), lines.offset(), lines.length())) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isWanted = rows.field(parser.currentName());
                JsonToken value = parser.nextToken();
                if (!isWanted) {
                    parser.skipChildren();
                } else if (!isTold(parser, value)) {
                    return false;
                }
            }
            return parser.nextToken() == null;
        } catch (JacksonException e) {
            return false;
        }
    }

    private boolean isTold(JsonParser parser, JsonToken token) {
        switch (token) {
            case VALUE_STRING -> {
                String text = parser.getString();
                if (text.length() > limits.maxTextLength()) {
                    return false;
                }
                rows.text(text);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> rows.number(parser.getString());
            case VALUE_TRUE, VALUE_FALSE -> rows.truth(token == JsonToken.VALUE_TRUE);
            case VALUE_NULL -> rows.nothing();
            default -> {
                Optional<JsonValue> value = TreeParser.field(parser, token, limits);
                value.ifPresent(rows::nested);
                return value.isPresent();
            }
        }
        return true;
    }

    private boolean explain() {
        ProblemCollector problems = new ProblemCollector();
        String text = lines.text();
        Optional<JsonValue> tree = TreeParser.parse(source, lines.number() - 1, text, limits, problems);
        if (tree.isEmpty() && !lines.isEnded() && !text.stripTrailing().endsWith("}")) {
            return refuse(
                    "cut-off", "the text ends within this row", "Maybe it was cut off, and more is missing", text);
        }
        if (problems.errorCount() == 0) {
            String found = tree.map(JsonValue::describe).orElse("nothing");
            return refuse("wrong-type", "expected an object, got " + found, "", text);
        }
        return rows.refused(lines.number(), problems.problems(), text);
    }

    private boolean refuse(String code, String message, String advice, String text) {
        Location line = Location.of(source).at(lines.number(), 0);
        return rows.refused(
                lines.number(), Problems.of(Problem.error(code, line, message).withAdvice(advice)), text);
    }
}
