package dev.rapport.model.json;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.core.util.Separators;

/**
 * How written JSON looks, and where writing begins.
 *
 * <pre>{@code
 * String json = JsonLayout.PRETTY.text(out -> out.object(o -> o.field("code", "usage").field("weight", 0.3)));
 * }</pre>
 *
 * <p>The same calls give the same characters on every machine: line ends are line feeds, numbers know no locale. So
 * that the text can stand in a script element of an HTML page, the characters {@code <}, {@code >}, {@code &}, U+2028
 * and U+2029 are written as escapes. Half a surrogate pair, which UTF-8 cannot carry, is written as an escape, too, and
 * so survives.
 */
public enum JsonLayout {
    /** One field a line, indented by two spaces; lists on one line as far as they hold no objects; a line feed ends it. */
    PRETTY,
    /** Without any white space. */
    COMPACT;

    private static final SerializableString NOTHING = new SerializedString("");

    /** Without pools of buffers, so that nothing is shared between writers. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(JsonLimits.DEEPEST)
                    .build())
            .build();

    /**
     * Writes a document into a string.
     *
     * @param document writes exactly one value
     * @return the text
     */
    public String text(Consumer<JsonOut> document) {
        StringWriter text = new StringWriter();
        try {
            write(text, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /**
     * Writes a document as UTF-8.
     *
     * @param target where the bytes go; flushed, not closed
     * @param document writes exactly one value
     * @throws IOException if the target does
     */
    public void write(OutputStream target, Consumer<JsonOut> document) throws IOException {
        write(new OutputStreamWriter(target, StandardCharsets.UTF_8), document);
    }

    /**
     * Writes a document as characters.
     *
     * @param target where they go; flushed, not closed
     * @param document writes exactly one value
     * @throws IOException if the target does
     */
    public void write(Writer target, Consumer<JsonOut> document) throws IOException {
        try (JsonGenerator generator = FACTORY.createGenerator(new Context(this), new EscapingWriter(target))) {
            document.accept(new JsonOut(generator));
            TokenStreamContext root = generator.streamWriteContext();
            if (!root.hasCurrentIndex() || root.getCurrentIndex() > 0) {
                throw new IllegalStateException("document must write exactly one value");
            }
            if (this == PRETTY) {
                generator.writeRaw('\n');
            }
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    /** A generator whose values follow each other without anything between them. */
    static JsonGenerator lines(Writer target) {
        return FACTORY.createGenerator(
                new Context(COMPACT) {
                    @Override
                    public SerializableString getRootValueSeparator(@Nullable SerializableString usual) {
                        return NOTHING;
                    }
                },
                target);
    }

    /** Gives Jackson the white space of the layout. */
    private static class Context extends ObjectWriteContext.Base {

        private final JsonLayout layout;

        Context(JsonLayout layout) {
            this.layout = layout;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return layout == PRETTY;
        }

        @Override
        public @Nullable PrettyPrinter getPrettyPrinter() {
            if (layout != PRETTY) {
                return null;
            }
            Separators separators = Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                    .withArrayElementSpacing(Separators.Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator("");
            return new DefaultPrettyPrinter(separators)
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultPrettyPrinter.NopIndenter());
        }
    }
}
