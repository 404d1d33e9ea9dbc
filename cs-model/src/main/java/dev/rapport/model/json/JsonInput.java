package dev.rapport.model.json;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.problem.Checked;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Optional;

/**
 * A JSON text that is to be read, with the name that problems give it. The text is taken in whole when the input is
 * made, so that reading it later cannot fail for reasons of the disk or the network. Immutable; can be read any number
 * of times.
 *
 * <pre>{@code
 * Checked<JsonValue> tree = JsonInput.read("scorecard.json", in).tree();
 * }</pre>
 *
 * <p>A byte order mark is skipped. Bytes that are not UTF-8 and texts beyond the limits are problems of the document,
 * reported when it is read.
 */
public final class JsonInput {

    private final String source;
    private final JsonLimits limits;
    private final SourceText text;

    private JsonInput(String source, JsonLimits limits, SourceText text) {
        this.source = source;
        this.limits = limits;
        this.text = text;
    }

    /**
     * A text in memory.
     *
     * @param source the name that problems give the text; empty for none
     * @param json the text
     * @return the input, under the standard limits
     */
    public static JsonInput text(String source, String json) {
        return text(source, json, JsonLimits.STANDARD);
    }

    /**
     * A text in memory, under limits of your own.
     *
     * @param source the name that problems give the text; empty for none
     * @param json the text
     * @param limits how much is read at most
     * @return the input
     */
    public static JsonInput text(String source, String json, JsonLimits limits) {
        requireNonNull(source, "source");
        return new JsonInput(source, limits, SourceText.of(source, json, limits));
    }

    /**
     * Bytes in UTF-8.
     *
     * @param source the name that problems give the text; empty for none
     * @param in the bytes; read to the end, or to just beyond the limit, and not closed
     * @return the input, under the standard limits
     * @throws IOException if the bytes cannot be read
     */
    public static JsonInput read(String source, InputStream in) throws IOException {
        return read(source, in, JsonLimits.STANDARD);
    }

    /**
     * Bytes in UTF-8, under limits of your own.
     *
     * @param source the name that problems give the text; empty for none
     * @param in the bytes; read to the end, or to just beyond the limit, and not closed
     * @param limits how much is read at most
     * @return the input
     * @throws IOException if the bytes cannot be read
     */
    public static JsonInput read(String source, InputStream in, JsonLimits limits) throws IOException {
        requireNonNull(source, "source");
        return new JsonInput(source, limits, SourceText.read(source, in, limits));
    }

    /**
     * Characters.
     *
     * @param source the name that problems give the text; empty for none
     * @param in the characters; read to the end, or to just beyond the limit, and not closed
     * @return the input, under the standard limits
     * @throws IOException if the characters cannot be read
     */
    public static JsonInput read(String source, Reader in) throws IOException {
        return read(source, in, JsonLimits.STANDARD);
    }

    /**
     * Characters, under limits of your own.
     *
     * @param source the name that problems give the text; empty for none
     * @param in the characters; read to the end, or to just beyond the limit, and not closed
     * @param limits how much is read at most
     * @return the input
     * @throws IOException if the characters cannot be read
     */
    public static JsonInput read(String source, Reader in, JsonLimits limits) throws IOException {
        requireNonNull(source, "source");
        return new JsonInput(source, limits, SourceText.read(source, in, limits));
    }

    /**
     * The name that problems give the text.
     *
     * @return the name, or empty
     */
    public String source() {
        return source;
    }

    /**
     * Reads the text as JSON, of whatever meaning.
     *
     * @return the tree, or all that is wrong with the text
     */
    public Checked<JsonValue> tree() {
        ProblemCollector problems = new ProblemCollector();
        Optional<JsonValue> tree = tree(problems);
        return tree.isPresent() && problems.errorCount() == 0
                ? Checked.valid(tree.get(), problems.problems())
                : Checked.invalid(problems.problems());
    }

    /**
     * Reads the text as JSON for a caller that has more to check. There can be errors beside a tree: of a field that
     * is given twice, the first is kept.
     *
     * @param problems where problems go
     * @return the tree, or empty if the text is no JSON or has a number or string beyond the limits
     */
    public Optional<JsonValue> tree(ProblemCollector problems) {
        Optional<Problem> defect = text.defect();
        if (defect.isPresent()) {
            problems.add(defect.get());
            return Optional.empty();
        }
        return TreeParser.parse(source, text.characters(), limits, problems);
    }
}
