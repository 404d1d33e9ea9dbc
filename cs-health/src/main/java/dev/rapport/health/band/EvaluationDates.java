package dev.rapport.health.band;

import static java.util.Objects.requireNonNull;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/**
 * The dates at which it is decided whether customers change bands. On other days the band that was decided last stands,
 * whatever the score, so that asking more often changes nothing. Dates are those of the book's zone.
 */
public sealed interface EvaluationDates {

    /**
     * Says whether a date is one of them.
     *
     * @param date  the date
     * @return true if bands are decided at the end of it
     */
    boolean includes(LocalDate date);

    /**
     * The dates of a time, for a replay.
     *
     * @param from  the first day
     * @param to  the last day
     * @return the evaluation dates from one to the other, both included, the earliest first
     */
    default List<LocalDate> between(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).filter(this::includes).toList();
    }

    /**
     * Every day.
     *
     * @return the dates
     */
    static EvaluationDates daily() {
        return new Daily();
    }

    /**
     * One day a week.
     *
     * @param on  the day
     * @return the dates
     */
    static EvaluationDates weekly(DayOfWeek on) {
        return new Weekly(on);
    }

    /**
     * The last day of each month.
     *
     * @return the dates
     */
    static EvaluationDates monthEnds() {
        return new MonthEnds();
    }

    /** Every day. */
    record Daily() implements EvaluationDates {

        @Override
        public boolean includes(LocalDate date) {
            return true;
        }
    }

    /**
     * One day a week.
     *
     * @param on  the day
     */
    record Weekly(DayOfWeek on) implements EvaluationDates {

        /**
         * Checks that there is a day.
         *
         * @param on  the day
         */
        public Weekly {
            requireNonNull(on, "on");
        }

        @Override
        public boolean includes(LocalDate date) {
            return date.getDayOfWeek() == on;
        }
    }

    /** The last day of each month. */
    record MonthEnds() implements EvaluationDates {

        @Override
        public boolean includes(LocalDate date) {
            return date.getDayOfMonth() == date.lengthOfMonth();
        }
    }
}
