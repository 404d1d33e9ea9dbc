package dev.rapport.engagement.lifecycle;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/**
 * An earlier version of a life cycle: who began then went through the stages as they were.
 *
 * @param revision  what it was called
 * @param from  the first day on which customers began under it
 */
public record CycleVersion(String revision, LocalDate from) {

    /**
     * Checks that both are there.
     *
     * @param revision  what it was called
     * @param from  the first day
     */
    public CycleVersion {
        requireNonNull(revision, "revision");
        requireNonNull(from, "from");
    }
}
