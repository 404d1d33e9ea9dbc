package dev.rapport.segmentation.membership;

import static java.util.Objects.requireNonNull;

import dev.rapport.segmentation.segment.Segment;
import java.util.List;
import java.util.Optional;

/** Where a customer was and is, and why. Immutable. */
public final class Move {

    /** What became of a customer's membership. */
    public enum Kind {
        /** It is in the segment where it was, or in none as before. */
        STAYED,
        /** It is in another segment. */
        MOVED,
        /** It had no segment, or was no customer. */
        ENTERED,
        /** It has no segment any more, or is no customer. */
        LEFT
    }

    private final String customerId;
    private final Optional<Segment> from;
    private final Optional<Segment> to;
    private final String reason;
    private final List<Cause> causes;

    Move(String customerId, Optional<Segment> from, Optional<Segment> to, String reason, List<Cause> causes) {
        this.customerId = requireNonNull(customerId, "customerId");
        this.from = from;
        this.to = to;
        this.reason = reason;
        this.causes = List.copyOf(causes);
    }

    /**
     * The customer.
     *
     * @return the id
     */
    public String customerId() {
        return customerId;
    }

    /**
     * Where it was.
     *
     * @return the segment, or empty
     */
    public Optional<Segment> from() {
        return from;
    }

    /**
     * Where it is.
     *
     * @return the segment, or empty
     */
    public Optional<Segment> to() {
        return to;
    }

    /**
     * What became of the membership.
     *
     * @return the kind
     */
    public Kind kind() {
        if (isSame(from, to)) {
            return Kind.STAYED;
        }
        return from.isEmpty() ? Kind.ENTERED : to.isEmpty() ? Kind.LEFT : Kind.MOVED;
    }

    /**
     * Why, in words.
     *
     * @return the reason; of those who stayed, what holds them if something does, else empty
     */
    public String reason() {
        return reason;
    }

    /**
     * What has changed of what the segments rest on.
     *
     * @return the attributes, sorted by name; none of those who stayed
     */
    public List<Cause> causes() {
        return causes;
    }

    /** Segments are the same by their ids: one that is described in other words has not changed. */
    static boolean isSame(Optional<Segment> from, Optional<Segment> to) {
        return from.map(Segment::id).equals(to.map(Segment::id));
    }

    /** Who moved from where to where. */
    @Override
    public String toString() {
        return customerId + ": " + from.map(Segment::id).orElse("none") + " -> "
                + to.map(Segment::id).orElse("none");
    }
}
