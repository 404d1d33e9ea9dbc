package dev.rapport.health.validation;

import dev.rapport.health.estimate.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A figure as it was measured.
 *
 * @param value  over customers, each date once; empty if it cannot be told
 * @param interval  by the bootstrap over customers; empty if too few samples have a value
 * @param byRevenue  the same with each customer weighted with what it paid; empty where that is not known
 */
public record Measured(OptionalDouble value, Optional<Interval> interval, OptionalDouble byRevenue) {

    static final Measured NOTHING = new Measured(OptionalDouble.empty(), Optional.empty(), OptionalDouble.empty());
}
