package dev.rapport.segmentation.condition;

import dev.rapport.model.decision.NumberRange;
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

    /** The numbers that meet it. */
    NumberRange range(double bound) {
        return switch (this) {
            case AT_LEAST -> NumberRange.atLeast(bound);
            case ABOVE -> NumberRange.above(bound);
            case AT_MOST -> NumberRange.atMost(bound);
            case BELOW -> NumberRange.below(bound);
            case EQUAL -> new NumberRange(bound, bound);
        };
    }
}
