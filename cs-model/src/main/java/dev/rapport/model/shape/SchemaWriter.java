package dev.rapport.model.shape;

import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.json.JsonOut;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** Writes the JSON Schema of one shape, with all the named shapes in it. For one use. */
final class SchemaWriter {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final JsonOut out;
    private final Map<String, Definition> definitions = new HashMap<>();
    private final Queue<Definition> waiting = new ArrayDeque<>();

    private SchemaWriter(JsonOut out) {
        this.out = out;
    }

    static String write(Shape<?> shape) {
        return JsonLayout.PRETTY.text(out -> out.object(schema -> {
            schema.field("$schema", DIALECT);
            SchemaWriter writer = new SchemaWriter(schema);
            shape.describe(writer);
            if (!writer.waiting.isEmpty()) {
                schema.object("$defs", defs -> writer.define());
            }
        }));
    }

    /** Definitions refer to further ones, which queue up behind them. */
    private void define() {
        for (Definition next = waiting.poll(); next != null; next = waiting.poll()) {
            Definition definition = next;
            out.object(definition.definitionName(), keywords -> definition.define(this));
        }
    }

    /** Where the keywords of the shape at hand are written. */
    JsonOut out() {
        return out;
    }

    /** Writes the schema of a part as a field. */
    void object(String field, Shape<?> part) {
        out.object(field, keywords -> part.describe(this));
    }

    /** Writes the schema of a part as an element. */
    void object(Shape<?> part) {
        out.object(keywords -> part.describe(this));
    }

    /** Refers to a definition. */
    void refer(Definition definition) {
        String name = definition.definitionName();
        Definition known = definitions.putIfAbsent(name, definition);
        if (known == null) {
            waiting.add(definition);
        } else if (!known.equals(definition)) {
            throw new IllegalStateException("two shapes of one document must not both be called " + name);
        }
        out.field("$ref", "#/$defs/" + name);
    }
}
