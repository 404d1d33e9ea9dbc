package dev.rapport.engagement;

/**
 * What could not be done for one customer. The others are not affected.
 *
 * @param customerId  the customer
 * @param reason  what went wrong, as a sentence
 */
public record CustomerFailure(String customerId, String reason) {

    /**
     * The failure that an exception stands for.
     *
     * @param customerId  the customer
     * @param exception  what was thrown while the customer was looked at
     * @return the failure
     */
    public static CustomerFailure of(String customerId, RuntimeException exception) {
        String message = exception.getMessage();
        return new CustomerFailure(
                customerId, message == null ? exception.getClass().getSimpleName() : message);
    }
}
