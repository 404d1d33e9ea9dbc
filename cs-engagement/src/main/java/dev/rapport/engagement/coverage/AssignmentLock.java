package dev.rapport.engagement.coverage;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * That a customer is not to be moved.
 *
 * @param customerId  the customer
 * @param memberId  who has to look after it; empty for whoever does now
 * @param reason  why
 */
public record AssignmentLock(String customerId, Optional<String> memberId, String reason) {

    /**
     * Checks that it is all there.
     *
     * @param customerId  the customer
     * @param memberId  who has to look after it
     * @param reason  why
     */
    public AssignmentLock {
        requireNonNull(customerId, "customerId");
        requireNonNull(memberId, "memberId");
        requireNonNull(reason, "reason");
    }
}
