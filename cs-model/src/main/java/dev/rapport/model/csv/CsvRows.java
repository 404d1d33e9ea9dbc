package dev.rapport.model.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Reads the rows of a file one at a time, in memory that does not grow with the file. */
public final class CsvRows {

    /** No cell is longer; beyond, a quote was probably never closed. */
    public static final int LONGEST_CELL = 1 << 20;

    /** No row has more characters. */
    public static final int LONGEST_ROW = 1 << 22;

    /** No row has more cells. */
    public static final int MOST_CELLS = 2_000;

    /** Takes the rows, the header first. */
    public interface Sink {
        /**
         * Takes a row.
         *
         * @param line  the line it begins in, from 1
         * @param cells  the cells, of which only the first {@code count} count; used again for the next row
         * @param count  how many cells the row has; may exceed the length of {@code cells} where there are too many
         * @param isTooLong  whether the row has too many characters; then cells are missing
         * @return false to leave the rest of the file unread
         */
        boolean row(int line, String[] cells, int count, boolean isTooLong);
    }

    /** Says that the rest of a file cannot be read. */
    public static final class BrokenFileException extends Exception {

        private static final long serialVersionUID = 1L;

        private final int line;

        BrokenFileException(int line, Throwable cause) {
            super("row that begins in line " + line, cause);
            this.line = line;
        }

        /**
         * The row that cannot be read.
         *
         * @return the line it begins in
         */
        public int line() {
            return line;
        }
    }

    private CsvRows() {}

    /**
     * Reads a file to its end.
     *
     * @param in  its characters, without a byte order mark; closed
     * @param delimiter  what stands between two cells
     * @param sink  takes the rows; what it throws ends the reading
     * @throws IOException if the characters cannot be read
     * @throws BrokenFileException if rows cannot be told apart any more
     */
    public static void read(Reader in, char delimiter, Sink sink) throws IOException, BrokenFileException {
        Handler handler = new Handler();
        try (CsvReader<Handler> rows = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .detectBomHeader(false)
                .maxBufferSize(LONGEST_CELL)
                .build(handler, in)) {
            for (Handler row : rows) {
                if (!sink.row(row.line(), row.cells, row.count, row.characters > LONGEST_ROW)) {
                    return;
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException defect && !(defect instanceof CsvParseException)) {
                throw defect;
            }
            throw new BrokenFileException(handler.line(), e);
        }
    }

    /** Is its own record, so that nothing is made for a row but its cells. */
    private static final class Handler extends AbstractBaseCsvCallbackHandler<Handler> {

        private String[] cells = new String[32];
        private int count;
        private long characters;

        int line() {
            return (int) Math.min(Integer.MAX_VALUE, Math.max(1, getStartingLineNumber()));
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            count = 0;
            characters = 0;
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
            characters += length;
            count = index + 1;
            if (characters > LONGEST_ROW || count > MOST_CELLS) {
                return;
            }
            if (index == cells.length) {
                cells = Arrays.copyOf(cells, Math.min(MOST_CELLS, 2 * cells.length));
            }
            cells[index] = new String(buffer, offset, length);
        }

        @Override
        protected Handler buildRecord() {
            return this;
        }
    }
}
