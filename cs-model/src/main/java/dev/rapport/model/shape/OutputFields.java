package dev.rapport.model.shape;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.json.JsonOut;
import dev.rapport.model.problem.Quote;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Takes the declaration of the fields of an object that is only written, in the order in which they are. Used only while
 * a shape is being made.
 *
 * @param <T> what is written
 */
public final class OutputFields<T> {

    private final Map<String, OutputField<T, ?>> fields = new LinkedHashMap<>();

    OutputFields() {}

    /** One field; a value that is not there leaves it out. */
    record OutputField<T, V>(boolean required, Shape<V> shape, Function<? super T, Optional<V>> get) {

        void encode(String name, T whole, JsonOut out) {
            get.apply(whole).ifPresent(value -> shape.encode(value, out.name(name)));
        }

        <W> OutputField<W, V> ofPart(boolean always, Function<? super W, Optional<T>> part) {
            return new OutputField<>(
                    required && always, shape, whole -> part.apply(whole).flatMap(get));
        }
    }

    /**
     * Declares what a document says first: its format and version, as {@link DocumentKind} reads them.
     *
     * @param kind what it is, in lower-case letters, digits and hyphens: {@code plan}
     * @param version the version of the format, from 1
     */
    public void format(String kind, int version) {
        FormatShape format = FormatShape.of(kind);
        required("format", format, whole -> format.format());
        required("version", new VersionShape(format.format(), version), whole -> version);
    }

    /**
     * Declares a field that is always written.
     *
     * @param <V> what it holds
     * @param name its name
     * @param shape its shape
     * @param get takes its value from the whole
     */
    public <V> void required(String name, Shape<V> shape, Function<? super T, ? extends V> get) {
        requireNonNull(get, "get");
        add(name, new OutputField<>(true, shape, whole -> Optional.of(get.apply(whole))));
    }

    /**
     * Declares a field that may be left out.
     *
     * @param <V> what it holds
     * @param name its name
     * @param shape its shape
     * @param get takes its value from the whole; empty leaves the field out
     */
    public <V> void optional(String name, Shape<V> shape, Function<? super T, Optional<V>> get) {
        add(name, new OutputField<>(false, shape, requireNonNull(get, "get")));
    }

    /**
     * Declares a number that may be left out.
     *
     * @param name its name
     * @param get takes it from the whole; empty leaves the field out
     */
    public void optionalNumber(String name, Function<? super T, OptionalDouble> get) {
        optional(name, Shape.number(), whole -> {
            OptionalDouble number = get.apply(whole);
            return number.isPresent() ? Optional.of(number.getAsDouble()) : Optional.empty();
        });
    }

    /**
     * Declares a whole number that may be left out.
     *
     * @param name its name
     * @param get takes it from the whole; empty leaves the field out
     */
    public void optionalInteger(String name, Function<? super T, OptionalInt> get) {
        optional(name, Shape.integer(), whole -> {
            OptionalInt number = get.apply(whole);
            return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
        });
    }

    /**
     * Declares a list that is left out where it is empty.
     *
     * @param <E> what its elements are
     * @param name its name
     * @param element the shape of each element
     * @param get takes it from the whole
     */
    public <E> void listUnlessEmpty(String name, Shape<E> element, Function<? super T, List<E>> get) {
        optional(
                name,
                Shape.listOf(element),
                whole -> Optional.of(get.apply(whole)).filter(list -> !list.isEmpty()));
    }

    /**
     * Declares the fields of a part as fields of the whole.
     *
     * @param <U> what the part is
     * @param get takes the part from the whole
     * @param declaration declares the fields of the part
     */
    public <U> void part(Function<? super T, ? extends U> get, Consumer<OutputFields<U>> declaration) {
        requireNonNull(get, "get");
        addAll(true, whole -> Optional.of(get.apply(whole)), declaration);
    }

    /**
     * Declares the fields of a part as fields of the whole; where the part is not there, all of them are left out.
     *
     * @param <U> what the part is
     * @param get takes the part from the whole
     * @param declaration declares the fields of the part
     */
    public <U> void optionalPart(Function<? super T, Optional<U>> get, Consumer<OutputFields<U>> declaration) {
        addAll(false, requireNonNull(get, "get"), declaration);
    }

    private <U> void addAll(
            boolean always, Function<? super T, Optional<U>> get, Consumer<OutputFields<U>> declaration) {
        OutputFields<U> part = new OutputFields<>();
        declaration.accept(part);
        part.fields.forEach((name, field) -> add(name, field.ofPart(always, get)));
    }

    private void add(String name, OutputField<T, ?> field) {
        if (fields.putIfAbsent(requireNonNull(name, "name"), field) != null) {
            throw new IllegalArgumentException("name must be declared once, was " + Quote.text(name));
        }
    }

    Map<String, OutputField<T, ?>> fields() {
        return fields;
    }
}
