package dev.rapport.model.tables;

import static java.util.Objects.requireNonNull;

import dev.rapport.model.calendar.BusinessCalendar;
import dev.rapport.model.calendar.BusinessCalendars;
import dev.rapport.model.customer.DeadlineRules;
import dev.rapport.model.customer.NoticeRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a manifest says of deadlines, and what follows from it.
 *
 * @param book  the calendar of the book
 * @param others  the calendars that rules can name besides
 * @param notice  how notice periods are counted
 */
record SaidDeadlines(Optional<BusinessCalendar> book, List<BusinessCalendar> others, Optional<NoticeRule> notice) {

    static final SaidDeadlines NONE = new SaidDeadlines(Optional.empty(), List.of(), Optional.empty());

    SaidDeadlines {
        requireNonNull(notice, "notice");
        others = List.copyOf(others);
        calendars(book, others);
    }

    private static BusinessCalendars calendars(Optional<BusinessCalendar> book, List<BusinessCalendar> others) {
        return BusinessCalendars.of(book.orElseGet(BusinessCalendar::weekdays)).with(others);
    }

    SaidDeadlines withBook(BusinessCalendar calendar) {
        return new SaidDeadlines(Optional.of(calendar), others, notice);
    }

    SaidDeadlines with(BusinessCalendar other) {
        List<BusinessCalendar> more = new ArrayList<>(others);
        more.add(other);
        return new SaidDeadlines(book, more, notice);
    }

    SaidDeadlines withNotice(NoticeRule rule) {
        return new SaidDeadlines(book, others, Optional.of(rule));
    }

    DeadlineRules rules() {
        return new DeadlineRules(calendars(book, others), notice.orElseGet(NoticeRule::usual));
    }
}
