package dev.rapport.model.tables;

import dev.rapport.model.csv.CsvOut;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes rejections as a CSV table for people: file, line, column, value, code, reason, advice. A cell that a spreadsheet
 * would take for a formula begins with a single quote, and a NUL character is written as {@code \0}. Not for use by
 * several threads.
 */
public final class RejectionWriter implements Consumer<Rejection>, AutoCloseable {

    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private final CsvOut csv;

    private RejectionWriter(CsvOut csv) {
        this.csv = csv;
    }

    /**
     * Begins a table.
     *
     * @param target  where it goes; closed with the writer
     * @return the writer, the header written
     */
    public static RejectionWriter to(Writer target) {
        CsvOut csv = CsvOut.to(target);
        csv.row(List.of("file", "line", "column", "value", "code", "reason", "advice"));
        return new RejectionWriter(csv);
    }

    /**
     * Writes a rejection.
     *
     * @param rejection  the rejection
     * @throws UncheckedIOException if the target fails
     */
    @Override
    public void accept(Rejection rejection) {
        csv.row(List.of(
                harmless(rejection.file()),
                Integer.toString(rejection.line()),
                harmless(rejection.column()),
                harmless(rejection.value()),
                rejection.code(),
                harmless(rejection.reason()),
                harmless(rejection.advice().orElse(""))));
    }

    private static String harmless(String text) {
        String visible = text.replace("\0", "\\0");
        return !visible.isEmpty() && FORMULA_STARTS.indexOf(visible.charAt(0)) >= 0 ? "'" + visible : visible;
    }

    /**
     * Ends the table and closes the target.
     *
     * @throws IOException if the target fails
     */
    @Override
    public void close() throws IOException {
        csv.close();
    }
}
