package dev.rapport.model.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Counting worked days without walking over them: whole weeks by division, holidays by binary search. Days are epoch days.
 */
final class WorkedDays {

    private static final int WEEK = DayOfWeek.values().length;

    /** 1 January 1970, epoch day 0, was a Thursday: so many days after a Monday. */
    private static final int THURSDAY = DayOfWeek.THURSDAY.ordinal();

    private final boolean[] isWorked = new boolean[WEEK];

    /** Of each day of the week, how many worked days come before it in its week. */
    private final int[] before = new int[WEEK];

    /** The worked days of a week, 0 for Monday. */
    private final int[] ofWeek;

    /** Holidays that are no weekend, in their order. */
    private final long[] holidays;

    WorkedDays(Set<DayOfWeek> weekend, Set<LocalDate> holidays) {
        int count = 0;
        int[] days = new int[WEEK];
        for (DayOfWeek day : DayOfWeek.values()) {
            int i = day.getValue() - 1;
            before[i] = count;
            isWorked[i] = !weekend.contains(day);
            if (isWorked[i]) {
                days[count++] = i;
            }
        }
        this.ofWeek = Arrays.copyOf(days, count);
        this.holidays = holidays.stream()
                .filter(day -> !weekend.contains(day.getDayOfWeek()))
                .mapToLong(LocalDate::toEpochDay)
                .sorted()
                .toArray();
    }

    boolean isWorked(long day) {
        return isWorked[dayOfWeek(day)] && Arrays.binarySearch(holidays, day) < 0;
    }

    LongStream holidaysBetween(long from, long before) {
        int first = holidaysBefore(from);
        return Arrays.stream(holidays, first, Math.max(first, holidaysBefore(before)));
    }

    /** The worked day that lies so many before a day, which itself is not counted. */
    long before(long day, int days) {
        return nth(countBefore(day) - days);
    }

    /** The worked day that lies so many after a day, which itself is not counted. */
    long after(long day, int days) {
        return nth(countBefore(day + 1) + days - 1);
    }

    private static int dayOfWeek(long day) {
        return (int) Math.floorMod(day + THURSDAY, (long) WEEK);
    }

    private int holidaysBefore(long day) {
        int found = Arrays.binarySearch(holidays, day);
        return found < 0 ? -found - 1 : found;
    }

    /** How many days are worked before a day, from an arbitrary but fixed one on. */
    private long countBefore(long day) {
        long weeks = Math.floorDiv(day + THURSDAY, (long) WEEK);
        return weeks * ofWeek.length + before[dayOfWeek(day)] - holidaysBefore(day);
    }

    /**
     * The day before which so many are worked. The first guess knows no holidays; each one behind it moves the next guess
     * on, until none is new.
     */
    private long nth(long count) {
        int skipped = 0;
        while (true) {
            long ofWeekdays = count + skipped;
            long week = Math.floorDiv(ofWeekdays, (long) ofWeek.length);
            long day = week * WEEK - THURSDAY + ofWeek[(int) Math.floorMod(ofWeekdays, (long) ofWeek.length)];
            int holidaysUpTo = holidaysBefore(day + 1);
            if (holidaysUpTo == skipped) {
                return day;
            }
            skipped = holidaysUpTo;
        }
    }
}
