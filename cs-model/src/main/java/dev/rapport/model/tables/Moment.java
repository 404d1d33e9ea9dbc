package dev.rapport.model.tables;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time as a table tells it.
 *
 * @param instant  the instant; of a bare date, the start of the day
 * @param day  the date, where no time of the day was told
 */
record Moment(Instant instant, @Nullable LocalDate day) {

    /** What is written {@code ..}: before any time. */
    static final Moment ALWAYS = new Moment(Instant.MIN, null);
}
