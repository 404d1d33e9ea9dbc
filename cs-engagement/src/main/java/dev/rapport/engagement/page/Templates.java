package dev.rapport.engagement.page;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The pages' templates. What they show is escaped by {@link Text#escape}; only what this room made itself goes in as it is.
 * A name means what the model at hand calls so, never what a model around it does; what is not there shows as nothing.
 */
final class Templates {

    static final String STYLE = resource("style.css");

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .standardsMode(true)
            .withEscaper(Text::escape)
            .emptyStringIsFalse(true)
            .defaultValue("");

    private Templates() {}

    static Template compiled(String name) {
        return COMPILER.compile(resource(name + ".mustache"));
    }

    static void write(Template template, Map<String, Object> model, Appendable target) throws IOException {
        StringWriter page = new StringWriter();
        template.execute(model, page);
        target.append(page.getBuffer());
    }

    private static String resource(String name) {
        try (InputStream in = Templates.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource (" + name + ") must be in the library.");
            }
            StringWriter text = new StringWriter();
            new InputStreamReader(in, StandardCharsets.UTF_8).transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
