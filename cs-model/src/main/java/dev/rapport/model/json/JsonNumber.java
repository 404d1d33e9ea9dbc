package dev.rapport.model.json;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.problem.Location;
import dev.rapport.model.problem.Quote;
import java.math.BigDecimal;

/**
 * A number as it was written: at most 1,000 characters long and of a magnitude between 1e-400 and 1e400, so that no
 * few characters of a document can make a number of gigabytes. NaN and infinity are no JSON numbers.
 *
 * @param location where it begins
 * @param literal the number as written, such as {@code 0.30} or {@code -1.5e3}
 */
public record JsonNumber(Location location, String literal) implements JsonValue {

    static final int LONGEST = 1_000;
    static final int LARGEST_EXPONENT = 400;

    /**
     * Checks the literal.
     *
     * @param location where it begins
     * @param literal the number as written
     * @throws IllegalArgumentException if it is no number, or too long, too large or too small to be kept
     */
    public JsonNumber {
        requireNonNull(location, "location");
        if (!isWithinBounds(literal)) {
            throw new IllegalArgumentException(
                    "literal must be a number of bounded length and magnitude, was " + Quote.text(literal));
        }
    }

    static boolean isWithinBounds(String literal) {
        if (literal.length() > LONGEST) {
            return false;
        }
        try {
            BigDecimal decimal = new BigDecimal(literal);
            long exponent = (long) decimal.precision() - decimal.scale() - 1;
            return Math.abs(exponent) <= LARGEST_EXPONENT;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /**
     * The number, exactly.
     *
     * @return its value with the decimals as written
     */
    public BigDecimal toDecimal() {
        return new BigDecimal(literal);
    }

    /**
     * The nearest double. Infinite if the number is beyond the largest one; minus zero for {@code -0.0}.
     *
     * @return the correctly rounded value
     */
    public double toDouble() {
        return Double.parseDouble(literal);
    }

    @Override
    public String describe() {
        return "number " + Quote.bare(literal);
    }
}
