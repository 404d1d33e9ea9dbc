package dev.rapport.model.shape;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.json.JsonMember;
import dev.rapport.model.json.JsonObject;
import dev.rapport.model.json.JsonOut;
import dev.rapport.model.json.JsonText;
import dev.rapport.model.json.JsonValue;
import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Problem;
import dev.rapport.model.problem.ProblemCollector;
import dev.rapport.model.problem.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An object that comes in several types, told apart by its field {@code type}. Open: {@link #with} gives new variants
 * with one more, and types that contain objects of the same variants know it from then on.
 *
 * <pre>{@code
 * static final Variants<Condition> STANDARD = Variants.<Condition>named("condition")
 *         .with("threshold", Threshold.class, fields -> {
 *             var attribute = fields.required("attribute", Shape.code(), Threshold::attribute);
 *             var min = fields.required("min", Shape.number(), Threshold::min);
 *             return in -> new Threshold(in.get(attribute), in.get(min));
 *         })
 *         .with("all-of", AllOf.class, (condition, fields) -> {
 *             var parts = fields.required("conditions", Shape.listOf(condition).notEmpty(), AllOf::conditions);
 *             return in -> new AllOf(in.get(parts));
 *         });
 * }</pre>
 *
 * @param <T> what all types make
 */
public final class Variants<T> extends Shape<T> implements Definition {

    private final String name;
    private final List<Variant<T, ?>> variants;
    private final Map<String, ObjectShape<? extends T>> shapes = new TreeMap<>();

    private Variants(String name, List<Variant<T, ?>> variants) {
        this.name = Definition.checkName(name);
        this.variants = List.copyOf(variants);
        for (Variant<T, ?> variant : this.variants) {
            shapes.put(variant.id(), variant.shape(name, this));
        }
    }

    /**
     * Variants without any type yet.
     *
     * @param <T> what all types make
     * @param name what they are called in messages and in JSON Schema, in lower case: {@code condition}
     * @return the empty variants
     */
    public static <T> Variants<T> named(String name) {
        return new Variants<>(name, List.of());
    }

    /**
     * The same with one more type.
     *
     * @param <V> what the type makes
     * @param id the word in the field {@code type}: lower-case letters, digits and hyphens
     * @param type the class by which its values are known when they are written
     * @param declaration declares its fields, as for {@link Shape#object(String, Function)}
     * @return the new variants
     * @throws IllegalArgumentException if the id or the class is taken
     */
    public <V extends T> Variants<T> with(
            String id, Class<V> type, Function<Fields<V>, Function<FieldValues, V>> declaration) {
        return with(id, type, (self, fields) -> declaration.apply(fields));
    }

    /**
     * The same with one more type, which can contain objects of these variants.
     *
     * @param <V> what the type makes
     * @param id the word in the field {@code type}: lower-case letters, digits and hyphens
     * @param type the class by which its values are known when they are written
     * @param declaration declares its fields; its first argument is the shape of all variants, also of those that are
     *     added later
     * @return the new variants
     * @throws IllegalArgumentException if the id or the class is taken
     */
    public <V extends T> Variants<T> with(
            String id, Class<V> type, BiFunction<Shape<T>, Fields<V>, Function<FieldValues, V>> declaration) {
        Variant<T, V> added = new Variant<>(id, type, declaration);
        for (Variant<T, ?> taken : variants) {
            if (taken.id().equals(id) || taken.type().equals(type)) {
                throw new IllegalArgumentException("each " + name + " type must have an id and a class of its own; "
                        + taken + " is there, " + added + " was to be added");
            }
        }
        List<Variant<T, ?>> more = new ArrayList<>(variants);
        more.add(added);
        return new Variants<>(name, more);
    }

    @Override
    @Nullable
    T decode(JsonValue json, ProblemCollector problems) {
        if (!(json instanceof JsonObject object)) {
            return wrongType(json, problems, "");
        }
        Optional<JsonValue> type = object.find(ObjectShape.TYPE);
        if (type.isEmpty()) {
            problems.add(missing(object));
            return null;
        }
        if (!(type.get() instanceof JsonText id)) {
            text().decode(type.get(), problems);
            return null;
        }
        ObjectShape<? extends T> shape = shapes.get(id.text());
        if (shape == null) {
            problems.add(unknown(id.text(), id.location()));
            return null;
        }
        return shape.decode(json, problems);
    }

    private Problem missing(JsonObject object) {
        List<String> fields = object.members().stream().map(JsonMember::name).toList();
        String advice = Nearest.to(ObjectShape.TYPE, fields)
                .map(misspelled -> "Maybe " + Quote.text(misspelled) + " should be " + Quote.text(ObjectShape.TYPE))
                .orElse("");
        return Problem.error(
                        Codes.MISSING_FIELD,
                        object.location().child(ObjectShape.TYPE),
                        "required " + name + " type is missing; known: " + shapes.keySet())
                .withAdvice(advice);
    }

    private Problem unknown(String id, Location at) {
        return Problem.error(
                        Codes.UNKNOWN_TYPE,
                        at,
                        "unknown " + name + " type " + Quote.text(id) + "; known: " + shapes.keySet())
                .withAdvice(Nearest.advice(id, shapes.keySet()));
    }

    @Override
    void encode(T value, JsonOut out) {
        for (Variant<T, ?> variant : variants) {
            if (variant.type().isInstance(value)) {
                encode(variant, value, out);
                return;
            }
        }
        throw new IllegalArgumentException("value must be of a known " + name + " type, was of "
                + value.getClass().getName());
    }

    @SuppressWarnings("unchecked") // the shape under the id of a variant makes what the variant makes
    private <V extends T> void encode(Variant<T, V> variant, T value, JsonOut out) {
        ObjectShape<V> shape = (ObjectShape<V>) requireNonNull(shapes.get(variant.id()));
        shape.encode(variant.type().cast(value), out);
    }

    @Override
    String expected() {
        return "an object of a " + name + " type";
    }

    @Override
    void describe(SchemaWriter schema) {
        schema.refer(this);
    }

    @Override
    public String definitionName() {
        return name;
    }

    @Override
    public void define(SchemaWriter schema) {
        schema.out().array("oneOf", types -> shapes.values().forEach(schema::object));
    }

    /** One type, before it knows its siblings. */
    private record Variant<T, V extends T>(
            String id, Class<V> type, BiFunction<Shape<T>, Fields<V>, Function<FieldValues, V>> declaration) {

        Variant {
            requireNonNull(type, "type");
            requireNonNull(declaration, "declaration");
        }

        ObjectShape<V> shape(String name, Shape<T> all) {
            return new ObjectShape<>(
                    id + "-" + name, Optional.of(id), (self, fields) -> declaration.apply(all, fields));
        }

        @Override
        public String toString() {
            return Quote.text(id) + " for " + type.getName();
        }
    }
}
