package dev.rapport.health.simulation;

import dev.rapport.health.HealthOfBook;
import java.util.OptionalDouble;

/**
 * Where a customer stands under a policy.
 *
 * @param score  the score, empty if unknown
 * @param band  the code of the band
 * @param completeness  the share of the score that has data
 */
public record Placing(OptionalDouble score, String band, double completeness) {

    static Placing of(HealthOfBook health, int row) {
        double score = health.score(row);
        return new Placing(
                Double.isNaN(score) ? OptionalDouble.empty() : OptionalDouble.of(score),
                health.band(row),
                health.completeness(row));
    }
}
