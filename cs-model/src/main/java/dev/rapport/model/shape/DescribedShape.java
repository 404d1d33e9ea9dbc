package dev.rapport.model.shape;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.ProblemCollector;
import org.jspecify.annotations.Nullable;

/** Another shape, with a description for its readers. */
final class DescribedShape<T> extends Shape<T> {

    private final Shape<T> shape;
    private final String description;

    DescribedShape(Shape<T> shape, String description) {
        this.shape = shape;
        this.description = requireNonNull(description, "description");
    }

    @Override
    @Nullable
    T decode(JsonValue json, ProblemCollector problems) {
        return shape.decode(json, problems);
    }

    @Override
    void encode(T value, JsonOut out) {
        shape.encode(value, out);
    }

    @Override
    String expected() {
        return shape.expected();
    }

    @Override
    void describe(SchemaWriter schema) {
        shape.describe(schema);
        schema.out().field("description", description);
    }
}
