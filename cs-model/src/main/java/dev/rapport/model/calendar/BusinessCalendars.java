package dev.rapport.model.calendar;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The calendar of a book, and others by their ids, such as those of the countries in which customers are. Immutable.
 */
public final class BusinessCalendars {

    private final BusinessCalendar book;
    private final Map<String, BusinessCalendar> calendars;

    private BusinessCalendars(BusinessCalendar book, Map<String, BusinessCalendar> calendars) {
        this.book = book;
        this.calendars = calendars;
    }

    /**
     * Calendars of a book.
     *
     * @param book  the calendar that holds where a rule names none
     * @param others  those that rules can name besides
     * @return the calendars
     * @throws IllegalArgumentException if two have the same id
     */
    public static BusinessCalendars of(BusinessCalendar book, BusinessCalendar... others) {
        return new BusinessCalendars(requireNonNull(book, "book"), Map.of(book.id(), book)).with(Arrays.asList(others));
    }

    /**
     * These calendars and more.
     *
     * @param others  the others
     * @return all of them
     * @throws IllegalArgumentException if two have the same id
     */
    public BusinessCalendars with(List<BusinessCalendar> others) {
        Map<String, BusinessCalendar> all = new TreeMap<>(calendars);
        for (BusinessCalendar calendar : others) {
            if (all.putIfAbsent(calendar.id(), calendar) != null) {
                throw new IllegalArgumentException(
                        "calendars must have different ids, was twice " + calendar.id() + ".");
            }
        }
        return new BusinessCalendars(book, Collections.unmodifiableMap(all));
    }

    /**
     * The calendar that holds where a rule names none.
     *
     * @return the book's calendar
     */
    public BusinessCalendar book() {
        return book;
    }

    /**
     * A calendar by its id.
     *
     * @param id  the id
     * @return the calendar, or empty if there is none
     */
    public Optional<BusinessCalendar> find(String id) {
        return Optional.ofNullable(calendars.get(id));
    }

    /**
     * The calendars besides the book's.
     *
     * @return the calendars by id
     */
    public List<BusinessCalendar> others() {
        List<BusinessCalendar> others = new ArrayList<>(calendars.values());
        others.remove(book);
        return List.copyOf(others);
    }
}
