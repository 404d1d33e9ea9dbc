package dev.rapport.engagement.milestone;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/**
 * What happens to steps of months where a month has no such day, or the day is the last of its month.
 *
 * @param monthEnd  at the ends of months
 * @param leapDay  from 29 February into the February of a common year
 */
public record MonthRule(MonthEnd monthEnd, LeapDay leapDay) {

    /** What happens at the ends of months. */
    public enum MonthEnd {
        /** The day stays, or is the last of a shorter month: 28 February is one month after 31 January, and 28 March one after that. */
        SAME_DAY,
        /** As {@link #SAME_DAY}, but the last day of a month stays the last day: 31 March follows 28 February. */
        LAST_DAY,
        /** The day stays, or is the first of the month after a shorter one: 1 March is one month after 31 January. */
        NEXT_DAY
    }

    /** What becomes of 29 February in a common year. */
    public enum LeapDay {
        /** The last day of February. */
        FEBRUARY_28,
        /** The day after the last of February. */
        MARCH_1
    }

    private static final MonthRule USUAL = new MonthRule(MonthEnd.SAME_DAY, LeapDay.FEBRUARY_28);

    /**
     * Checks that nothing is null.
     *
     * @param monthEnd  at the ends of months
     * @param leapDay  from 29 February into the February of a common year
     */
    public MonthRule {
        requireNonNull(monthEnd, "monthEnd");
        requireNonNull(leapDay, "leapDay");
    }

    /**
     * The rule of {@link LocalDate#plusMonths(long)}: the day stays, or is the last of a shorter month.
     *
     * @return the rule
     */
    public static MonthRule usual() {
        return USUAL;
    }

    /**
     * A day some months later.
     *
     * @param date  the day
     * @param months  how many months, negative for earlier
     * @return the day
     */
    public LocalDate plus(LocalDate date, int months) {
        YearMonth month = YearMonth.from(date).plusMonths(months);
        int day = date.getDayOfMonth();
        if (day > month.lengthOfMonth()) {
            boolean fromLeapDay = date.getMonth() == Month.FEBRUARY;
            boolean isLater = fromLeapDay ? leapDay == LeapDay.MARCH_1 : monthEnd == MonthEnd.NEXT_DAY;
            return isLater ? month.plusMonths(1).atDay(1) : month.atEndOfMonth();
        }
        boolean staysLast = monthEnd == MonthEnd.LAST_DAY && day == date.lengthOfMonth();
        return staysLast ? month.atEndOfMonth() : month.atDay(day);
    }
}
