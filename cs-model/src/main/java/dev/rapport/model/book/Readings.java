package dev.rapport.model.book;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Reading;
import java.time.LocalDate;
import org.joda.money.Money;

/** What readings must be to be reckoned with. */
final class Readings {

    /** Amounts of more digits are infinite where they are reckoned with. */
    private static final int MOST_DIGITS = 308;

    private Readings() {}

    /**
     * Comparisons with what is not a number are all false, so a rule would take it for an answer. As in columns, it
     * is missing.
     */
    static <T> Reading<T> usable(AttributeKey<T> key, Reading<T> reading) {
        T value = reading.valueOrNull();
        if (value instanceof Double number && Double.isNaN(number)) {
            return Reading.missing(key + " is not a number");
        }
        if (value instanceof Double number && Double.isInfinite(number)) {
            return Reading.failed(key + " must be a finite number, was " + number);
        }
        if (value instanceof LocalDate date && date.toEpochDay() != (int) date.toEpochDay()) {
            return Reading.failed(key + " must be a date of this world, was " + date);
        }
        if (value instanceof Money money
                && money.getAmount().precision() - money.getAmount().scale() > MOST_DIGITS) {
            return Reading.failed(key + " must be an amount of at most " + MOST_DIGITS + " digits");
        }
        return reading;
    }
}
