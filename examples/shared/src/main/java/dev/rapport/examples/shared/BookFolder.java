package dev.rapport.examples.shared;

import dev.rapport.model.calendar.jollyday.CountryCalendars;
import dev.rapport.model.tables.BookReader;

/** How the examples read a book in a folder. */
public final class BookFolder {

    private BookFolder() {}

    /** The reader, with the calendars of the countries that a manifest may name. */
    public static BookReader reader() {
        return BookReader.standard().countryCalendars(CountryCalendars::of);
    }
}
