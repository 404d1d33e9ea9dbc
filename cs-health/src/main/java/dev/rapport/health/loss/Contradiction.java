package dev.rapport.health.loss;

/**
 * Two things that are said or known of a customer and cannot both be right. Told, not resolved.
 *
 * @param customerId  the customer
 * @param kind  what contradicts what
 * @param text  the two, in words
 */
public record Contradiction(String customerId, Kind kind, String text) {

    /** What contradicts what. */
    public enum Kind {
        /** Nothing but the word speaks for what was said, and something speaks for another cause. */
        STATED_AGAINST_EVIDENCE,
        /** The customer is said to have decided, and invoices were not paid. */
        INVOLUNTARY_COUNTED_AS_VOLUNTARY,
        /** The customer is said to be lost, and a contract runs on. */
        CHURNED_BUT_IN_FORCE,
        /** The customer is lost, and nobody recorded why. */
        LOST_WITHOUT_REASON
    }
}
