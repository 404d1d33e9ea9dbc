package dev.rapport.model.attribute;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The name of a series of a customer's facts and of the fields that its entries have.
 *
 * <p>Events happen once and are append-only. Records have an identity and can be corrected: a cut sees each in the
 * version that was true and known. Entries are read either field by field or as a {@code T}, a thin typed reading of one
 * entry. Two keys are equal if their names are.
 *
 * @param <T>  the typed reading of one entry
 */
public final class SeriesKey<T> {

    /** What the entries are. */
    public enum Nature {
        /** Things that happened. */
        EVENTS,
        /** Things that are, and can be corrected. */
        RECORDS
    }

    private final String name;
    private final Nature nature;
    private final Function<Entry, T> reading;
    private final List<AttributeKey<?>> fields;
    private final AttributeKey<?>[] byPosition;
    private final int requiredFields;

    private SeriesKey(
            String name, Nature nature, Function<Entry, T> reading, List<AttributeKey<?>> fields, int requiredFields) {
        this.name = name;
        this.nature = nature;
        this.reading = reading;
        this.fields = fields;
        this.byPosition = fields.toArray(AttributeKey<?>[]::new);
        this.requiredFields = requiredFields;
    }

    /**
     * A series of events.
     *
     * @param name  the name, under the rule of attribute names
     * @param reading  makes the typed reading of an entry
     * @param <T>  the typed reading
     * @return the key, without fields yet
     */
    public static <T> SeriesKey<T> events(String name, Function<Entry, T> reading) {
        return of(name, Nature.EVENTS, reading);
    }

    /**
     * A series of records.
     *
     * @param name  the name, under the rule of attribute names
     * @param reading  makes the typed reading of an entry
     * @param <T>  the typed reading
     * @return the key, without fields yet
     */
    public static <T> SeriesKey<T> records(String name, Function<Entry, T> reading) {
        return of(name, Nature.RECORDS, reading);
    }

    private static <T> SeriesKey<T> of(String name, Nature nature, Function<Entry, T> reading) {
        if (!AttributeKey.isName(name)) {
            throw new IllegalArgumentException("name (" + name + ") must be lower-case words joined by '-' or '.'.");
        }
        return new SeriesKey<>(name, nature, requireNonNull(reading, "reading"), List.of(), 0);
    }

    /**
     * This key with the fields that every entry must have.
     *
     * @param required  the fields, in the order of their columns
     * @return the key
     * @throws IllegalArgumentException if two fields have one name
     */
    public SeriesKey<T> requires(AttributeKey<?>... required) {
        return new SeriesKey<>(name, nature, reading, checked(List.of(required)), required.length);
    }

    /**
     * This key with further fields that an entry may lack.
     *
     * @param optional  the fields, in the order of their columns, behind those there are
     * @return the key
     * @throws IllegalArgumentException if two fields have one name
     */
    public SeriesKey<T> allows(AttributeKey<?>... optional) {
        List<AttributeKey<?>> all = new ArrayList<>(fields);
        all.addAll(List.of(optional));
        return new SeriesKey<>(name, nature, reading, checked(all), requiredFields);
    }

    private List<AttributeKey<?>> checked(List<AttributeKey<?>> candidates) {
        for (int i = 0; i < candidates.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (candidates.get(i).name().equals(candidates.get(j).name())) {
                    throw new IllegalArgumentException("fields of series (" + name
                            + ") must have different names, was twice " + candidates.get(i));
                }
            }
        }
        return List.copyOf(candidates);
    }

    /**
     * The name of the series.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * What the entries are.
     *
     * @return the nature
     */
    public Nature nature() {
        return nature;
    }

    /**
     * All fields.
     *
     * @return the required ones first
     */
    public List<AttributeKey<?>> fields() {
        return fields;
    }

    /**
     * The fields that every entry must have.
     *
     * @return a part of {@link #fields()}
     */
    public List<AttributeKey<?>> requiredFields() {
        return fields.subList(0, requiredFields);
    }

    /**
     * The field of a name.
     *
     * @param fieldName  the name
     * @return the field, or empty if the series has none of that name
     */
    public Optional<AttributeKey<?>> field(String fieldName) {
        return fields.stream().filter(field -> field.name().equals(fieldName)).findFirst();
    }

    /**
     * Where a field stands among {@link #fields()}.
     *
     * @param field  the field
     * @return its position, or -1 if the series does not have it
     */
    @SuppressWarnings("ReferenceEquality") // a shortcut: mostly the very key that was declared is asked for
    public int indexOf(AttributeKey<?> field) {
        for (int i = 0; i < byPosition.length; i++) {
            if (byPosition[i] == field) {
                return i;
            }
        }
        return fields.indexOf(field);
    }

    /**
     * The typed reading of an entry.
     *
     * @param entry  an entry of this series
     * @return the reading
     */
    public T read(Entry entry) {
        return reading.apply(entry);
    }

    /**
     * An order of entries that depends on nothing but what they say: by when they were recorded, then when they happened,
     * then field by field, nothing first. What is recorded later comes later, so numbers given in this order stay what they are.
     *
     * @return the order; entries that say the same are equal in it
     */
    public Comparator<Entry> recordingOrder() {
        return (a, b) -> {
            int order = a.recordedAt().compareTo(b.recordedAt());
            order = order != 0 ? order : a.at().compareTo(b.at());
            for (int i = 0; order == 0 && i < fields.size(); i++) {
                order = compare(a.valueOrNull(fields.get(i)), b.valueOrNull(fields.get(i)));
            }
            return order;
        };
    }

    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        if (a instanceof Double number && b instanceof Double other) {
            return number.compareTo(other);
        }
        if (a instanceof Set<?> set && b instanceof Set<?> other) {
            return new TreeSet<>(set).toString().compareTo(new TreeSet<>(other).toString());
        }
        return a.toString().compareTo(b.toString());
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof SeriesKey<?> other && name.equals(other.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
