package dev.rapport.model.json;

import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.Quote;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place where a text stops being JSON, explained in our own words from the text around it.
 *
 * @param text the whole text
 * @param offset the character that the parser could not take; the length of the text for its end
 * @param open the innermost object or list that is not closed there
 */
record SyntaxError(String text, int offset, Optional<TreeParser.Container> open) {

    private static final String CODE = "syntax";
    private static final int LOOK_BEHIND = 12;

    private static final Pattern NON_FINITE = Pattern.compile("[-+]?(NaN|Infinity)$");
    private static final Pattern UNFINISHED_UNICODE_ESCAPE = Pattern.compile("\\\\u[0-9a-fA-F]{0,3}$");
    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final List<String> WORDS = List.of("false", "null", "true");

    Problem explain(Location at) {
        String before = text.substring(Math.max(0, offset - LOOK_BEHIND), offset);
        Matcher nonFinite = NON_FINITE.matcher(before);
        if (nonFinite.find() && isValueExpectedAt(offset - nonFinite.group().length())) {
            String word = nonFinite.group();
            return problem(
                    back(at, word.length()),
                    word + " is no number in JSON; leave the field out where there is no number");
        }
        if (offset >= text.length()) {
            return endOfText(at);
        }
        if (UNFINISHED_UNICODE_ESCAPE.matcher(before).find()) {
            return problem(at, "\\u in a string must be followed by four of 0-9 and a-f, got " + found());
        }
        if (before.endsWith("\\")) {
            return problem(
                            at,
                            "a string must not contain \\" + text.charAt(offset)
                                    + "; known escapes: \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000")
                    .withAdvice("Maybe \\\\ for a single backslash");
        }
        if (text.charAt(offset) < ' ') {
            return controlCharacter(at);
        }
        return unexpected(at);
    }

    private Problem endOfText(Location at) {
        if (open.isEmpty()) {
            return problem(at, "the document ends within a value").withAdvice("Maybe a closing quote is missing");
        }
        TreeParser.Container container = open.get();
        String kind = container.isObject() ? "object" : "list";
        return problem(
                        at,
                        "the document ends before the " + kind + " that begins at "
                                + container.location().position() + " is closed")
                .withAdvice("Maybe a closing " + (container.isObject() ? "}" : "]") + " or quote is missing");
    }

    private Problem controlCharacter(Location at) {
        if (text.charAt(offset) == '\n' || text.charAt(offset) == '\r') {
            return problem(at, "a string must not contain a line break; write it as \\n")
                    .withAdvice("Maybe a closing quote is missing");
        }
        String escape = String.format(Locale.ROOT, "\\u%04x", (int) text.charAt(offset));
        return problem(at, "must not contain " + found() + "; in a string, write it as " + escape);
    }

    private Problem unexpected(Location at) {
        Expected expected = expected();
        if (expected == Expected.VALUE || expected == Expected.SEPARATOR) {
            int start = wordStart();
            String number = text.substring(start, wordEnd());
            if (!number.isEmpty()
                    && "+-.0123456789".indexOf(number.charAt(0)) >= 0
                    && !JSON_NUMBER.matcher(number).matches()) {
                return problem(
                        back(at, offset - start),
                        Quote.bare(number) + " is no number in JSON; allowed are numbers such as 0.5, -3 and 1e6");
            }
        }
        String word = wordHere();
        if (expected == Expected.VALUE && !word.isEmpty()) {
            String nearest = Nearest.to(word, WORDS)
                    .map(known -> "Maybe " + known)
                    .orElse("Maybe " + Quote.text(word) + ", in quotes");
            return problem(at, "expected a value, got " + Quote.bare(word) + "; known words: " + WORDS)
                    .withAdvice(nearest);
        }
        return problem(at, "expected " + expected.words(open) + ", got " + found())
                .withAdvice(advice(expected));
    }

    private String advice(Expected expected) {
        char c = text.charAt(offset);
        if (c == '/' || c == '#') {
            return "Maybe a comment: JSON has none, write it into a field \"description\"";
        }
        if (c == '\'') {
            return "Maybe \" instead of '";
        }
        if ((c == '}' || c == ']') && lastBefore() == ',') {
            return "Maybe the comma before it is one too many";
        }
        if (expected == Expected.NAME && !wordHere().isEmpty()) {
            return "Maybe " + Quote.text(wordHere());
        }
        if (expected == Expected.SEPARATOR && (c == '"' || c == '{' || c == '[' || isWordLike(c))) {
            return "Maybe a comma is missing";
        }
        return "";
    }

    private Expected expected() {
        if (open.isEmpty()) {
            return lastBefore() == 0 ? Expected.VALUE : Expected.END;
        }
        boolean isObject = open.get().isObject();
        return switch (lastBefore()) {
            case '{' -> Expected.NAME;
            case '[', ':' -> Expected.VALUE;
            case ',' -> isObject ? Expected.NAME : Expected.VALUE;
            default -> isObject && isAfterName() ? Expected.COLON : Expected.SEPARATOR;
        };
    }

    /** Whether the string that ends before the offset is a name: then the parser had just begun a field. */
    private boolean isAfterName() {
        int end = offset - 1;
        while (Character.isWhitespace(text.charAt(end))) {
            end--;
        }
        if (text.charAt(end) != '"') {
            return false;
        }
        int start = end - 1;
        while (text.charAt(start) != '"' || isEscaped(start)) {
            start--;
        }
        start--;
        while (Character.isWhitespace(text.charAt(start))) {
            start--;
        }
        return text.charAt(start) == '{' || text.charAt(start) == ',';
    }

    private boolean isEscaped(int index) {
        int backslashes = 0;
        while (text.charAt(index - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private boolean isValueExpectedAt(int index) {
        char before = lastBefore(index);
        return before == 0 || before == '[' || before == ',' || before == ':';
    }

    private char lastBefore() {
        return lastBefore(offset);
    }

    /** The last character before an index that is not white space; 0 if there is none. */
    private char lastBefore(int index) {
        int i = index - 1;
        while (i >= 0 && Character.isWhitespace(text.charAt(i))) {
            i--;
        }
        return i < 0 ? 0 : text.charAt(i);
    }

    private int wordStart() {
        int start = offset;
        while (start > 0 && isWordLike(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private int wordEnd() {
        int end = offset;
        while (end < text.length() && isWordLike(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWordLike(char c) {
        return Character.isLetterOrDigit(c) || "+-._".indexOf(c) >= 0;
    }

    private String wordHere() {
        return text.substring(offset, wordEnd());
    }

    private String found() {
        char c = text.charAt(offset);
        if (c == '"') {
            return "a string";
        }
        String word = wordHere();
        if (!word.isEmpty()) {
            return Quote.bare(word);
        }
        return c > ' ' && c < 0x7F ? String.valueOf(c) : String.format(Locale.ROOT, "the character U+%04X", (int) c);
    }

    private static Location back(Location at, int characters) {
        return at.at(at.position().line(), Math.max(1, at.position().column() - characters));
    }

    private static Problem problem(Location at, String message) {
        return Problem.error(CODE, at, message);
    }

    private enum Expected {
        NAME,
        COLON,
        VALUE,
        SEPARATOR,
        END;

        String words(Optional<TreeParser.Container> open) {
            return switch (this) {
                case NAME -> "a field name in double quotes";
                case COLON -> "a colon after the field name";
                case VALUE -> "a value";
                case SEPARATOR ->
                    open.isPresent() && open.get().isObject()
                            ? "a comma or } after the field"
                            : "a comma or ] after the element";
                case END -> "the end of the document";
            };
        }
    }
}
