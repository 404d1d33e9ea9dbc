package dev.rapport.model.shape;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.json.JsonObject;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import java.util.Optional;
import java.util.function.Function;

/**
 * A field of an object and all that is declared about it.
 *
 * @param <T> what the object makes
 * @param <S> what the shape of the field makes
 * @param <V> what the object is given: the same, or an optional of it
 */
final class Slot<T, S, V> {

    private final Field<V> field;
    private final Shape<S> shape;
    private final Optional<V> whenAbsent;
    private final Optional<S> published;
    private final Function<S, V> take;
    private final Function<T, Optional<S>> give;

    private Slot(
            Field<V> field,
            Shape<S> shape,
            Optional<V> whenAbsent,
            Optional<S> published,
            Function<S, V> take,
            Function<T, Optional<S>> give) {
        this.field = field;
        this.shape = requireNonNull(shape, "shape");
        this.whenAbsent = whenAbsent;
        this.published = published;
        this.take = take;
        this.give = give;
    }

    static <T, V> Slot<T, V, V> required(Field<V> field, Shape<V> shape, Function<T, Optional<V>> give) {
        return new Slot<>(field, shape, Optional.empty(), Optional.empty(), Function.identity(), give);
    }

    static <T, V> Slot<T, V, Optional<V>> optional(
            Field<Optional<V>> field, Shape<V> shape, Function<T, Optional<V>> give) {
        return new Slot<>(field, shape, Optional.of(Optional.empty()), Optional.empty(), Optional::of, give);
    }

    static <T, V> Slot<T, V, V> defaulted(Field<V> field, Shape<V> shape, V whenAbsent, Function<T, Optional<V>> give) {
        return new Slot<>(field, shape, Optional.of(whenAbsent), Optional.of(whenAbsent), Function.identity(), give);
    }

    Field<V> field() {
        return field;
    }

    boolean isRequired() {
        return whenAbsent.isEmpty();
    }

    /** Reads the field if it is there and takes its place in the values if it is not. */
    void decode(JsonObject object, FieldValues values, ProblemCollector problems) {
        Optional<JsonValue> found = object.find(field.name());
        if (found.isPresent()) {
            S value = shape.decode(found.get(), problems);
            if (value != null) {
                values.put(field, take.apply(value));
            }
        } else {
            whenAbsent.ifPresent(value -> values.put(field, value));
        }
    }

    Problem missing(JsonObject object) {
        return Problem.error(
                Codes.MISSING_FIELD,
                object.location().child(field.name()),
                "required field is missing, expected " + shape.expected());
    }

    void encode(T whole, JsonOut out) {
        give.apply(whole).ifPresent(value -> shape.encode(value, out.name(field.name())));
    }

    void describe(SchemaWriter schema) {
        schema.out().object(field.name(), keywords -> {
            shape.describe(schema);
            published.ifPresent(value -> shape.encode(value, keywords.name("default")));
        });
    }
}
