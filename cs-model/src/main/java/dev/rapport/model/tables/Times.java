package dev.rapport.model.tables;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads dates and times in the formats of one table, strictly: 29 February is no day of 2025. */
final class Times {

    static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
    static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    /** Of what is not a time of the business, such as a birthday or the foundation of a company. */
    static final LocalDate LONG_AGO = LocalDate.of(1000, 1, 1);

    /** What is read where nothing is said. */
    static final List<String> ISO =
            List.of("uuuu-MM-dd", "uuuu-MM-dd['T'][' ']HH:mm[:ss][.SSSSSSSSS][.SSSSSS][.SSS][XXX]");

    private final ZoneId zone;
    private final List<DateTimeFormatter> formatters = new ArrayList<>();
    private final List<String> patterns;

    Times(ZoneId zone, List<String> patterns) {
        this.zone = zone;
        this.patterns = patterns;
        (patterns.isEmpty() ? ISO : patterns).forEach(pattern -> formatters.add(formatter(pattern)));
    }

    static DateTimeFormatter formatter(String pattern) {
        try {
            return new DateTimeFormatterBuilder()
                    .parseCaseInsensitive()
                    .appendPattern(proleptic(pattern))
                    .toFormatter(Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "date pattern (" + pattern + ") must be one such as dd.MM.yyyy or MM/dd/yyyy HH:mm.", e);
        }
    }

    /** Strict formatters want the year that needs no era; everybody writes the other one. */
    private static String proleptic(String pattern) {
        StringBuilder text = new StringBuilder(pattern);
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '\'';
            if (!quoted && text.charAt(i) == 'y') {
                text.setCharAt(i, 'u');
            }
        }
        return text.toString();
    }

    /** The date, or the refusal. */
    Object date(String text, LocalDate earliest) {
        Object found = parse(text, ResolverStyle.STRICT);
        if (found == null) {
            return unreadable(text, "a date");
        }
        LocalDate date = found instanceof LocalDate day
                ? day
                : found instanceof LocalDateTime time
                        ? time.toLocalDate()
                        : LocalDate.ofInstant(((OffsetDateTime) found).toInstant(), zone);
        return isBetween(date, earliest) ? date : outside(date, earliest);
    }

    /** The moment, or the refusal. */
    Object moment(String text) {
        Object found = parse(text, ResolverStyle.STRICT);
        if (found == null) {
            return unreadable(text, "a date or time");
        }
        Instant instant;
        LocalDate date;
        if (found instanceof LocalDate day) {
            date = day;
            instant = day.atStartOfDay(zone).toInstant();
        } else {
            instant = found instanceof LocalDateTime time
                    ? time.atZone(zone).toInstant()
                    : ((OffsetDateTime) found).toInstant();
            date = LocalDate.ofInstant(instant, zone);
        }
        return isBetween(date, EARLIEST)
                ? new Moment(instant, found instanceof LocalDate ? date : null)
                : outside(date, EARLIEST);
    }

    private static boolean isBetween(LocalDate date, LocalDate earliest) {
        return !date.isBefore(earliest) && !date.isAfter(LATEST);
    }

    private static Refusal outside(LocalDate date, LocalDate earliest) {
        Refusal refusal = Refusal.of("date-out-of-range", "must lie from " + earliest + " to " + LATEST);
        return date.isAfter(LATEST)
                ? refusal.advice("Maybe it stands for no end: translate it to nothing in book.json, under \"values\"")
                : refusal;
    }

    private Refusal unreadable(String text, String what) {
        if (parse(text, ResolverStyle.LENIENT) != null) {
            return Refusal.of("no-such-day", "names a day or time that does not exist");
        }
        return patterns.isEmpty()
                ? Refusal.of("not-a-date", "must be " + what + " such as 2026-03-31")
                        .advice("Maybe say in book.json how dates are written: \"dates\": [\"dd.MM.yyyy\"]")
                : Refusal.of("not-a-date", "must be " + what + " written as " + String.join(" or ", patterns));
    }

    /** A LocalDate, LocalDateTime or OffsetDateTime, or null. */
    private @Nullable Object parse(String text, ResolverStyle style) {
        Object usual = patterns.isEmpty() ? IsoText.parse(text) : null;
        if (usual != null) {
            return usual;
        }
        for (DateTimeFormatter formatter : formatters) {
            Object found = parse(text, formatter.withResolverStyle(style));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Object parse(String text, DateTimeFormatter formatter) {
        try {
            return formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
