package dev.rapport.engagement.coverage;

/**
 * A customer for whom nobody was found.
 *
 * @param customerId  the id of the customer
 * @param reason  why nobody was found
 */
public record Unplaced(String customerId, String reason) {}
