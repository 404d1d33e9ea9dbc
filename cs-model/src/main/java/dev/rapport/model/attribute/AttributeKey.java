package dev.rapport.model.attribute;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The name of one typed attribute of a customer, or of one field of a series entry.
 *
 * <p>Two keys are equal if name and kind are; unit, dimension and sensitivity describe the attribute and do not
 * distinguish it. Names are lower case: words of letters and digits, joined by {@code -} and grouped by {@code .}, as in
 * {@code usage.active-share}.
 *
 * @param <T>  the Java type of the values, see {@link AttributeKind}
 */
public final class AttributeKey<T> {

    private static final int MAX_LENGTH = 100;

    private final String name;
    private final AttributeKind kind;
    private final @Nullable String unit;
    private final @Nullable Dimension dimension;
    private final Sensitivity sensitivity;

    private AttributeKey(
            String name,
            AttributeKind kind,
            @Nullable String unit,
            @Nullable Dimension dimension,
            Sensitivity sensitivity) {
        this.name = name;
        this.kind = kind;
        this.unit = unit;
        this.dimension = dimension;
        this.sensitivity = sensitivity;
    }

    /**
     * A key for numbers.
     *
     * @param name  the attribute's name
     * @return the key, without unit or dimension, for internal eyes
     */
    public static AttributeKey<Double> number(String name) {
        return of(name, AttributeKind.NUMBER);
    }

    /**
     * A key for texts.
     *
     * @param name  the attribute's name
     * @return the key
     */
    public static AttributeKey<String> text(String name) {
        return of(name, AttributeKind.TEXT);
    }

    /**
     * A key for yes or no.
     *
     * @param name  the attribute's name
     * @return the key
     */
    public static AttributeKey<Boolean> bool(String name) {
        return of(name, AttributeKind.BOOLEAN);
    }

    /**
     * A key for calendar dates.
     *
     * @param name  the attribute's name
     * @return the key
     */
    public static AttributeKey<LocalDate> date(String name) {
        return of(name, AttributeKind.DATE);
    }

    /**
     * A key for amounts of money.
     *
     * @param name  the attribute's name
     * @return the key
     */
    public static AttributeKey<Money> money(String name) {
        return of(name, AttributeKind.MONEY);
    }

    /**
     * A key for sets of text.
     *
     * @param name  the attribute's name
     * @return the key
     */
    public static AttributeKey<Set<String>> textSet(String name) {
        return of(name, AttributeKind.TEXT_SET);
    }

    /**
     * A key whose kind is known only at run time, as when it comes out of a document.
     *
     * @param name  the attribute's name
     * @param kind  the kind of its values
     * @param <T>  the type that goes with the kind; the caller answers for it
     * @return the key
     * @throws IllegalArgumentException if the name breaks the rule above
     */
    public static <T> AttributeKey<T> of(String name, AttributeKind kind) {
        if (!isName(name)) {
            throw new IllegalArgumentException("name (" + name
                    + ") must be lower-case words of letters and digits, joined by '-' and grouped by '.', at most "
                    + MAX_LENGTH + " characters.");
        }
        return new AttributeKey<>(name, requireNonNull(kind, "kind"), null, null, Sensitivity.INTERNAL);
    }

    /**
     * Says whether a text can name an attribute.
     *
     * @param text  the text
     * @return true if it keeps the rule above
     */
    public static boolean isName(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        boolean wordStarts = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean wordCharacter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!wordCharacter && (wordStarts || (c != '-' && c != '.'))) {
                return false;
            }
            wordStarts = !wordCharacter;
        }
        return !wordStarts;
    }

    /**
     * This key with a unit.
     *
     * @param newUnit  the unit in words or signs, such as {@code days} or {@code %}
     * @return an equal key that says its unit
     */
    public AttributeKey<T> unit(String newUnit) {
        return new AttributeKey<>(name, kind, newUnit, dimension, sensitivity);
    }

    /**
     * This key with a dimension.
     *
     * @param newDimension  the side of the customer that is described
     * @return an equal key that says its dimension
     */
    public AttributeKey<T> dimension(Dimension newDimension) {
        return new AttributeKey<>(name, kind, unit, newDimension, sensitivity);
    }

    /**
     * This key with a sensitivity.
     *
     * @param newSensitivity  who may see the value
     * @return an equal key that says its sensitivity
     */
    public AttributeKey<T> sensitivity(Sensitivity newSensitivity) {
        return new AttributeKey<>(name, kind, unit, dimension, newSensitivity);
    }

    /**
     * The attribute's name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The kind of the values.
     *
     * @return the kind
     */
    public AttributeKind kind() {
        return kind;
    }

    /**
     * The unit of the values.
     *
     * @return the unit, or empty if there is none
     */
    public Optional<String> unit() {
        return Optional.ofNullable(unit);
    }

    /**
     * The side of the customer that is described.
     *
     * @return the dimension, or empty for fields of series and the like
     */
    public Optional<Dimension> dimension() {
        return Optional.ofNullable(dimension);
    }

    /**
     * Who may see the value.
     *
     * @return the sensitivity
     */
    public Sensitivity sensitivity() {
        return sensitivity;
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return this == object
                || (object instanceof AttributeKey<?> other && kind == other.kind && name.equals(other.name));
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
