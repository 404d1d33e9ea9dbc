package dev.rapport.health.validation;

import dev.rapport.health.estimate.Interval;
import java.util.Optional;

/**
 * A figure of champion and challenger on the same rows.
 *
 * @param champion  of the one that decides now
 * @param challenger  of the other
 * @param interval  of the difference, challenger less champion, by the bootstrap over customers, both on the same drawn
 *     customers; empty if too few samples have a value
 */
public record Difference(double champion, double challenger, Optional<Interval> interval) {

    /**
     * Says whether the two can be told apart.
     *
     * @return true if 0 lies outside the interval
     */
    public boolean isSure() {
        return interval.map(ends -> ends.low() > 0 || ends.high() < 0).orElse(false);
    }
}
