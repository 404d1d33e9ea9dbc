package dev.rapport.model.tables;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times as most tables write them, in a fraction of the time that a formatter takes. What it does not
 * recognise is left to the formatters, which also know what is wrong with it.
 */
final class IsoText {

    private static final int DATE = "2026-03-31".length();
    private static final int MINUTES = "2026-03-31T14:30".length();
    private static final int SECONDS = "2026-03-31T14:30:00".length();
    private static final int OFFSET = "+01:00".length();
    private static final int LARGEST_OFFSET = 18 * 60;

    private IsoText() {}

    /** A LocalDate, LocalDateTime or OffsetDateTime, or null. */
    static @Nullable Object parse(String text) {
        LocalDate date = date(text);
        if (date == null || text.length() == DATE) {
            return date;
        }
        char divider = text.charAt(DATE);
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        if ((divider != 'T' && divider != ' ')
                || hour < 0
                || hour > 23
                || !is(text, 13, ':')
                || minute < 0
                || minute > 59) {
            return null;
        }
        int second = 0;
        int nano = 0;
        int end = MINUTES;
        if (is(text, end, ':')) {
            second = number(text, 17, 2);
            end = SECONDS;
            if (is(text, end, '.')) {
                int digits = digits(text, end + 1);
                int unit = digits == 3 ? 1_000_000 : digits == 6 ? 1_000 : digits == 9 ? 1 : 0;
                if (unit == 0) {
                    return null;
                }
                nano = unit * number(text, end + 1, digits);
                end += 1 + digits;
            }
        }
        return second < 0 || second > 59
                ? null
                : zoned(date.atTime(LocalTime.of(hour, minute, second, nano)), text, end);
    }

    private static @Nullable LocalDate date(String text) {
        int year = number(text, 0, 4);
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        boolean isDay = year >= 0
                && is(text, 4, '-')
                && month >= 1
                && month <= 12
                && is(text, 7, '-')
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return isDay ? LocalDate.of(year, month, day) : null;
    }

    private static @Nullable Object zoned(LocalDateTime time, String text, int end) {
        if (end == text.length()) {
            return time;
        }
        if (end + 1 == text.length() && text.charAt(end) == 'Z') {
            return time.atOffset(ZoneOffset.UTC);
        }
        int hours = number(text, end + 1, 2);
        int minutes = number(text, end + 4, 2);
        int sign = is(text, end, '-') ? -1 : is(text, end, '+') ? 1 : 0;
        int total = 60 * hours + minutes;
        boolean isOffset = text.length() == end + OFFSET
                && sign != 0
                && hours >= 0
                && is(text, end + 3, ':')
                && minutes >= 0
                && minutes <= 59
                && total <= LARGEST_OFFSET;
        return isOffset ? time.atOffset(ZoneOffset.ofTotalSeconds(sign * 60 * total)) : null;
    }

    private static boolean is(String text, int index, char c) {
        return index < text.length() && text.charAt(index) == c;
    }

    /** The number of so many digits, or -1. */
    private static int number(String text, int start, int length) {
        if (start + length > text.length()) {
            return -1;
        }
        int number = 0;
        for (int i = start; i < start + length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    private static int digits(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end - start;
    }
}
