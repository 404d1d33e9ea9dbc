package dev.rapport.model.tables;

import java.util.List;
import java.util.Optional;

/** What one file of a book fed: which column which field, and what nobody read. Immutable. */
public final class TableReport {

    /**
     * A field that the file feeds.
     *
     * @param field  the field of the table
     * @param column  the column of the file; empty for a constant of the mapping
     * @param filled  in how many of the rows that could be read it has a value
     */
    public record FedField(String field, String column, long filled) {}

    private final String file;
    private final String feeds;
    private final long rows;
    private final long rejectedRows;
    private final List<FedField> fed;
    private final List<String> unfed;
    private final List<String> unread;

    TableReport(
            String file,
            String feeds,
            long rows,
            long rejectedRows,
            List<FedField> fed,
            List<String> unfed,
            List<String> unread) {
        this.file = file;
        this.feeds = feeds;
        this.rows = rows;
        this.rejectedRows = rejectedRows;
        this.fed = List.copyOf(fed);
        this.unfed = List.copyOf(unfed);
        this.unread = List.copyOf(unread);
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

    /**
     * How many rows the file has.
     *
     * @return the number, without the header and empty lines
     */
    public long rows() {
        return rows;
    }

    /**
     * How many of the rows were rejected.
     *
     * @return the number
     */
    public long rejectedRows() {
        return rejectedRows;
    }

    /**
     * The fields that are fed.
     *
     * @return the fields in the order of the table
     */
    public List<FedField> fed() {
        return fed;
    }

    /**
     * What feeds a field.
     *
     * @param field  the field
     * @return the column and how often it is filled; empty if the field is not fed
     */
    public Optional<FedField> fed(String field) {
        return fed.stream().filter(each -> each.field().equals(field)).findFirst();
    }

    /**
     * The fields that nothing in this file feeds.
     *
     * @return their names in the order of the table
     */
    public List<String> unfed() {
        return unfed;
    }

    /**
     * The columns that feed nothing.
     *
     * @return their names in the order of the file
     */
    public List<String> unread() {
        return unread;
    }

    @Override
    public String toString() {
        return file + " feeds " + feeds + " with " + (rows - rejectedRows) + " of " + rows + " rows";
    }
}
