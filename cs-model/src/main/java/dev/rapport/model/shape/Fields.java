package dev.rapport.model.shape;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.problem.Quote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes the declaration of the fields of an object, in the order in which they are written. Used only while a shape is
 * being made.
 *
 * @param <T> what the object makes
 */
public final class Fields<T> {

    private final Map<String, Slot<T, ?, ?>> slots = new LinkedHashMap<>();
    private final Set<String> reserved;

    /** With names that have a meaning already. */
    Fields(Set<String> reserved) {
        this.reserved = reserved;
    }

    /**
     * Declares a field that must be there.
     *
     * @param <V> what it holds
     * @param name its name
     * @param shape its shape
     * @param get takes its value from the whole, for writing
     * @return the field
     */
    public <V> Field<V> required(String name, Shape<V> shape, Function<? super T, ? extends V> get) {
        requireNonNull(get, "get");
        return add(Slot.required(new Field<>(name), shape, whole -> Optional.of(get.apply(whole))));
    }

    /**
     * Declares a field that may be absent.
     *
     * @param <V> what it holds
     * @param name its name
     * @param shape its shape
     * @param get takes its value from the whole, for writing; empty leaves the field out
     * @return the field, empty where it is absent
     */
    public <V> Field<Optional<V>> optional(String name, Shape<V> shape, Function<? super T, Optional<V>> get) {
        requireNonNull(get, "get");
        return add(Slot.optional(new Field<>(name), shape, get::apply));
    }

    /**
     * Declares a field that has a default. It is always written, so that no default is silent.
     *
     * @param <V> what it holds
     * @param name its name
     * @param shape its shape
     * @param whenAbsent what it holds where it is absent
     * @param get takes its value from the whole, for writing
     * @return the field
     */
    public <V> Field<V> defaulted(String name, Shape<V> shape, V whenAbsent, Function<? super T, ? extends V> get) {
        requireNonNull(get, "get");
        requireNonNull(whenAbsent, "whenAbsent");
        return add(Slot.defaulted(new Field<>(name), shape, whenAbsent, whole -> Optional.of(get.apply(whole))));
    }

    private <S, V> Field<V> add(Slot<T, S, V> slot) {
        String name = slot.field().name();
        if (reserved.contains(name) || ObjectShape.isFree(name)) {
            throw new IllegalArgumentException("name must not be reserved, was " + Quote.text(name));
        }
        if (slots.putIfAbsent(name, slot) != null) {
            throw new IllegalArgumentException("name must be declared once, was " + Quote.text(name));
        }
        return slot.field();
    }

    List<Slot<T, ?, ?>> slots() {
        return List.copyOf(slots.values());
    }
}
