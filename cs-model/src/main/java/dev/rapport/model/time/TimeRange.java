package dev.rapport.model.time;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A half-open range of time, start inclusive, end exclusive, either of which may be unbounded.
 *
 * <p>An unbounded end is a state of the range, not a far date; it is written as absent.
 */
public final class TimeRange {

    private static final TimeRange ALWAYS = new TimeRange(null, null);

    private final @Nullable Instant start;
    private final @Nullable Instant end;

    private TimeRange(@Nullable Instant start, @Nullable Instant end) {
        if (start != null && end != null && !start.isBefore(end)) {
            throw new IllegalArgumentException(
                    "endExclusive (" + end + ") must be after startInclusive (" + start + ").");
        }
        this.start = start;
        this.end = end;
    }

    /**
     * The range without bounds.
     *
     * @return the range that contains every instant
     */
    public static TimeRange always() {
        return ALWAYS;
    }

    /**
     * A range with both bounds.
     *
     * @param startInclusive  the first instant in the range
     * @param endExclusive  the first instant after the range
     * @return the range
     * @throws IllegalArgumentException if the end is not after the start
     */
    public static TimeRange between(Instant startInclusive, Instant endExclusive) {
        return new TimeRange(
                Objects.requireNonNull(startInclusive, "startInclusive"),
                Objects.requireNonNull(endExclusive, "endExclusive"));
    }

    /**
     * A range without an end.
     *
     * @param startInclusive  the first instant in the range
     * @return the range
     */
    public static TimeRange startingAt(Instant startInclusive) {
        return new TimeRange(Objects.requireNonNull(startInclusive, "startInclusive"), null);
    }

    /**
     * A range without a start.
     *
     * @param endExclusive  the first instant after the range
     * @return the range
     */
    public static TimeRange endingAt(Instant endExclusive) {
        return new TimeRange(null, Objects.requireNonNull(endExclusive, "endExclusive"));
    }

    static @Nullable TimeRange orNullIfEmpty(@Nullable Instant start, @Nullable Instant end) {
        return start != null && end != null && !start.isBefore(end) ? null : new TimeRange(start, end);
    }

    /**
     * The first instant in the range.
     *
     * @return the start, or empty if the range is unbounded there
     */
    public Optional<Instant> startInclusive() {
        return Optional.ofNullable(start);
    }

    /**
     * The first instant after the range.
     *
     * @return the end, or empty if the range is unbounded there
     */
    public Optional<Instant> endExclusive() {
        return Optional.ofNullable(end);
    }

    /**
     * Says whether the range goes on for ever.
     *
     * @return true if there is no end
     */
    public boolean isUnboundedEnd() {
        return end == null;
    }

    /**
     * Says whether an instant lies in the range.
     *
     * @param instant  the instant to look for
     * @return true if it is not before the start and before the end
     */
    public boolean contains(Instant instant) {
        return (start == null || !instant.isBefore(start)) && (end == null || instant.isBefore(end));
    }

    /**
     * Says whether the moment just before an instant lies in the range, which is what a cut as of that instant sees.
     *
     * @param instant  the exclusive end of a cut
     * @return true if the start is before the instant and the end is not
     */
    public boolean containsJustBefore(Instant instant) {
        return (start == null || start.isBefore(instant)) && (end == null || !end.isBefore(instant));
    }

    /**
     * Says whether two ranges share an instant.
     *
     * @param other  the other range
     * @return true if some instant lies in both
     */
    public boolean overlaps(TimeRange other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(TimeRange other) {
        return start == null || other.end == null || start.isBefore(other.end);
    }

    /** The part of this range that lies before the other begins, or null if there is none. */
    @Nullable
    TimeRange before(TimeRange other) {
        if (other.start == null) {
            return null;
        }
        return orNullIfEmpty(start, end == null || other.start.isBefore(end) ? other.start : end);
    }

    /** The part of this range that lies after the other ends, or null if there is none. */
    @Nullable
    TimeRange after(TimeRange other) {
        if (other.end == null) {
            return null;
        }
        return orNullIfEmpty(start == null || start.isBefore(other.end) ? other.end : start, end);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof TimeRange other
                && Objects.equals(start, other.start)
                && Objects.equals(end, other.end);
    }

    @Override
    public int hashCode() {
        return Objects.hash(start, end);
    }

    /** The ISO form {@code start/end}, with {@code ..} for an unbounded side. */
    @Override
    public String toString() {
        return (start == null ? ".." : start) + "/" + (end == null ? ".." : end);
    }
}
