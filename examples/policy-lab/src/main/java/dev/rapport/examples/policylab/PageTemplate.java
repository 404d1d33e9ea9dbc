package dev.rapport.examples.policylab;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** A page with the style that all pages have in it, everything else escaped. */
final class PageTemplate {

    private static final String STYLE = resource("style.css");

    private final Template template;

    private PageTemplate(Template template) {
        this.template = template;
    }

    static PageTemplate of(String name) {
        return new PageTemplate(Mustache.compiler()
                .standardsMode(true)
                .withEscaper(PageText::escape)
                .emptyStringIsFalse(true)
                .defaultValue("")
                .compile(resource(name)));
    }

    void write(Map<String, Object> model, Writer target) throws IOException {
        Map<String, Object> styled = new HashMap<>(model);
        styled.put("style", STYLE);
        StringWriter page = new StringWriter();
        template.execute(styled, page);
        target.append(page.getBuffer());
    }

    private static String resource(String name) {
        try (InputStream in = PageTemplate.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource (" + name + ") must be in the program.");
            }
            StringWriter text = new StringWriter();
            new InputStreamReader(in, StandardCharsets.UTF_8).transferTo(text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
