package dev.rapport.health.measure;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import java.util.Optional;

/**
 * That a measure counts what a customer is among others, not what it is by itself. Nothing is relative unless it says so:
 * among others somebody is always last, however good all are.
 *
 * @param within  the attribute whose value the others share, such as {@code segment}; empty for the whole book
 * @param as  what the curve of the measure reads
 * @param minimumCustomers  how many others there must be, at least 2; with fewer the measure lacks data
 */
public record Relative(Optional<String> within, Scale as, int minimumCustomers) {

    /** What a customer is among others. */
    public enum Scale {
        /** The share of them below, those that are equal counted half: 0 for the least, 1 for the greatest. */
        RANK,
        /** How many robust standard deviations above the median, see {@link Population#deviation(double)}. */
        DEVIATION
    }

    /**
     * Checks name and number.
     *
     * @param within  the attribute whose value the others share
     * @param as  what the curve reads
     * @param minimumCustomers  how many others there must be
     */
    public Relative {
        requireNonNull(as, "as");
        if (within.isPresent() && !AttributeKey.isName(within.get())) {
            throw new IllegalArgumentException("within (" + within.get()
                    + ") must be lower-case words of letters and digits, joined by '-' and grouped by '.'.");
        }
        if (minimumCustomers < 2) {
            throw new IllegalArgumentException("minimumCustomers (" + minimumCustomers + ") must be at least 2.");
        }
    }

    /**
     * Relative to the whole book.
     *
     * @param as  what the curve reads
     * @param minimumCustomers  how many customers there must be
     * @return the relation
     */
    public static Relative toAll(Scale as, int minimumCustomers) {
        return new Relative(Optional.empty(), as, minimumCustomers);
    }

    /**
     * Relative to the customers who share the value of an attribute.
     *
     * @param attribute  the attribute, a text
     * @param as  what the curve reads
     * @param minimumCustomers  how many of them there must be
     * @return the relation
     */
    public static Relative within(String attribute, Scale as, int minimumCustomers) {
        return new Relative(Optional.of(attribute), as, minimumCustomers);
    }
}
