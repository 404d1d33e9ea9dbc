package dev.rapport.segmentation.json;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.CustomerSeries;
import dev.rapport.model.problem.Nearest;
import dev.rapport.model.problem.Quote;
import dev.rapport.model.shape.Place;
import dev.rapport.model.shape.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Names of attributes in documents: which there are, and of which kind they are. What is known to nobody is a problem of
 * the document, with what may have been meant. Immutable.
 */
public final class AttributeShapes {

    private final Map<String, AttributeKey<?>> known;
    private final Map<String, SeriesKey<?>> series;

    private AttributeShapes(Map<String, AttributeKey<?>> known, Map<String, SeriesKey<?>> series) {
        this.known = known;
        this.series = series;
    }

    /**
     * The attributes that documents may name: those that a book provides and those that will be laid over it, or all that
     * the host knows. Of series they may name the standard ones.
     *
     * @param attributes  the attributes; of two with the same name the first counts
     * @return their names as shapes
     */
    public static AttributeShapes of(Collection<? extends AttributeKey<?>> attributes) {
        return new AttributeShapes(byName(attributes), Map.of()).withSeries(CustomerSeries.all());
    }

    private static Map<String, AttributeKey<?>> byName(Collection<? extends AttributeKey<?>> attributes) {
        Map<String, AttributeKey<?>> byName = new TreeMap<>();
        attributes.forEach(key -> byName.putIfAbsent(key.name(), key));
        return Collections.unmodifiableMap(byName);
    }

    /**
     * The same with further series that may be named, such as a host's own.
     *
     * @param more  the series; of two with the same name the first counts
     * @return their names as shapes
     */
    public AttributeShapes withSeries(Collection<? extends SeriesKey<?>> more) {
        Map<String, SeriesKey<?>> all = new TreeMap<>(series);
        more.forEach(key -> all.putIfAbsent(key.name(), key));
        return new AttributeShapes(known, Collections.unmodifiableMap(all));
    }

    /** The name of a series. */
    Shape<SeriesKey<?>> series() {
        return Shape.text()
                .check((name, place) -> {
                    if (!series.containsKey(name)) {
                        place.error(
                                "unknown-series",
                                "unknown series " + Quote.text(name),
                                Nearest.advice(name, series.keySet()));
                    }
                })
                .<SeriesKey<?>>map(name -> Objects.requireNonNull(series.get(name), name), SeriesKey::name)
                .described("The name of a series");
    }

    /** The fields of all series, in place of attributes. A name that several have is of one kind in all. */
    AttributeShapes fields() {
        List<AttributeKey<?>> fields = new ArrayList<>();
        series.values().forEach(key -> fields.addAll(key.fields()));
        return new AttributeShapes(byName(fields), Map.of());
    }

    /**
     * The name of an attribute of any kind.
     *
     * @return the shape
     */
    public Shape<AttributeKey<?>> any() {
        return ofKind(AttributeKind.values());
    }

    /**
     * The name of an attribute of one of some kinds.
     *
     * @param kinds  the kinds
     * @return the shape
     */
    public Shape<AttributeKey<?>> ofKind(AttributeKind... kinds) {
        Set<AttributeKind> allowed = Set.copyOf(Arrays.asList(kinds));
        return Shape.text()
                .check((name, place) -> check(name, allowed, place))
                .<AttributeKey<?>>map(name -> find(name), AttributeKey::name)
                .described("The name of an attribute");
    }

    /**
     * The name of a text attribute.
     *
     * @return the shape
     */
    public Shape<AttributeKey<String>> text() {
        return typed(AttributeKind.TEXT);
    }

    /**
     * The name of an attribute that is a set of texts.
     *
     * @return the shape
     */
    public Shape<AttributeKey<Set<String>>> textSet() {
        return typed(AttributeKind.TEXT_SET);
    }

    /**
     * The name of an attribute of one kind.
     *
     * @param kind  the kind
     * @param <T>  the type that goes with the kind; the caller answers for it
     * @return the shape
     */
    @SuppressWarnings("unchecked") // the check lets only keys of the kind pass
    public <T> Shape<AttributeKey<T>> typed(AttributeKind kind) {
        return ofKind(kind).map(key -> (AttributeKey<T>) key, key -> key);
    }

    private AttributeKey<?> find(String name) {
        AttributeKey<?> key = known.get(name);
        if (key == null) {
            throw new IllegalArgumentException("attribute (" + name + ") is not known.");
        }
        return key;
    }

    private void check(String name, Set<AttributeKind> allowed, Place place) {
        AttributeKey<?> key = known.get(name);
        if (key == null) {
            place.error(
                    "unknown-attribute", "unknown attribute " + Quote.text(name), Nearest.advice(name, known.keySet()));
        } else if (!allowed.contains(key.kind())) {
            String words = allowed.stream().sorted().map(AttributeShapes::word).collect(Collectors.joining(" or "));
            place.error(
                    "wrong-kind",
                    "attribute " + Quote.text(name) + " must be of kind " + words + " here, is " + word(key.kind()));
        }
    }

    static String word(AttributeKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
