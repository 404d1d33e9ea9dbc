package dev.rapport.model.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/** Writes rows divided by commas, ended by line feeds, cells quoted where needed. Not for use by several threads. */
public final class CsvOut implements AutoCloseable {

    private final CsvWriter csv;

    private CsvOut(CsvWriter csv) {
        this.csv = csv;
    }

    /**
     * Begins a text.
     *
     * @param target  where it goes; closed with this
     * @return where rows are written
     */
    public static CsvOut to(Writer target) {
        return new CsvOut(CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(target));
    }

    /**
     * Writes a row.
     *
     * @param cells  its cells
     * @throws UncheckedIOException if the target fails
     */
    public void row(Iterable<String> cells) {
        csv.writeRecord(cells);
    }

    /**
     * Ends the text and closes the target.
     *
     * @throws IOException if the target fails
     */
    @Override
    public void close() throws IOException {
        csv.close();
    }
}
