package dev.rapport.model.memory;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One record of what was decided: the value that a subject had from an instant on, and when that was recorded.
 *
 * <p>Records are never changed or removed. What was decided wrongly is decided again: of two records that hold from the
 * same instant, the one recorded later counts. Immutable.
 */
public final class Remembered implements Comparable<Remembered> {

    private static final Comparator<Remembered> ORDER = Comparator.comparing(Remembered::subject)
            .thenComparing(Remembered::validFrom)
            .thenComparing(Remembered::recordedAt)
            .thenComparing(Remembered::value);

    private final Subject subject;
    private final String value;
    private final Instant validFrom;
    private final Instant recordedAt;

    private Remembered(Subject subject, String value, Instant validFrom, Instant recordedAt) {
        this.subject = requireNonNull(subject, "subject");
        this.value = requireNonNull(value, "value");
        this.validFrom = requireNonNull(validFrom, "validFrom");
        this.recordedAt = requireNonNull(recordedAt, "recordedAt");
    }

    /**
     * A record.
     *
     * @param subject  what the decision was about
     * @param value  what was decided, as text
     * @param validFrom  since when it holds
     * @param recordedAt  when it was recorded
     * @return the record
     */
    public static Remembered of(Subject subject, String value, Instant validFrom, Instant recordedAt) {
        return new Remembered(subject, value, validFrom, recordedAt);
    }

    /**
     * The record of what a cut decided: it holds from the end of the business time that the cut sees, and counts as
     * recorded at the end of what the cut knows, so that only later cuts see it.
     *
     * @param subject  what the decision was about
     * @param value  what was decided, as text
     * @param asOf  the cut that it was decided as of
     * @return the record
     */
    public static Remembered decidedAt(Subject subject, String value, AsOf asOf) {
        return new Remembered(subject, value, asOf.validAt(), asOf.knownAt());
    }

    /**
     * What the decision was about.
     *
     * @return customer, policy and aspect
     */
    public Subject subject() {
        return subject;
    }

    /**
     * What was decided.
     *
     * @return the value as text
     */
    public String value() {
        return value;
    }

    /**
     * Since when it holds.
     *
     * @return the first instant
     */
    public Instant validFrom() {
        return validFrom;
    }

    /**
     * When it was recorded.
     *
     * @return the instant
     */
    public Instant recordedAt() {
        return recordedAt;
    }

    /**
     * Says whether a cut sees this record.
     *
     * @param asOf  the cut
     * @return true if it holds and was recorded before the ends of the cut
     */
    public boolean isSeenBy(AsOf asOf) {
        return asOf.sees(validFrom, recordedAt);
    }

    /** Compares by subject, then since when they hold, then when they were recorded, then value. */
    @Override
    public int compareTo(Remembered other) {
        return ORDER.compare(this, other);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof Remembered other
                && subject.equals(other.subject)
                && value.equals(other.value)
                && validFrom.equals(other.validFrom)
                && recordedAt.equals(other.recordedAt);
    }

    @Override
    public int hashCode() {
        return Objects.hash(subject, value, validFrom, recordedAt);
    }

    /** Subject, value and both times; for readers of logs. */
    @Override
    public String toString() {
        return subject.customerId() + " " + subject.policyId() + " " + subject.aspect() + " = " + value + " from "
                + validFrom + ", recorded " + recordedAt;
    }
}
