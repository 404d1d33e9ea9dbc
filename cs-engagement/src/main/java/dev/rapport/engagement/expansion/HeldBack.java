package dev.rapport.engagement.expansion;

import org.joda.money.Money;

/**
 * What there is evidence for, and is not offered.
 *
 * @param customerId  the customer
 * @param cause  the id of the cause
 * @param arr  what it would bring a year
 * @param why  what holds it back
 * @param words  the same in words
 */
public record HeldBack(String customerId, String cause, Money arr, Why why, String words) {

    /** What holds an opportunity back. */
    public enum Why {
        /** The customer refused lately. */
        REFUSED,
        /** The customer does not meet the gate, such as a least health. */
        GATE,
        /** Whether the customer meets the gate is not known. */
        NOT_KNOWN
    }
}
