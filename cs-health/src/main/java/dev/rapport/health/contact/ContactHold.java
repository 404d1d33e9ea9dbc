package dev.rapport.health.contact;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.measure.AttributeTest;

/**
 * A reason not to ask anybody of an account for now, such as an urgent ticket.
 *
 * @param code  the name of the hold
 * @param when  when it holds; an account of which that is not known is not held
 */
public record ContactHold(String code, AttributeTest when) {

    /**
     * Checks that there is a code.
     *
     * @param code  the name of the hold
     * @param when  when it holds
     */
    public ContactHold {
        if (code.isBlank()) {
            throw new IllegalArgumentException("code must not be blank.");
        }
        requireNonNull(when, "when");
    }
}
