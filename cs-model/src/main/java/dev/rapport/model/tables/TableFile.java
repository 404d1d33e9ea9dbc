package dev.rapport.model.tables;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A file that feeds a table: what feeds what in it, and how much there was. */
final class TableFile {

    private final String name;
    private final int ordinal;
    private final TableSchema schema;
    private final List<Slot> slots;
    private final int[] knownFrom;
    private final boolean[] fed;
    private final long[] filled;
    private List<String> unread = List.of();
    private long rows;
    private long rejected;
    private long rounded;
    private int firstRounded;

    TableFile(String name, int ordinal, TableSchema schema, List<Slot> slots, int[] knownFrom) {
        this.name = name;
        this.ordinal = ordinal;
        this.schema = schema;
        this.slots = List.copyOf(slots);
        this.knownFrom = knownFrom;
        this.fed = new boolean[slots.size()];
        this.filled = new long[slots.size()];
        for (int i = 0; i < fed.length; i++) {
            fed[i] = slots.get(i).constant() != null;
        }
    }

    String name() {
        return name;
    }

    /** Which of the files of the book it is, in the order in which they are read. */
    int ordinal() {
        return ordinal;
    }

    TableSchema schema() {
        return schema;
    }

    List<Slot> slots() {
        return slots;
    }

    String columnOf(int target) {
        return slots.get(target).label();
    }

    /** The target that tells when another became known, or -1 if it is known with the row. */
    int knownFrom(int target) {
        return knownFrom[target];
    }

    /** Whether the file has the column for a target, or the mapping a constant. */
    boolean isFed(int target) {
        return fed[target];
    }

    void feed(int target) {
        fed[target] = true;
    }

    void unread(Collection<String> columns) {
        unread = List.copyOf(columns);
    }

    long rows() {
        return rows;
    }

    void countRow() {
        rows++;
    }

    void countRejected() {
        rejected++;
    }

    void countFilled(int target) {
        filled[target]++;
    }

    /** Counts an amount that had more decimals than its currency. */
    void countRounded(int line) {
        firstRounded = rounded++ == 0 ? line : firstRounded;
    }

    /** How many amounts had more decimals than their currency, and the line of the first. */
    long rounded() {
        return rounded;
    }

    int firstRounded() {
        return firstRounded;
    }

    TableReport report() {
        List<TableReport.FedField> fields = new ArrayList<>();
        List<String> unfed = new ArrayList<>();
        for (int i = 0; i < slots.size(); i++) {
            Slot slot = slots.get(i);
            String field = slot.target().name();
            if (fed[i]) {
                fields.add(new TableReport.FedField(field, slot.column() == null ? "" : slot.column(), filled[i]));
            } else {
                unfed.add(field);
            }
        }
        return new TableReport(name, schema.name(), rows, rejected, fields, unfed, unread);
    }

    @Override
    public String toString() {
        return name;
    }
}
