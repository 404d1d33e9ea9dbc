package dev.rapport.engagement.escalation;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How soon somebody must act. Written {@code 8 working hours} or {@code 3 business days}.
 *
 * <p>Working hours run from 9 to 17 on the days that the calendar counts as worked; what comes in outside begins at the
 * next start of work. Business days end with the last working hour of the day; the day on which it came in does not count.
 *
 * @param amount  how many, at least 1
 * @param unit  of what
 */
public record Deadline(int amount, Unit unit) {

    /** What is counted. */
    public enum Unit {
        /** Hours between start and end of work. */
        WORKING_HOURS("working hour"),
        /** Days that the calendar counts as worked. */
        BUSINESS_DAYS("business day");

        private final String word;

        Unit(String word) {
            this.word = word;
        }
    }

    /** The hour at which work starts. */
    public static final int WORK_STARTS = 9;

    /** The hour at which work ends. */
    public static final int WORK_ENDS = 17;

    private static final int MOST = 1_000;
    private static final Pattern WORDS = Pattern.compile("([1-9][0-9]{0,3}) (working hour|business day)s?");

    /**
     * Checks the amount.
     *
     * @param amount  how many
     * @param unit  of what
     */
    public Deadline {
        requireNonNull(unit, "unit");
        if (amount < 1 || amount > MOST) {
            throw new IllegalArgumentException("amount (" + amount + ") must be between 1 and " + MOST + ".");
        }
    }

    /**
     * Reads a deadline.
     *
     * @param text  such as {@code 8 working hours}
     * @return the deadline
     * @throws IllegalArgumentException if it is something else
     */
    public static Deadline parse(String text) {
        Matcher words = WORDS.matcher(text);
        if (!words.matches()) {
            throw new IllegalArgumentException("must be like \"8 working hours\" or \"3 business days\"");
        }
        Unit unit = words.group(2).toUpperCase(Locale.ROOT).startsWith("W") ? Unit.WORKING_HOURS : Unit.BUSINESS_DAYS;
        return new Deadline(Integer.parseInt(words.group(1)), unit);
    }

    /**
     * The instant by which somebody must have acted.
     *
     * @param raised  when it came in
     * @param zone  the zone in which work starts and ends
     * @param calendar  the days that are worked
     * @return the end of the deadline
     * @throws IllegalArgumentException if the calendar does not reach so far
     */
    public Instant from(Instant raised, ZoneId zone, BusinessCalendar calendar) {
        LocalDate day = LocalDate.ofInstant(raised, zone);
        if (unit == Unit.BUSINESS_DAYS) {
            for (int left = amount; left > 0; ) {
                day = day.plusDays(1);
                left -= calendar.isBusinessDay(day) ? 1 : 0;
            }
            return at(day, WORK_ENDS, zone);
        }
        Duration left = Duration.ofHours(amount);
        Instant from = raised;
        while (true) {
            if (calendar.isBusinessDay(day)) {
                Instant start = at(day, WORK_STARTS, zone);
                Instant end = at(day, WORK_ENDS, zone);
                Instant begin = from.isBefore(start) ? start : from;
                if (begin.isBefore(end)) {
                    Duration today = Duration.between(begin, end);
                    if (left.compareTo(today) <= 0) {
                        return begin.plus(left);
                    }
                    left = left.minus(today);
                }
            }
            day = day.plusDays(1);
        }
    }

    private static Instant at(LocalDate day, int hour, ZoneId zone) {
        return day.atTime(hour, 0).atZone(zone).toInstant();
    }

    /** The text that {@link #parse(String)} reads. */
    @Override
    public String toString() {
        return amount + " " + unit.word + (amount == 1 ? "" : "s");
    }
}
