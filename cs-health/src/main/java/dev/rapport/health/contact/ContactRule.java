package dev.rapport.health.contact;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How often may be asked.
 *
 * @param code  the name of the rule
 * @param questions  which questions count
 * @param limit  how many are allowed
 */
public record ContactRule(String code, Questions questions, Limit limit) {

    /**
     * Checks that there is a code.
     *
     * @param code  the name of the rule
     * @param questions  which questions count
     * @param limit  how many are allowed
     */
    public ContactRule {
        if (code.isBlank()) {
            throw new IllegalArgumentException("code must not be blank.");
        }
        requireNonNull(questions, "questions");
        requireNonNull(limit, "limit");
    }

    /**
     * Which questions count.
     *
     * @param scope  those to the person or those to the account
     * @param instruments  only those of these instruments, and only when one of these is to be asked; all if empty
     */
    public record Questions(ContactScope scope, Set<String> instruments) {

        /**
         * Copies the instruments, keeping their order.
         *
         * @param scope  those to the person or those to the account
         * @param instruments  only those of these instruments
         */
        public Questions {
            requireNonNull(scope, "scope");
            instruments = Collections.unmodifiableSet(new LinkedHashSet<>(instruments));
        }

        /**
         * All questions of a scope: a global limit.
         *
         * @param scope  those to the person or those to the account
         * @return the questions
         */
        public static Questions all(ContactScope scope) {
            return new Questions(scope, Set.of());
        }

        boolean include(String instrument) {
            return instruments.isEmpty() || instruments.contains(instrument);
        }
    }

    /**
     * So many in so many days.
     *
     * @param atMost  how many questions
     * @param days  in how many days, that of the question included
     */
    public record Limit(int atMost, int days) {

        /**
         * Checks both.
         *
         * @param atMost  at least 1
         * @param days  at least 1
         */
        public Limit {
            if (atMost < 1 || days < 1) {
                throw new IllegalArgumentException(
                        "atMost (" + atMost + ") and days (" + days + ") must be at least 1.");
            }
        }
    }
}
