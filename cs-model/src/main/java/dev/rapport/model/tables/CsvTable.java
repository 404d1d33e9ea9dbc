package dev.rapport.model.tables;

import dev.rapport.model.csv.CsvRows;
import dev.rapport.model.csv.CsvRows.BrokenFileException;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file of CSV: the first line names the columns. */
final class CsvTable implements CsvRows.Sink {

    private final Intake intake;
    private int[] positions = {};
    private int width;
    private boolean isStarted;

    private CsvTable(Intake intake) {
        this.intake = intake;
    }

    static void read(Reader in, Intake intake) throws IOException {
        CsvTable table = new CsvTable(intake);
        char delimiter = intake.binding().saidFormat().saidDelimiter().orElse(',');
        try {
            CsvRows.read(in, delimiter, table);
            table.finish();
        } catch (BrokenFileException e) {
            intake.fail(
                    "broken-row",
                    e.line(),
                    "has a cell that never ends, is longer than " + CsvRows.LONGEST_CELL
                            + " characters or goes on after its closing quote, in the row that begins here",
                    "Maybe a quote in it is not doubled; the rows from here on cannot be told apart");
        }
    }

    @Override
    public boolean row(int line, String[] cells, int count, boolean isTooLong) {
        if (!isStarted) {
            isStarted = true;
            return header(cells, count, isTooLong);
        }
        if (isTooLong) {
            intake.row()
                    .reject(
                            line,
                            Refusal.of(
                                    "row-too-long",
                                    "must have at most " + CsvRows.LONGEST_ROW + " characters in a row"));
        } else if (count != width) {
            intake.row()
                    .reject(
                            line,
                            Refusal.of("cell-count", "must have " + width + " cells like the header, has " + count)
                                    .advice("Maybe a cell with the delimiter or a line break in it is not quoted"));
        } else {
            read(line, cells);
        }
        intake.tellProgress();
        return true;
    }

    /** Binds the columns; goes on to the rows only while nothing is wrong that would make them pointless. */
    private boolean header(String[] cells, int count, boolean isTooLong) {
        if (isTooLong || count > cells.length) {
            intake.fail(
                    "too-many-columns", 1, "must have at most " + CsvRows.MOST_CELLS + " columns, has " + count, "");
            return false;
        }
        width = count;
        List<String> columns = new ArrayList<>();
        Map<String, Integer> byName = new LinkedHashMap<>();
        Set<String> twice = new HashSet<>();
        for (int i = 0; i < count; i++) {
            String column = cells[i].strip();
            columns.add(column);
            if (byName.putIfAbsent(column, i) != null) {
                twice.add(column);
            }
        }
        intake.binding().check(columns, twice);
        positions = intake.file().slots().stream()
                .mapToInt(slot -> slot.column() == null ? -1 : byName.getOrDefault(slot.column(), -1))
                .toArray();
        return intake.isWorthReading();
    }

    private void read(int line, String[] cells) {
        List<Slot> slots = intake.file().slots();
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] >= 0) {
                String cell = cells[positions[i]];
                intake.row().cell(i, slots.get(i).cells().read(cell), cell);
            }
        }
        intake.take(intake.row().end(line));
    }

    private void finish() {
        if (isStarted) {
            intake.tellEnd();
        } else {
            intake.fail(
                    "empty-file",
                    0,
                    "must begin with a line of column names",
                    "Maybe delete it, or leave the column names alone in it to say that there is nothing");
        }
    }
}
