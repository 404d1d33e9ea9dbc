package dev.rapport.model.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The instant a question is asked as of: what was true before {@code validAt}, as far as it was known before {@code
 * knownAt}.
 *
 * <p>Both are exclusive ends, like the end of every range in this library: a question as of the start of 1 July sees all
 * of 30 June and nothing of 1 July. A bare date therefore means the start of the next day in a stated zone, see {@link
 * #endOf(LocalDate, ZoneId)}.
 *
 * @param validAt  the end, exclusive, of the business time that is seen
 * @param knownAt  the end, exclusive, of the recording time that is seen
 */
public record AsOf(Instant validAt, Instant knownAt) {

    /**
     * The everyday question: what was true at an instant, as known at that instant.
     *
     * @param instant  both the valid and the known instant
     * @return the cut at that instant
     */
    public static AsOf of(Instant instant) {
        return new AsOf(instant, instant);
    }

    /**
     * The end of a day: the start of the next day in a zone, for both times.
     *
     * @param date  the last day that is seen completely
     * @param zone  the zone in which the day ends
     * @return the cut at the end of that day
     */
    public static AsOf endOf(LocalDate date, ZoneId zone) {
        return of(date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /**
     * The same business time, looked at with later or earlier knowledge.
     *
     * @param newKnownAt  the end, exclusive, of the recording time that is seen
     * @return the cut with the other recording time
     */
    public AsOf knownAt(Instant newKnownAt) {
        return new AsOf(validAt, newKnownAt);
    }

    /**
     * The last day of which anything is seen: the day before, when {@code validAt} is a start of day.
     *
     * @param zone  the zone in which days begin
     * @return the date that a day count ("30 days to renewal") starts from
     */
    public LocalDate date(ZoneId zone) {
        return LocalDate.ofInstant(validAt.minusNanos(1), zone);
    }

    /**
     * Says whether something that happened and was recorded at these instants is seen.
     *
     * @param occurredAt  when it happened
     * @param recordedAt  when it became known
     * @return true if both lie before the ends of this cut
     */
    public boolean sees(Instant occurredAt, Instant recordedAt) {
        return occurredAt.isBefore(validAt) && recordedAt.isBefore(knownAt);
    }
}
