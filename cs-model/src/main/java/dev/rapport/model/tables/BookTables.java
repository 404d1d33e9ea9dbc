package dev.rapport.model.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Where the tables of a book come from: a folder, an archive, a bucket. */
public interface BookTables {

    /**
     * What there is.
     *
     * @return the names of the files, such as {@code customers.csv}
     */
    Set<String> names();

    /**
     * Opens a file. The reader closes it, and may open it again.
     *
     * @param name  one of {@link #names()}
     * @return the bytes of the file
     * @throws IOException if they cannot be read
     */
    InputStream open(String name) throws IOException;

    /**
     * Tables in memory.
     *
     * @param texts  the texts of the files by their names
     * @return the tables, in UTF-8
     */
    static BookTables of(Map<String, String> texts) {
        Map<String, String> copy = new TreeMap<>(texts);
        return new BookTables() {
            @Override
            public Set<String> names() {
                return copy.keySet();
            }

            @Override
            public InputStream open(String name) throws IOException {
                String text = copy.get(name);
                if (text == null) {
                    throw new IOException("file (" + name + ") must be one of " + copy.keySet() + ".");
                }
                return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
            }
        };
    }
}
