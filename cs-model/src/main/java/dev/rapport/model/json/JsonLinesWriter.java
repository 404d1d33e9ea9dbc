package dev.rapport.model.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.JacksonIOException;

/**
 * Writes JSON Lines: one value on each line, without other white space, with the same escapes as {@link JsonLayout}. Not
 * for use by several threads.
 *
 * <pre>{@code
 * try (JsonLinesWriter lines = JsonLinesWriter.to(target)) {
 *     lines.line(out -> out.object(row -> row.field("customer", "acme").field("quantity", 3)));
 * }
 * }</pre>
 */
public final class JsonLinesWriter implements AutoCloseable {

    private final Writer target;
    private final JsonGenerator generator;
    private final JsonOut out;

    private JsonLinesWriter(Writer target, JsonGenerator generator) {
        this.target = target;
        this.generator = generator;
        this.out = new JsonOut(generator);
    }

    /**
     * Begins a text.
     *
     * @param target  where it goes; closed with this
     * @return the writer
     */
    public static JsonLinesWriter to(Writer target) {
        return new JsonLinesWriter(target, JsonLayout.lines(new EscapingWriter(target)));
    }

    /**
     * Writes a line.
     *
     * @param value  writes exactly one value
     * @throws UncheckedIOException if the target fails
     */
    public void line(Consumer<JsonOut> value) {
        TokenStreamContext root = generator.streamWriteContext();
        int expected = root.hasCurrentIndex() ? root.getCurrentIndex() + 1 : 0;
        try {
            value.accept(out);
            if (!root.hasCurrentIndex() || root.getCurrentIndex() != expected) {
                throw new IllegalStateException("a line must be exactly one value");
            }
            generator.writeRaw('\n');
        } catch (JacksonIOException e) {
            throw new UncheckedIOException(e.getCause());
        }
    }

    /**
     * Ends the text and closes the target.
     *
     * @throws IOException if the target fails
     */
    @Override
    public void close() throws IOException {
        try (target) {
            generator.close();
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }
}
