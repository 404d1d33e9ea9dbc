package dev.rapport.model.attribute;

import java.time.LocalDate;
import java.util.Set;
import org.joda.money.Money;

/** The closed set of kinds of value that an attribute can have. */
public enum AttributeKind {
    /** A finite double. */
    NUMBER(Double.class),
    /** A text. */
    TEXT(String.class),
    /** True or false. */
    BOOLEAN(Boolean.class),
    /** A calendar date without a zone. */
    DATE(LocalDate.class),
    /** An amount in a currency. */
    MONEY(Money.class),
    /** A set of texts without order. */
    TEXT_SET(Set.class);

    private final Class<?> type;

    AttributeKind(Class<?> type) {
        this.type = type;
    }

    /**
     * The Java type of the values.
     *
     * @return the class, raw for sets
     */
    public Class<?> type() {
        return type;
    }

    /**
     * Says whether a value is written into columns through a dictionary instead of as a number.
     *
     * @return true for texts and sets of text
     */
    public boolean isText() {
        return this == TEXT || this == TEXT_SET;
    }

    /**
     * The one translation of a value into the number that conditions, measures and columns calculate with.
     *
     * @param value  a value of this kind
     * @return the number itself; 1 or 0 of a boolean; the epoch day of a date; the amount of money in major units,
     *     whatever its currency
     * @throws IllegalArgumentException for texts and sets of text, which have no number
     */
    public double toNumber(Object value) {
        return switch (this) {
            case NUMBER -> (Double) value;
            case BOOLEAN -> (Boolean) value ? 1 : 0;
            case DATE -> (double) ((LocalDate) value).toEpochDay();
            case MONEY -> ((Money) value).getAmount().doubleValue();
            case TEXT, TEXT_SET -> throw new IllegalArgumentException("kind (" + this + ") has no number.");
        };
    }
}
