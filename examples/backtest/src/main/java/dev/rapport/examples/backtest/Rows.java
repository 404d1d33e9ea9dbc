package dev.rapport.examples.backtest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.rapport.examples.shared.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/** Reads a CSV file row by row; what is wrong with it is said with file and line. */
final class Rows {

    private Rows() {}

    static void read(Path file, List<String> columns, Consumer<NamedCsvRecord> row) {
        long line = 1;
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord one : reader) {
                line = one.getStartingLineNumber();
                for (String column : columns) {
                    one.getField(column);
                }
                row.accept(one);
            }
        } catch (NoSuchElementException e) {
            throw new UserError("file (" + file + ") must have the columns " + columns + ".\n"
                    + "Maybe it is another file, or has no header.");
        } catch (IllegalArgumentException | DateTimeException | CsvParseException e) {
            throw new UserError("file (" + file + ") cannot be read in line " + line + ": " + e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            throw new UserError("file (" + file + ") must be there and readable.");
        }
    }
}
