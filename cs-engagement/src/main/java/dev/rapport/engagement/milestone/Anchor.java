package dev.rapport.engagement.milestone;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A day that milestones are reckoned from: the end of a term, a notice deadline, a date of the customer. The day is the
 * anchor's version; when it moves, occurrences of the old day are superseded. Immutable.
 */
public final class Anchor {

    private final String id;
    private final LocalDate date;
    private final @Nullable String handled;
    private final @Nullable Instant knownSince;
    private final @Nullable String because;

    private Anchor(
            String id,
            LocalDate date,
            @Nullable String handled,
            @Nullable Instant knownSince,
            @Nullable String because) {
        this.id = requireNonNull(id, "id");
        this.date = requireNonNull(date, "date");
        this.handled = handled;
        this.knownSince = knownSince;
        this.because = because;
    }

    /**
     * An anchor about which something is to be done.
     *
     * @param id  what it belongs to, such as a contract; stays when the day moves
     * @param date  the day
     * @return the anchor
     */
    public static Anchor of(String id, LocalDate date) {
        return new Anchor(id, date, null, null, null);
    }

    /**
     * This anchor when there is nothing left to do about it.
     *
     * @param reason  what was done, as a clause: {@code notice was given on 2026-03-01}
     * @return the anchor, whose open occurrences are then already handled
     */
    public Anchor handled(String reason) {
        return new Anchor(id, date, requireNonNull(reason, "reason"), knownSince, because);
    }

    /**
     * This anchor with when its day became known, for the reasons of occurrences that came too late.
     *
     * @param recordedAt  when it became known
     * @return the anchor
     */
    public Anchor knownSince(Instant recordedAt) {
        return new Anchor(id, date, handled, requireNonNull(recordedAt, "recordedAt"), because);
    }

    /**
     * This anchor with why it lies on its day, for the reasons of what is planned and due. It is no part of what an
     * occurrence is identified by.
     *
     * @param reason  what the day rests on, as a clause: {@code the last contact with a sponsor was on 2026-03-01}
     * @return the anchor
     */
    public Anchor because(String reason) {
        return new Anchor(id, date, handled, knownSince, requireNonNull(reason, "reason"));
    }

    /**
     * What it belongs to.
     *
     * @return the id
     */
    public String id() {
        return id;
    }

    /**
     * The day.
     *
     * @return the date
     */
    public LocalDate date() {
        return date;
    }

    /**
     * What was done about it already.
     *
     * @return a clause, empty while something is to be done
     */
    public Optional<String> handled() {
        return Optional.ofNullable(handled);
    }

    /**
     * When its day became known.
     *
     * @return the recording time, or empty where the source does not tell
     */
    public Optional<Instant> knownSince() {
        return Optional.ofNullable(knownSince);
    }

    /**
     * Why it lies on its day.
     *
     * @return a clause, empty where the day speaks for itself
     */
    public Optional<String> because() {
        return Optional.ofNullable(because);
    }

    @Override
    public String toString() {
        return id + " " + date;
    }
}
