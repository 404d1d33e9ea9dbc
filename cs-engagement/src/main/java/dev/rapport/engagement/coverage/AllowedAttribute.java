package dev.rapport.engagement.coverage;

import static java.util.Objects.requireNonNull;

/**
 * That an attribute may decide who looks after whom though it is barred otherwise.
 *
 * @param name  the attribute, or the series whose fields are personal
 * @param reason  why that is right
 */
public record AllowedAttribute(String name, String reason) {

    /**
     * Checks that there is a reason.
     *
     * @param name  the attribute
     * @param reason  why, not blank
     * @throws IllegalArgumentException if the reason is blank
     */
    public AllowedAttribute {
        requireNonNull(name, "name");
        if (reason.isBlank()) {
            throw new IllegalArgumentException("reason of " + name + " must not be blank.");
        }
    }
}
