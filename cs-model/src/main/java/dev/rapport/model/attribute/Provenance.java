package dev.rapport.model.attribute;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a value comes from and since when it holds.
 *
 * @param validFrom  when it became true, empty if the source does not tell
 * @param recordedAt  when it became known, empty if the source does not tell
 * @param source  what it was read from: a file and line, a derivation's name, a policy
 */
public record Provenance(Optional<Instant> validFrom, Optional<Instant> recordedAt, String source) {

    /**
     * A provenance without times.
     *
     * @param source  what the value was read from
     * @return the provenance
     */
    public static Provenance of(String source) {
        return new Provenance(Optional.empty(), Optional.empty(), source);
    }
}
