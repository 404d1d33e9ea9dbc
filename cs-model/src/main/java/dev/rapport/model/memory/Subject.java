package dev.rapport.model.memory;

import static java.util.Objects.requireNonNull;

/**
 * What a decision was about: one aspect of one customer under one policy.
 *
 * @param customerId  the customer
 * @param policyId  the policy, through all its revisions
 * @param aspect  what was decided: {@code band}, {@code tier}, {@code override}
 */
public record Subject(String customerId, String policyId, String aspect) implements Comparable<Subject> {

    /**
     * Checks that all parts are said.
     *
     * @param customerId  the customer
     * @param policyId  the policy
     * @param aspect  what was decided
     * @throws IllegalArgumentException if one of them is blank
     */
    public Subject {
        check("customerId", customerId);
        check("policyId", policyId);
        check("aspect", aspect);
    }

    private static void check(String name, String value) {
        if (requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank.");
        }
    }

    /** Compares by customer, then policy, then aspect. */
    @Override
    public int compareTo(Subject other) {
        int order = customerId.compareTo(other.customerId);
        order = order != 0 ? order : policyId.compareTo(other.policyId);
        return order != 0 ? order : aspect.compareTo(other.aspect);
    }
}
