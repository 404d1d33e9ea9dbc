package dev.rapport.model.shape;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.ProblemCollector;
import org.jspecify.annotations.Nullable;

/** Another shape, with a further check. */
final class CheckedShape<T> extends Shape<T> {

    private final Shape<T> shape;
    private final Check<? super T> check;

    CheckedShape(Shape<T> shape, Check<? super T> check) {
        this.shape = shape;
        this.check = requireNonNull(check, "check");
    }

    @Override
    @Nullable
    T decode(JsonValue json, ProblemCollector problems) {
        T value = shape.decode(json, problems);
        if (value == null) {
            return null;
        }
        int errorsBefore = problems.errorCount();
        check.check(value, Place.of(json, problems));
        return problems.errorCount() == errorsBefore ? value : null;
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
    }
}
