package dev.rapport.model.shape;

/**
 * A declared field of an object: the key under which {@link FieldValues} gives its value.
 *
 * @param <V> what it holds
 */
public final class Field<V> {

    private final String name;

    Field(String name) {
        this.name = name;
    }

    /**
     * What the field is called in documents.
     *
     * @return its name
     */
    public String name() {
        return name;
    }

    /** What was put under this field, with its type again. */
    @SuppressWarnings("unchecked") // FieldValues takes only a field and a value of the same type
    V cast(Object value) {
        return (V) value;
    }
}
