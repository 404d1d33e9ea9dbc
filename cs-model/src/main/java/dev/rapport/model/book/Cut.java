package dev.rapport.model.book;

import dev.rapport.model.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;

/**
 * Where facts are cut, and in which zone their bare dates begin.
 *
 * @param asOf  the instant everything is as of
 * @param zone  the zone of bare dates
 */
public record Cut(AsOf asOf, ZoneId zone) {

    /**
     * The instant that a host's date or time means.
     *
     * @param time  a {@link LocalDate} (the start of that day), {@link LocalDateTime}, {@link Instant}, {@link
     *     OffsetDateTime} or {@link ZonedDateTime}
     * @return the instant
     * @throws IllegalArgumentException for any other class
     */
    public Instant instantOf(Temporal time) {
        if (time instanceof Instant instant) {
            return instant;
        }
        if (time instanceof LocalDate date) {
            return date.atStartOfDay(zone).toInstant();
        }
        if (time instanceof LocalDateTime dateTime) {
            return dateTime.atZone(zone).toInstant();
        }
        if (time instanceof OffsetDateTime dateTime) {
            return dateTime.toInstant();
        }
        if (time instanceof ZonedDateTime dateTime) {
            return dateTime.toInstant();
        }
        throw new IllegalArgumentException(
                "time (" + time + ") must be a LocalDate, LocalDateTime, Instant, OffsetDateTime or ZonedDateTime.");
    }

    /**
     * Says whether something that begins at a time is seen, where nothing tells when it became known: then it counts as
     * known when it began.
     *
     * @param time  when it begins
     * @return true if it begins before both ends of the cut
     */
    public boolean sees(Temporal time) {
        Instant instant = instantOf(time);
        return asOf.sees(instant, instant);
    }
}
