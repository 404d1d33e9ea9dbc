package dev.rapport.model.shape;

import dev.rapport.model.json.JsonOut;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Shapes of what is only written, such as a plan: one declaration gives the writing and the JSON Schema, which allows
 * nothing else. Reading reports a problem.
 *
 * <pre>{@code
 * static final Shape<Load> LOAD = Output.object("load", fields -> {
 *     fields.required("member", Shape.text(), Load::memberId);
 *     fields.optionalNumber("share", Load::share);
 * });
 *
 * LOAD.write(load, out);
 * LOAD.toJsonSchema();
 * }</pre>
 */
public final class Output {

    private Output() {}

    /**
     * An object with the given fields, in their order, and no others.
     *
     * @param <T> what is written
     * @param name what it is called in JSON Schema: lower-case letters, digits and hyphens; different for different
     *     shapes of a document
     * @param declaration declares the fields
     * @return the shape
     */
    public static <T> Shape<T> object(String name, Consumer<OutputFields<T>> declaration) {
        return object(name, (self, fields) -> declaration.accept(fields));
    }

    /**
     * An object that can contain objects of its own shape.
     *
     * @param <T> what is written
     * @param name what it is called in JSON Schema
     * @param declaration as above, with the shape itself as first argument
     * @return the shape
     */
    public static <T> Shape<T> object(String name, BiConsumer<Shape<T>, OutputFields<T>> declaration) {
        return new OutputShape<>(name, declaration);
    }

    /**
     * An object whose field names are data, in the order of the map.
     *
     * @param <V> what the values are
     * @param value the shape of each value
     * @return the shape
     */
    public static <V> Shape<Map<String, V>> mapOf(Shape<V> value) {
        return new MapShape<>(value, MapShape.Order.OWN);
    }

    /**
     * A number, a string, true or false, or a list of strings.
     *
     * @param <T> what is written
     * @param writer writes it as one JSON value
     * @return the shape
     */
    public static <T> Shape<T> value(BiConsumer<? super T, JsonOut> writer) {
        return new ValueOutputShape<>(writer);
    }
}
