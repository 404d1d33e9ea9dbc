package dev.rapport.health.churn;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;

/**
 * An attribute that a model reads.
 *
 * @param key  the attribute: a number, an amount of money, a yes or no, or a text
 * @param scale  how a number enters; plain for the others
 */
public record Feature(AttributeKey<?> key, Scale scale) {

    /** How a number enters a model. */
    public enum Scale {
        /** As it is. */
        PLAIN,
        /** By its logarithm, {@code sign(x) log(1 + |x|)}: for amounts that spread over orders of magnitude. */
        LOGARITHMIC
    }

    /**
     * Checks the kind.
     *
     * @param key  the attribute
     * @param scale  how a number enters
     */
    public Feature {
        requireNonNull(scale, "scale");
        AttributeKind kind = key.kind();
        if (kind == AttributeKind.DATE || kind == AttributeKind.TEXT_SET) {
            throw new IllegalArgumentException("feature (" + key
                    + ") must be a number, money, a boolean or a text, was " + kind + ".\n"
                    + "Maybe derive a number from it, such as the days since a date or the size of a set.");
        }
        if (scale == Scale.LOGARITHMIC && kind != AttributeKind.NUMBER && kind != AttributeKind.MONEY) {
            throw new IllegalArgumentException("feature (" + key + ") must be a number or money to be logarithmic.");
        }
    }

    /**
     * An attribute as it is.
     *
     * @param key  the attribute
     * @return the feature
     */
    public static Feature of(AttributeKey<?> key) {
        return new Feature(key, Scale.PLAIN);
    }

    /**
     * A number or amount by its logarithm.
     *
     * @param key  the attribute
     * @return the feature
     */
    public static Feature logarithmOf(AttributeKey<?> key) {
        return new Feature(key, Scale.LOGARITHMIC);
    }

    double scaled(double number) {
        return scale == Scale.PLAIN ? number : Math.copySign(StrictMath.log1p(Math.abs(number)), number);
    }

    String columnName() {
        return scale == Scale.PLAIN ? key.name() : "log(" + key.name() + ")";
    }
}
