package dev.rapport.model.shape;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.json.JsonArray;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.ProblemCollector;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A list of exactly two values. */
final class PairShape<T, A, B> extends Shape<T> {

    private final Part<T, A> first;
    private final Part<T, B> second;
    private final BiFunction<? super A, ? super B, ? extends T> make;

    PairShape(Part<T, A> first, Part<T, B> second, BiFunction<? super A, ? super B, ? extends T> make) {
        this.first = requireNonNull(first, "first");
        this.second = requireNonNull(second, "second");
        this.make = requireNonNull(make, "make");
    }

    @Override
    @Nullable
    T decode(JsonValue json, ProblemCollector problems) {
        if (!(json instanceof JsonArray array)) {
            return wrongType(json, problems, "");
        }
        if (array.elements().size() != 2) {
            problems.error(
                    Codes.WRONG_LENGTH,
                    json.location(),
                    "expected " + expected() + ", got " + array.elements().size() + " values");
            return null;
        }
        A a = first.shape().decode(array.elements().get(0), problems);
        B b = second.shape().decode(array.elements().get(1), problems);
        return a == null || b == null ? null : Refusal.apply(() -> make.apply(a, b), json, problems);
    }

    @Override
    void encode(T value, JsonOut out) {
        out.array(pair -> {
            first.encode(value, pair);
            second.encode(value, pair);
        });
    }

    @Override
    String expected() {
        return "a list of two: " + first.shape().expected() + " and "
                + second.shape().expected();
    }

    @Override
    void describe(SchemaWriter schema) {
        schema.out().field("type", "array").array("prefixItems", parts -> {
            schema.object(first.shape());
            schema.object(second.shape());
        });
        schema.out().field("items", false).field("minItems", 2);
    }

    /** One of the two. */
    record Part<T, A>(Shape<A> shape, Function<? super T, ? extends A> get) {

        void encode(T whole, JsonOut out) {
            shape.encode(get.apply(whole), out);
        }
    }
}
