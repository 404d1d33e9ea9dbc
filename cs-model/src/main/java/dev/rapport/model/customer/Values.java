package dev.rapport.model.customer;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.attribute.AttributeKey;

/** The rules that values keep, whoever hands them over. */
final class Values {

    private Values() {}

    static void check(AttributeKey<?> key, Object value) {
        requireNonNull(value, "value");
        if (!key.kind().type().isInstance(value)) {
            throw new IllegalArgumentException("value (" + value + ") of " + key + " must be a "
                    + key.kind().name().toLowerCase(java.util.Locale.ROOT) + ".");
        }
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw new IllegalArgumentException("value (" + value + ") of " + key + " must be finite.\n"
                    + "Maybe leave it out: a missing value is handled by each policy.");
        }
    }
}
