package dev.rapport.model.tables;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.organisation.TimeEntry;
import dev.rapport.model.organisation.TimeSheet;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a time sheet as an entry of the table of time entries. It has no id of its own. */
record SheetEntry(TimeSheet.Line line, ZoneId zone) implements Entry {

    /** The lines of a time sheet, in their order. */
    static List<SheetEntry> of(TimeSheet sheet, ZoneId zone) {
        return sheet.lines().stream().map(line -> new SheetEntry(line, zone)).toList();
    }

    @Override
    public String id() {
        return "";
    }

    @Override
    public Instant at() {
        return line.entry().on().atStartOfDay(zone).toInstant();
    }

    @Override
    public Instant recordedAt() {
        return line.recordedAt();
    }

    @Override
    public String source() {
        return "";
    }

    @Override
    @SuppressWarnings("unchecked") // each key is one of those of a time entry, with its type
    public <T> @Nullable T valueOrNull(AttributeKey<T> field) {
        TimeEntry entry = line.entry();
        if (field.equals(TimeEntry.MEMBER)) {
            return (T) entry.member();
        }
        if (field.equals(TimeEntry.KIND)) {
            return (T) entry.kind();
        }
        return field.equals(TimeEntry.HOURS) ? (T) Double.valueOf(entry.hours().doubleValue()) : null;
    }
}
