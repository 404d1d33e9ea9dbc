package dev.rapport.model.tables;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** A row whose cells have been read, each alone; what belongs together is checked afterwards. */
final class DraftRow {

    private final TableFile table;
    private final int line;
    private final @Nullable Object[] cells;
    private boolean timeStandsIn;

    DraftRow(TableFile table, int line, @Nullable Object[] cells) {
        this.table = table;
        this.line = line;
        this.cells = cells;
    }

    TableFile table() {
        return table;
    }

    int line() {
        return line;
    }

    @Nullable
    Object cell(int target) {
        return cells[target];
    }

    void cell(int target, @Nullable Object value) {
        cells[target] = value;
    }

    int size() {
        return cells.length;
    }

    String text(int target) {
        Object value = cells[target];
        return value == null ? "" : value.toString();
    }

    /** The instant of a moment that has been filled in. */
    Instant instant(int target) {
        return moment(target).instant();
    }

    /** A moment that has been filled in. */
    Moment moment(int target) {
        if (cells[target] instanceof Moment moment) {
            return moment;
        }
        throw new IllegalStateException("cell " + target + " of " + this + " has no time");
    }

    /** When a cell became known, of a row that became known at a time. */
    Instant knownAt(int target, Instant recordedAt, ZoneId zone) {
        int from = table.knownFrom(target);
        Object time = from < 0 ? null : cells[from];
        Instant known = time instanceof LocalDate date
                ? date.atStartOfDay(zone).toInstant()
                : time instanceof Moment moment ? moment.instant() : recordedAt;
        return known.isBefore(recordedAt) ? recordedAt : known;
    }

    /** Another date stands for when it was, which the row does not say. */
    boolean timeStandsIn() {
        return timeStandsIn;
    }

    void standIn(Moment at) {
        cells[BookDraft.AT] = at;
        timeStandsIn = true;
    }

    String source() {
        return table.name() + ":" + line;
    }

    @Override
    public String toString() {
        return source();
    }
}
