package dev.rapport.model.customer;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.calendar.BusinessCalendars;

/**
 * What deadlines are reckoned by.
 *
 * @param calendars  the calendars that business days are counted in
 * @param notice  how notice periods are counted
 */
public record DeadlineRules(BusinessCalendars calendars, NoticeRule notice) {

    /**
     * Checks that nothing is null.
     *
     * @param calendars  the calendars
     * @param notice  how notice periods are counted
     */
    public DeadlineRules {
        requireNonNull(calendars, "calendars");
        requireNonNull(notice, "notice");
    }

    /**
     * One calendar, and notice counted as usual.
     *
     * @param calendar  the calendar that business days are counted in
     * @return the rules
     */
    public static DeadlineRules in(BusinessCalendar calendar) {
        return new DeadlineRules(BusinessCalendars.of(calendar), NoticeRule.usual());
    }
}
