package dev.rapport.segmentation.condition;

import java.util.Locale;

/** How a value is compared with a bound. */
public enum Operator {
    /** The bound or more; of dates, that day or later. */
    AT_LEAST,
    /** More than the bound. */
    ABOVE,
    /** The bound or less. */
    AT_MOST,
    /** Less than the bound. */
    BELOW,
    /** The bound itself; the only one for texts and for yes or no. */
    EQUAL;

    /**
     * The word in documents and codes.
     *
     * @return for example {@code at-least}
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words in a sentence: {@code at least}. */
    String phrase() {
        return this == EQUAL ? "equal to" : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    double apply(double number, double bound) {
        boolean met = switch (this) {
            case AT_LEAST -> number >= bound;
            case ABOVE -> number > bound;
            case AT_MOST -> number <= bound;
            case BELOW -> number < bound;
            case EQUAL -> number == bound;
        };
        return met ? 1 : 0;
    }
}
