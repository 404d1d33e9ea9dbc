package dev.rapport.engagement.attribution;

/**
 * That a customer counts for nobody in the period, by somebody's word.
 *
 * @param customerId  the customer
 * @param approvedBy  who says so
 * @param reason  why: a risk that was known when it was taken over, a programme that is not counted
 */
public record Exclusion(String customerId, String approvedBy, String reason) {}
