package dev.rapport.model.shape;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.json.JsonNumber;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonText;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Quote;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A string. Lengths are counted in characters (code points). */
public final class TextShape extends Shape<String> {

    static final TextShape ANY = new TextShape(Integer.MAX_VALUE, Optional.empty());

    static final TextShape CODE = ANY.maxLength(100)
            .matching(
                    "[A-Za-z0-9][A-Za-z0-9._-]*",
                    "a code of letters a-z, digits, dots, hyphens and underscores, beginning with a letter or digit");

    private final int maxLength;
    private final Optional<Rule> rule;

    private TextShape(int maxLength, Optional<Rule> rule) {
        this.maxLength = maxLength;
        this.rule = rule;
    }

    /**
     * Only strings with something to read in them.
     *
     * @return the new shape
     */
    public TextShape notBlank() {
        return new TextShape(
                maxLength, Optional.of(new Rule(Pattern.compile("(?s).*\\S.*"), "\\S", "text that is not blank")));
    }

    /**
     * Only strings up to a length.
     *
     * @param length the number of characters, at least 1
     * @return the new shape
     */
    public TextShape maxLength(int length) {
        if (length < 1) {
            throw new IllegalArgumentException("length must be >= 1, was " + length);
        }
        return new TextShape(length, rule);
    }

    /**
     * Only strings that a pattern matches from end to end.
     *
     * @param pattern a regular expression that Java and JSON Schema read alike; of the program, never of a document
     * @param what the strings it matches, for messages, such as {@code a currency of three capital letters}
     * @return the new shape
     */
    public TextShape matching(String pattern, String what) {
        return new TextShape(maxLength, Optional.of(new Rule(Pattern.compile(pattern), "^(?:" + pattern + ")$", what)));
    }

    @Override
    @Nullable
    String decode(JsonValue json, ProblemCollector problems) {
        if (!(json instanceof JsonText found)) {
            return wrongType(json, problems, json instanceof JsonNumber ? "Maybe in quotes" : "");
        }
        String text = found.text();
        if (rule.isPresent() && !rule.get().pattern().matcher(text).matches()) {
            problems.error(
                    Codes.WRONG_SYNTAX, json.location(), "must be " + rule.get().what() + ", was " + Quote.text(text));
            return null;
        }
        int length = text.codePointCount(0, text.length());
        if (length > maxLength) {
            problems.error(
                    Codes.WRONG_LENGTH,
                    json.location(),
                    "must have at most " + maxLength + " characters, has " + length);
            return null;
        }
        return text;
    }

    @Override
    void encode(String value, JsonOut out) {
        out.value(value);
    }

    @Override
    String expected() {
        return "a string";
    }

    @Override
    void describe(SchemaWriter schema) {
        schema.out().field("type", "string");
        rule.ifPresent(present -> schema.out().field("pattern", present.schema()));
        if (maxLength < Integer.MAX_VALUE) {
            schema.out().field("maxLength", maxLength);
        }
    }

    /**
     * What a string must look like.
     *
     * @param pattern matches the whole string
     * @param schema the same for JSON Schema, where a pattern matches anywhere
     * @param what the strings it matches, for messages
     */
    private record Rule(Pattern pattern, String schema, String what) {

        Rule {
            requireNonNull(what, "what");
        }
    }
}
