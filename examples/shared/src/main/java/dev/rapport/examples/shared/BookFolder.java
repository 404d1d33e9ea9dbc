package dev.rapport.examples.shared;

import dev.rapport.model.calendar.jollyday.CountryCalendars;
import dev.rapport.model.tables.BookReader;
import dev.rapport.model.tables.BookReading;
import dev.rapport.model.tables.BookTables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A book in a folder, and what is to be said of how it was read. */
public final class BookFolder {

    private BookFolder() {}

    /** The reader, with the calendars of the countries that a manifest may name. */
    public static BookReader reader() {
        return BookReader.standard().countryCalendars(CountryCalendars::of);
    }

    /** Reads the tables of a folder. */
    public static BookReading read(Path folder) {
        return read(FolderTables.in(folder), folder.toString());
    }

    /** Reads tables from wherever they are, with what to call the book in a message. */
    public static BookReading read(BookTables tables, String name) {
        try {
            return reader().read(tables).orThrow();
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("book (" + name + ") cannot be read: " + e.getMessage(), e);
        }
    }

    /** How many rows could not be taken and why, in a sentence; empty if all were. */
    public static Optional<String> rejected(BookReading reading) {
        long rows = reading.quarantine().rows();
        List<String> reasons = new ArrayList<>();
        reading.quarantine()
                .counts()
                .forEach((file, counts) ->
                        counts.forEach((code, number) -> reasons.add(number + " of " + file + " (" + code + ")")));
        return rows == 0
                ? Optional.empty()
                : Optional.of(rows + (rows == 1 ? " row" : " rows") + " of the book could not be taken: "
                        + String.join(", ", reasons) + ".");
    }
}
