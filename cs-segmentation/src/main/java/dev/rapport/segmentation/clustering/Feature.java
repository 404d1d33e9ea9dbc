package dev.rapport.segmentation.clustering;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.AttributeKind;

/**
 * An attribute that customers are compared by: a number, an amount of money or a yes (1) or no (0) by its difference, a
 * text by being the same or not.
 *
 * @param key  the attribute, neither a date nor a set of texts
 */
public record Feature(AttributeKey<?> key) {

    /**
     * Checks the kind.
     *
     * @param key  the attribute
     * @throws IllegalArgumentException if it is a date or a set of texts
     */
    public Feature {
        if (key.kind() == AttributeKind.DATE || key.kind() == AttributeKind.TEXT_SET) {
            throw new IllegalArgumentException("attribute (" + key
                    + ") must be a number, an amount of money, a yes or no, or a text to compare customers by.\n"
                    + "Maybe derive the days since the date, or a number of the set.");
        }
    }

    /**
     * Says whether customers are compared by being the same.
     *
     * @return true for texts
     */
    public boolean isCategory() {
        return key.kind() == AttributeKind.TEXT;
    }

    /** The name of the attribute. */
    @Override
    public String toString() {
        return key.name();
    }
}
