package dev.rapport.health.trend;

import dev.rapport.model.time.AsOf;
import java.util.OptionalDouble;

/** Where a customer's score is going, between two evaluation dates. Immutable. */
public final class Trend {

    /** Which way. */
    public enum Direction {
        /** The score rose by more than the noise floor. */
        RISING,
        /** The score fell by more than the noise floor. */
        FALLING,
        /** The score changed by no more than the noise floor. */
        STEADY,
        /** The score is not known at one of the two dates. */
        UNKNOWN
    }

    /** A change of just the floor must not count as one for the last bits of a score. */
    private static final double ROUNDING = 1e-9;

    private final AsOf from;
    private final AsOf to;
    private final double before;
    private final double after;
    private final double noiseFloor;

    Trend(AsOf from, AsOf to, double before, double after, double noiseFloor) {
        this.from = from;
        this.to = to;
        this.before = before;
        this.after = after;
        this.noiseFloor = noiseFloor;
    }

    /**
     * The earlier date.
     *
     * @return the cut
     */
    public AsOf from() {
        return from;
    }

    /**
     * The later date.
     *
     * @return the cut
     */
    public AsOf to() {
        return to;
    }

    /**
     * The score at the earlier date, as it was computed.
     *
     * @return 0 to 100; empty if unknown
     */
    public OptionalDouble before() {
        return known(before);
    }

    /**
     * The score at the later date, as it was computed.
     *
     * @return 0 to 100; empty if unknown
     */
    public OptionalDouble after() {
        return known(after);
    }

    /**
     * How far the score moved.
     *
     * @return the later score less the earlier one; empty if one is unknown
     */
    public OptionalDouble points() {
        return known(after - before);
    }

    /**
     * The change up to which the score counts as steady.
     *
     * @return points, at least 0
     */
    public double noiseFloor() {
        return noiseFloor;
    }

    /**
     * Which way the score is going.
     *
     * @return the direction
     */
    public Direction direction() {
        double points = after - before;
        if (Double.isNaN(points)) {
            return Direction.UNKNOWN;
        }
        if (Math.abs(points) <= noiseFloor + ROUNDING) {
            return Direction.STEADY;
        }
        return points > 0 ? Direction.RISING : Direction.FALLING;
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The direction and both scores; for readers of logs. */
    @Override
    public String toString() {
        return direction() + " " + before + " -> " + after;
    }
}
