package dev.rapport.health.warning;

import dev.rapport.model.calendar.BusinessCalendar;
import java.time.LocalDate;

/** The length of the periods that a series is watched by. */
public enum Grain {
    /** Days, told apart by the day of the week; a holiday is a kind of day of its own. */
    DAY,
    /** Weeks from Monday, told apart by how many of their working days are holidays. */
    WEEK;

    private static final int DAYS = 7;
    /** The first of January 1970 was a Thursday. */
    private static final int THURSDAY = 3;

    private static final int HOLIDAY = 7;
    private static final int MOST_HOLIDAYS = 3;
    private static final double DAYS_OF_MONTH = 365.25 / 12;

    /** How many kinds of periods there are. */
    int slots() {
        return this == DAY ? HOLIDAY + 1 : MOST_HOLIDAYS + 1;
    }

    double periodsOfMonth() {
        return this == DAY ? DAYS_OF_MONTH : DAYS_OF_MONTH / DAYS;
    }

    /**
     * The period of a day.
     *
     * @param day  the day
     * @return its number: of days since 1970, or of weeks since that of Monday, 29 December 1969
     */
    public int periodOf(LocalDate day) {
        return periodOf(day.toEpochDay());
    }

    int periodOf(long epochDay) {
        return Math.toIntExact(this == DAY ? epochDay : Math.floorDiv(epochDay + THURSDAY, DAYS));
    }

    /**
     * The first day of a period.
     *
     * @param period  its number
     * @return the day
     */
    public LocalDate firstDay(int period) {
        return LocalDate.ofEpochDay(this == DAY ? period : (long) period * DAYS - THURSDAY);
    }

    /**
     * The last day of a period.
     *
     * @param period  its number
     * @return the day
     */
    public LocalDate lastDay(int period) {
        return firstDay(period + 1).minusDays(1);
    }

    /** The kind of a period; days that the calendar does not know are taken for no holidays. */
    int slot(int period, BusinessCalendar calendar) {
        LocalDate first = firstDay(period);
        if (this == DAY) {
            return isHoliday(first, calendar) ? HOLIDAY : first.getDayOfWeek().getValue() - 1;
        }
        int holidays = 0;
        for (int day = 0; day < DAYS; day++) {
            holidays += isHoliday(first.plusDays(day), calendar) ? 1 : 0;
        }
        return Math.min(MOST_HOLIDAYS, holidays);
    }

    private static boolean isHoliday(LocalDate day, BusinessCalendar calendar) {
        return calendar.knows(day) && !calendar.weekend().contains(day.getDayOfWeek()) && !calendar.isBusinessDay(day);
    }
}
