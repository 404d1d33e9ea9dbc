package dev.rapport.segmentation.list;

import static java.util.Objects.requireNonNull;

import dev.rapport.segmentation.segment.Segment;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** That a customer is in a segment because somebody says so, for a time. Immutable. */
public final class Listing {

    private final String customerId;
    private final String segmentId;
    private final String owner;
    private final String reason;
    private final LocalDate from;
    private final LocalDate until;

    private Listing(String customerId, String segmentId, String owner, String reason, LocalDate from, LocalDate until) {
        this.customerId = notBlank("customerId", customerId);
        this.segmentId = Segment.of(segmentId).id();
        this.owner = notBlank("owner", owner);
        this.reason = notBlank("reason", reason);
        this.from = requireNonNull(from, "from");
        this.until = requireNonNull(until, "until");
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("until (" + until + ") must be after from (" + from
                    + "): it is the first day on which the listing no longer holds.");
        }
    }

    private static String notBlank(String name, String value) {
        if (requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank.");
        }
        return value;
    }

    /**
     * A listing. It must expire: one that is to stand is renewed by its owner.
     *
     * @param customerId  the customer
     * @param segmentId  the segment
     * @param owner  who answers for it
     * @param reason  why
     * @param from  the first day on which it holds
     * @param until  the first day on which it no longer holds
     * @return the listing
     * @throws IllegalArgumentException if a text is blank or the listing ends before it begins
     */
    public static Listing of(
            String customerId, String segmentId, String owner, String reason, LocalDate from, LocalDate until) {
        return new Listing(customerId, segmentId, owner, reason, from, until);
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
     * The segment.
     *
     * @return the id
     */
    public String segmentId() {
        return segmentId;
    }

    /**
     * Who answers for it.
     *
     * @return the owner
     */
    public String owner() {
        return owner;
    }

    /**
     * Why.
     *
     * @return the reason
     */
    public String reason() {
        return reason;
    }

    /**
     * Since when it holds.
     *
     * @return the first day
     */
    public LocalDate from() {
        return from;
    }

    /**
     * When it expires.
     *
     * @return the first day on which it no longer holds
     */
    public LocalDate until() {
        return until;
    }

    /**
     * Says whether it holds on a day.
     *
     * @param day  the day
     * @return true from the first day on until it expires
     */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    boolean overlaps(Listing other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Listing other
                && customerId.equals(other.customerId)
                && segmentId.equals(other.segmentId)
                && owner.equals(other.owner)
                && reason.equals(other.reason)
                && from.equals(other.from)
                && until.equals(other.until);
    }

    @Override
    public int hashCode() {
        return Objects.hash(customerId, segmentId, owner, reason, from, until);
    }

    /** Who is listed where, for how long. */
    @Override
    public String toString() {
        return customerId + " in " + segmentId + " from " + from + " until " + until;
    }
}
