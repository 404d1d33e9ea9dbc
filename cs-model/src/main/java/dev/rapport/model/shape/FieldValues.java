package dev.rapport.model.shape;

import dev.rapport.model.problem.Quote;
import java.util.HashMap;
import java.util.Map;

/** The values of the fields of one object, all of them right. */
public final class FieldValues {

    private final Map<Field<?>, Object> values = new HashMap<>();

    FieldValues() {}

    <V> void put(Field<V> field, V value) {
        values.put(field, value);
    }

    /**
     * The value of a field.
     *
     * @param <V> what it holds
     * @param field the field, declared for this object
     * @return its value
     * @throws IllegalStateException if the field belongs to another object
     */
    public <V> V get(Field<V> field) {
        Object value = values.get(field);
        if (value == null) {
            throw new IllegalStateException("field must be declared for this object, was " + Quote.text(field.name()));
        }
        return field.cast(value);
    }
}
