package dev.rapport.model.memory;

import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered to hold: a value, since when, and what held before it.
 *
 * @param value  the value
 * @param since  since when it holds without a break
 * @param before  the value that held before, empty if none is remembered
 */
public record Standing(String value, Instant since, Optional<String> before) {

    /**
     * What stands after a further decision.
     *
     * @param decided  the value that was decided
     * @param at  from when it holds
     * @return this standing if the value is the same; else the new value from then on, with this one before it
     */
    public Standing then(String decided, Instant at) {
        return value.equals(decided) ? this : new Standing(decided, at, Optional.of(value));
    }

    /**
     * What stands after the first decision that is remembered.
     *
     * @param decided  the value that was decided
     * @param at  from when it holds
     * @return the standing, with nothing before it
     */
    public static Standing first(String decided, Instant at) {
        return new Standing(decided, at, Optional.empty());
    }
}
