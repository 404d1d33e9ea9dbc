package dev.rapport.engagement.lifecycle;

import static java.util.Objects.requireNonNull;

/**
 * What another department than the accountable one does in a stage.
 *
 * @param department  the department's id
 * @param does  what it does, as a clause
 */
public record Part(String department, String does) {

    /**
     * Checks that both are there.
     *
     * @param department  the department's id
     * @param does  what it does
     */
    public Part {
        requireNonNull(department, "department");
        requireNonNull(does, "does");
    }
}
