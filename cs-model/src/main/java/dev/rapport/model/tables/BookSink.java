package dev.rapport.model.tables;

import java.io.IOException;
import java.io.Writer;

/** Where the tables of a book go to. */
@FunctionalInterface
public interface BookSink {

    /**
     * Begins a file. The writer closes it before it begins the next one.
     *
     * @param name  the name of the file, such as {@code customers.csv} or {@code book.json}
     * @return where its characters go; they are to be stored as UTF-8
     * @throws IOException if the file cannot be made
     */
    Writer open(String name) throws IOException;
}
