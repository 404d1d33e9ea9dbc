package dev.rapport.model.attribute;

import dev.rapport.model.time.AsOf;

/** Thrown when a view is asked for an attribute that must be there and is not. */
public final class MissingAttributeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String customerId;
    private final String attribute;

    MissingAttributeException(String customerId, AttributeKey<?> key, AsOf asOf, String reason) {
        super("attribute (" + key + ") of customer (" + customerId + ") as of " + asOf.validAt() + ": " + reason + ".");
        this.customerId = customerId;
        this.attribute = key.name();
    }

    /**
     * The customer that was asked.
     *
     * @return the customer's id
     */
    public String customerId() {
        return customerId;
    }

    /**
     * The attribute that was asked for.
     *
     * @return the attribute's name
     */
    public String attribute() {
        return attribute;
    }
}
