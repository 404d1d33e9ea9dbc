package dev.rapport.examples.shared.study;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.examples.shared.UserError;
import dev.rapport.model.problem.Nearest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;

/**
 * A CSV file with a header, read as text. Rows that a study cannot use are rejected with their reason; reading a column of
 * numbers is for rows that were required to have them.
 */
public final class StudyTable {

    private static final String REJECTED = "rejected-rows.csv";

    private final Path file;
    private final List<String> columns;
    private List<Row> rows;
    private final List<Rejected> rejected = new ArrayList<>();

    private StudyTable(Path file, List<String> columns, List<Row> rows) {
        this.file = file;
        this.columns = columns;
        this.rows = rows;
    }

    private record Row(long line, List<String> fields) {}

    /** A row that is left out: where it stands and why. */
    public record Rejected(long line, String column, String value, String reason) {}

    /**
     * Reads a file.
     *
     * @throws UserError if it cannot be read, or has no header
     */
    public static StudyTable read(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new UserError("file (" + file + ") must be a file that can be read.\n"
                    + "Maybe the path is relative to another folder: here it means "
                    + file.toAbsolutePath().normalize() + ".");
        }
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
            List<String> header = List.of();
            List<Row> rows = new ArrayList<>();
            List<Rejected> odd = new ArrayList<>();
            for (NamedCsvRecord row : csv) {
                header = row.getHeader();
                if (row.getFieldCount() == header.size()) {
                    rows.add(new Row(row.getStartingLineNumber(), row.getFields()));
                } else {
                    odd.add(new Rejected(
                            row.getStartingLineNumber(),
                            "",
                            "",
                            "row must have " + header.size() + " fields, had " + row.getFieldCount()));
                }
            }
            if (rows.isEmpty()) {
                throw new UserError("file (" + file + ") must have a header and at least one row with as many fields.");
            }
            StudyTable table = new StudyTable(file, header, rows);
            table.rejected.addAll(odd);
            return table;
        } catch (IOException | UncheckedIOException | CsvParseException | IllegalStateException e) {
            throw new UserError("file (" + file + ") cannot be read: " + e.getMessage(), e);
        }
    }

    private int at(String column) {
        int at = columns.indexOf(column);
        if (at < 0) {
            String advice = Nearest.advice(column, columns);
            throw new UserError("column (" + column + ") must be one of those of " + file + ": "
                    + String.join(", ", columns) + "." + (advice.isEmpty() ? "" : "\n" + advice + "."));
        }
        return at;
    }

    /** The number of rows that were not rejected. */
    public int size() {
        return rows.size();
    }

    /** The rows that were rejected. */
    public List<Rejected> rejected() {
        return List.copyOf(rejected);
    }

    /** Says whether there is such a column. */
    public boolean has(String column) {
        return columns.contains(column);
    }

    /** Says whether a column has values, none of which is a number. */
    public boolean isText(String column) {
        int at = at(column);
        List<String> present = rows.stream()
                .map(row -> row.fields().get(at))
                .filter(field -> !isMissing(field))
                .toList();
        return !present.isEmpty()
                && present.stream().noneMatch(field -> number(field).isPresent());
    }

    /** Says whether every value of a column that is not missing is a number. */
    public boolean isNumeric(String column) {
        int at = at(column);
        boolean any = false;
        for (Row row : rows) {
            String field = row.fields().get(at);
            if (!isMissing(field)) {
                any = true;
                if (number(field).isEmpty()) {
                    return false;
                }
            }
        }
        return any;
    }

    private static boolean isMissing(String field) {
        return field.isBlank() || field.equals("NA");
    }

    private static OptionalDouble number(String field) {
        String text = field.strip();
        // Double.parseDouble takes NaN, 1d and 0x1p3 as well, which nobody means
        if (text.isEmpty() || !text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0)) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    /**
     * Rejects the rows that have no fitting number in a column.
     *
     * @param rule  what is needed, such as {@code must be a number above 0}
     */
    public void requireNumber(String column, DoublePredicate fits, String rule) {
        require(
                column,
                field -> number(field).isPresent() && fits.test(number(field).getAsDouble()),
                rule);
    }

    /** Rejects the rows whose field is neither missing nor a number. */
    public void requireNumberOrMissing(String column) {
        require(column, field -> isMissing(field) || number(field).isPresent(), "must be a number or missing");
    }

    /** Rejects the rows that repeat what an earlier row has in a column. */
    public void requireOnce(String column) {
        Set<String> seen = new HashSet<>();
        require(column, seen::add, "must be in one row only");
    }

    /** Rejects the rows that have nothing in any of some columns. */
    public void requireAny(List<String> some) {
        List<Integer> all = some.stream().map(this::at).toList();
        List<Row> kept = new ArrayList<>(rows.size());
        for (Row row : rows) {
            if (all.stream().allMatch(at -> isMissing(row.fields().get(at)))) {
                rejected.add(new Rejected(row.line(), "", "", "one of " + some + " must not be missing"));
            } else {
                kept.add(row);
            }
        }
        rows = kept;
        if (rows.isEmpty()) {
            throw new UserError("columns " + some + " of " + file + " must have values, but no row has any.");
        }
    }

    /** Rejects the rows that have nothing in a column. */
    public void requirePresent(String column) {
        require(column, field -> !isMissing(field), "must not be missing");
    }

    /** Rejects the rows whose field does not fit. */
    public void require(String column, Predicate<String> fits, String rule) {
        int at = at(column);
        List<Row> kept = new ArrayList<>(rows.size());
        for (Row row : rows) {
            String field = row.fields().get(at);
            if (fits.test(field)) {
                kept.add(row);
            } else {
                rejected.add(new Rejected(
                        row.line(), column, field, column + " " + (isMissing(field) ? "must not be missing" : rule)));
            }
        }
        rows = kept;
        if (rows.isEmpty()) {
            throw new UserError(
                    "column (" + column + ") of " + file + " " + rule + ", but no row is left for which it is.");
        }
    }

    /** The values of a column. */
    public List<String> text(String column) {
        int at = at(column);
        return rows.stream().map(row -> row.fields().get(at)).toList();
    }

    /** The distinct values of a column, the first one first. */
    public Set<String> distinct(String column) {
        return new LinkedHashSet<>(text(column));
    }

    /** The numbers of a column, every row of which is known to have one. */
    public double[] numbers(String column) {
        int at = at(column);
        return rows.stream()
                .mapToDouble(row -> number(row.fields().get(at)).orElseThrow())
                .toArray();
    }

    /** The numbers of a column, NaN where it is missing; no row has anything else. */
    public double[] numbersOrNaN(String column) {
        int at = at(column);
        return rows.stream()
                .mapToDouble(row -> number(row.fields().get(at)).orElse(Double.NaN))
                .toArray();
    }

    /** The values of a column, empty where it is missing. */
    public List<Optional<String>> textOrMissing(String column) {
        int at = at(column);
        return rows.stream()
                .map(row -> Optional.of(row.fields().get(at)).filter(field -> !isMissing(field)))
                .toList();
    }

    /** Writes the rejected rows beside the result, or removes those of an earlier run. */
    public void writeRejected(OutputFolder out) {
        if (rejected.isEmpty()) {
            out.remove(REJECTED);
            return;
        }
        out.write(REJECTED, writer -> {
            try (CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer)) {
                csv.writeRecord("line", "column", "value", "reason");
                for (Rejected row : rejected) {
                    csv.writeRecord(Long.toString(row.line()), row.column(), row.value(), row.reason());
                }
            }
        });
    }
}
