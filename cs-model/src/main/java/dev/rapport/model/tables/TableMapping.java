package dev.rapport.model.tables;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one file feeds one table: which column, in JSON Lines which field of the rows, stands for which field. A field that is not named here is fed by the column
 * of its own name, if there is one. Immutable.
 *
 * <pre>{@code
 * TableMapping.of("accounts.csv", "customers")
 *         .column("id", "Account ID")
 *         .column("since", "Created")
 *         .constant("channel", "partner")
 *         .format(TableFormat.UNSAID.datesLike("dd.MM.yyyy"))
 * }</pre>
 */
public final class TableMapping {

    private final String file;
    private final String feeds;
    private final Map<String, String> columns;
    private final Map<String, String> constants;
    private final Map<String, Map<String, String>> values;
    private final Set<String> lastDays;
    private final Map<String, String> knownFrom;
    private final boolean onlyMapped;
    private final TableFormat format;

    TableMapping(
            String file,
            String feeds,
            Map<String, String> columns,
            Map<String, String> constants,
            Map<String, Map<String, String>> values,
            Iterable<String> lastDays,
            Map<String, String> knownFrom,
            boolean onlyMapped,
            TableFormat format) {
        this.file = requireNonNull(file, "file");
        this.feeds = requireNonNull(feeds, "feeds");
        this.columns = copy(columns);
        this.constants = copy(constants);
        Map<String, Map<String, String>> copies = new LinkedHashMap<>();
        values.forEach((field, words) -> copies.put(field, copy(words)));
        this.values = Collections.unmodifiableMap(copies);
        Set<String> days = new LinkedHashSet<>();
        lastDays.forEach(days::add);
        this.lastDays = Collections.unmodifiableSet(days);
        this.knownFrom = copy(knownFrom);
        this.onlyMapped = onlyMapped;
        this.format = requireNonNull(format, "format");
    }

    private static Map<String, String> copy(Map<String, String> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * A file whose columns have the names of the fields.
     *
     * @param file  the name of the file
     * @param feeds  the table it feeds: {@code customers}, {@code rates} or the name of a series
     * @return the mapping, in the format of the book
     */
    public static TableMapping of(String file, String feeds) {
        return new TableMapping(
                file, feeds, Map.of(), Map.of(), Map.of(), List.of(), Map.of(), false, TableFormat.UNSAID);
    }

    private static <V> Map<String, V> with(Map<String, V> map, String key, V value) {
        Map<String, V> copy = new LinkedHashMap<>(map);
        copy.put(requireNonNull(key, "key"), requireNonNull(value, "value"));
        return copy;
    }

    /**
     * This mapping, with a field fed by a column.
     *
     * @param field  the field
     * @param column  the column, as the header of the file names it
     * @return the mapping
     */
    public TableMapping column(String field, String column) {
        return new TableMapping(
                file, feeds, with(columns, field, column), constants, values, lastDays, knownFrom, onlyMapped, format);
    }

    /**
     * This mapping, with a field that has the same value in every row.
     *
     * @param field  the field
     * @param value  the value, written as in a cell
     * @return the mapping
     */
    public TableMapping constant(String field, String value) {
        return new TableMapping(
                file, feeds, columns, with(constants, field, value), values, lastDays, knownFrom, onlyMapped, format);
    }

    /**
     * This mapping, with a value of a field that is read as another one.
     *
     * @param field  the field
     * @param from  the whole text of the cell; nothing for empty cells
     * @param to  what is read instead; nothing to read the cell as empty
     * @return the mapping
     */
    public TableMapping translate(String field, String from, String to) {
        Map<String, String> words = with(values.getOrDefault(field, Map.of()), from, to);
        return new TableMapping(
                file, feeds, columns, constants, with(values, field, words), lastDays, knownFrom, onlyMapped, format);
    }

    /**
     * This mapping, with a date field whose column holds the last day that counts, where the field is the first that does
     * not: the day after is read.
     *
     * @param field  the field, such as the end of a contract
     * @return the mapping
     */
    public TableMapping lastDay(String field) {
        Set<String> fields = new LinkedHashSet<>(lastDays);
        fields.add(field);
        return new TableMapping(file, feeds, columns, constants, values, fields, knownFrom, onlyMapped, format);
    }

    /**
     * This mapping, with a field that was filled in later than its row became known, such as the end of a contract that was
     * not foreseen: earlier cuts see the row without it.
     *
     * @param field  the field, of customers or of a series of records
     * @param time  the date or time of the same table from which the field is known; it may be the field itself
     * @return the mapping
     */
    public TableMapping knownFrom(String field, String time) {
        return new TableMapping(
                file, feeds, columns, constants, values, lastDays, with(knownFrom, field, time), onlyMapped, format);
    }

    /**
     * This mapping, without columns that feed the field of their own name.
     *
     * @return the mapping, which reads only what it names
     */
    public TableMapping onlyMapped() {
        return new TableMapping(file, feeds, columns, constants, values, lastDays, knownFrom, true, format);
    }

    /**
     * This mapping, for a file that is written in its own way.
     *
     * @param newFormat  the format; what it does not say is as in the book
     * @return the mapping
     */
    public TableMapping format(TableFormat newFormat) {
        return new TableMapping(file, feeds, columns, constants, values, lastDays, knownFrom, onlyMapped, newFormat);
    }

    /**
     * The file.
     *
     * @return its name
     */
    public String file() {
        return file;
    }

    /**
     * The table that the file feeds.
     *
     * @return {@code customers}, {@code rates} or the name of a series
     */
    public String feeds() {
        return feeds;
    }

    Map<String, String> columns() {
        return columns;
    }

    Map<String, String> constants() {
        return constants;
    }

    Map<String, Map<String, String>> values() {
        return values;
    }

    Set<String> lastDays() {
        return lastDays;
    }

    Map<String, String> knownFrom() {
        return knownFrom;
    }

    boolean isOnlyMapped() {
        return onlyMapped;
    }

    TableFormat format() {
        return format;
    }

    private List<Object> parts() {
        return List.of(file, feeds, columns, constants, values, lastDays, knownFrom, onlyMapped, format);
    }

    @Override
    public boolean equals(@Nullable Object object) {
        return object instanceof TableMapping other && parts().equals(other.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return file + " feeds " + feeds;
    }
}
