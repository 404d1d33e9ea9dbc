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
}
