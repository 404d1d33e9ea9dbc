package dev.rapport.health.survey;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A run of days.
 *
 * @param from  the first day
 * @param to  the first day after
 */
public record SurveyPeriod(LocalDate from, LocalDate to) {

    /**
     * Checks the order.
     *
     * @param from  the first day
     * @param to  the first day after, later
     */
    public SurveyPeriod {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("from (" + from + ") must be before to (" + to + ").");
        }
    }

    /**
     * The days that end with one.
     *
     * @param days  how many, at least 1
     * @param lastDay  the last of them
     * @return the period
     */
    public static SurveyPeriod endingWith(LocalDate lastDay, int days) {
        LocalDate to = lastDay.plusDays(1);
        return new SurveyPeriod(to.minusDays(days), to);
    }

    /**
     * The period of the same length right before.
     *
     * @return the period
     */
    public SurveyPeriod before() {
        return new SurveyPeriod(from.minusDays(ChronoUnit.DAYS.between(from, to)), from);
    }

    /**
     * Says whether a day lies in it.
     *
     * @param day  the day
     * @return true from the first day on, before the first day after
     */
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }
}
