package dev.rapport.engagement.page;

import java.util.Optional;

/** Where the pages are that a plan's page leads to. A host that writes customers' pages alone names these with a lambda. */
@FunctionalInterface
public interface PlanLinks {

    /**
     * Where the page of a customer is.
     *
     * @param customerId  the customer's id
     * @return the way there
     */
    String customer(String customerId);

    /**
     * Where the digest of a department is.
     *
     * @param department  the department's id
     * @return the way there; empty if there is none
     */
    default Optional<String> digest(String department) {
        return Optional.empty();
    }

    /**
     * Where it says what became of what a customer said.
     *
     * @param customerId  the customer's id
     * @return the way there; empty if there is none
     */
    default Optional<String> youSaid(String customerId) {
        return Optional.empty();
    }
}
