package dev.rapport.model.shape;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.ProblemCollector;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Another shape, for another value. */
final class MappedShape<S, T> extends Shape<T> {

    private final Shape<S> shape;
    private final Function<? super S, ? extends T> to;
    private final Function<? super T, ? extends S> from;

    MappedShape(Shape<S> shape, Function<? super S, ? extends T> to, Function<? super T, ? extends S> from) {
        this.shape = shape;
        this.to = requireNonNull(to, "to");
        this.from = requireNonNull(from, "from");
    }

    @Override
    @Nullable
    T decode(JsonValue json, ProblemCollector problems) {
        S value = shape.decode(json, problems);
        return value == null ? null : Refusal.apply(() -> to.apply(value), json, problems);
    }

    @Override
    void encode(T value, JsonOut out) {
        shape.encode(from.apply(value), out);
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
