package dev.rapport.model.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;

/**
 * Writes rejections as a CSV table for people: file, line, column, value, code, reason, advice. A cell that a spreadsheet
 * would take for a formula begins with a single quote, and a NUL character is written as {@code \0}. Not for use by
 * several threads.
 */
public final class RejectionWriter implements Consumer<Rejection>, AutoCloseable {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final CsvWriter csv;

    private RejectionWriter(CsvWriter csv) {
        this.csv = csv;
    }

    /**
     * Begins a table.
     *
     * @param target  where it goes; closed with the writer
     * @return the writer, the header written
     */
    public static RejectionWriter to(Writer target) {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target);
        csv.writeRecord("file", "line", "column", "value", "code", "reason", "advice");
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
        csv.writeRecord(
                harmless(rejection.file()),
                Integer.toString(rejection.line()),
                harmless(rejection.column()),
                harmless(rejection.value()),
                rejection.code(),
                harmless(rejection.reason()),
                harmless(rejection.advice().orElse("")));
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
