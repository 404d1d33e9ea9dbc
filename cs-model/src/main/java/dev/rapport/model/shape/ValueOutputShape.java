package dev.rapport.model.shape;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.ProblemCollector;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A number, a string, true or false, or a list of strings, whichever something else writes. */
final class ValueOutputShape<T> extends Shape<T> {

    private final BiConsumer<? super T, JsonOut> writer;

    ValueOutputShape(BiConsumer<? super T, JsonOut> writer) {
        this.writer = requireNonNull(writer, "writer");
    }

    @Override
    @Nullable
    T decode(JsonValue json, ProblemCollector problems) {
        problems.error(Codes.ONLY_WRITTEN, json.location(), "must not be read: it is only written");
        return null;
    }

    @Override
    void encode(T value, JsonOut out) {
        writer.accept(value, out);
    }

    @Override
    String expected() {
        return "a number, a string, true or false, or a list of strings";
    }

    @Override
    void describe(SchemaWriter schema) {
        schema.out()
                .array(
                        "type",
                        types -> types.value("number")
                                .value("string")
                                .value("boolean")
                                .value("array"))
                .object("items", items -> items.field("type", "string"));
    }
}
