package dev.rapport.engagement.voice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How often something is told. */
public enum Cadence {
    /** Every week, from Monday on. */
    WEEKLY,
    /** Every month. */
    MONTHLY,
    /** Every quarter of the calendar year. */
    QUARTERLY;

    /**
     * The first day of the period that a day is in.
     *
     * @param day  the day
     * @return the Monday, or the first of the month or quarter
     */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case WEEKLY -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHLY -> day.withDayOfMonth(1);
            case QUARTERLY -> day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
        };
    }

    /**
     * The first day of the period after the one that a day is in: when the next digest is due.
     *
     * @param day  the day
     * @return the day after the period's last
     */
    public LocalDate nextAfter(LocalDate day) {
        LocalDate start = startOf(day);
        return switch (this) {
            case WEEKLY -> start.plusWeeks(1);
            case MONTHLY -> start.plusMonths(1);
            case QUARTERLY -> start.plusMonths(3);
        };
    }
}
