package dev.rapport.model.tables;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Entry;
import dev.rapport.model.attribute.SeriesKey;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.organisation.TimeSheet;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table of a series: a row for each entry. Columns that no entry needs are left out. */
final class SeriesTable {

    private final ZoneId zone;
    private final SeriesKey<?> key;
    private final Set<AttributeKey<?>> filled = new LinkedHashSet<>();
    private boolean hasId;
    private boolean hasRecordedAt;

    SeriesTable(ZoneId zone, SeriesKey<?> key) {
        this.zone = zone;
        this.key = key;
        this.hasId = key.nature() == SeriesKey.Nature.RECORDS;
        filled.addAll(key.requiredFields());
    }

    /** Finds out which columns are needed; before anything is written. */
    void look(Customer customer) {
        List<Entry> entries = customer.entries(key);
        hasId |= !hasIdsThatAReaderGives(entries);
        lookAtFields(entries);
    }

    void look(TimeSheet sheet) {
        lookAtFields(SheetEntry.of(sheet, zone));
    }

    private void lookAtFields(List<? extends Entry> entries) {
        for (Entry entry : entries) {
            hasRecordedAt |= !entry.recordedAt().equals(entry.at());
            for (AttributeKey<?> field : key.fields()) {
                if (entry.valueOrNull(field) != null) {
                    filled.add(field);
                }
            }
        }
    }

    private boolean hasIdsThatAReaderGives(List<Entry> entries) {
        if (hasId) {
            return true;
        }
        List<Entry> numbered = new ArrayList<>(entries);
        numbered.sort(key.recordingOrder());
        for (int i = 0; i < numbered.size(); i++) {
            if (!numbered.get(i).id().equals(Integer.toString(i))) {
                return false;
            }
        }
        return true;
    }

    List<String> header() {
        List<String> header = new ArrayList<>(List.of(TableSchema.CUSTOMER));
        if (hasId) {
            header.add(TableSchema.ID);
        }
        header.add(TableSchema.AT);
        if (hasRecordedAt) {
            header.add(TableSchema.RECORDED_AT);
        }
        columns().forEach(field -> header.add(field.name()));
        return header;
    }

    private List<AttributeKey<?>> columns() {
        List<AttributeKey<?>> columns = new ArrayList<>();
        for (AttributeKey<?> field : key.fields()) {
            if (filled.contains(field)) {
                columns.add(field);
            }
        }
        return columns;
    }

    /** In full where it is earlier, since a bare date would be taken to mean later that day. */
    private @Nullable String recordedAt(Entry entry) {
        if (entry.recordedAt().equals(entry.at())) {
            return null;
        }
        return entry.recordedAt().isBefore(entry.at())
                ? entry.recordedAt().toString()
                : CellText.of(entry.recordedAt(), zone);
    }

    void write(Customer customer, TableOut target) {
        customer.entries(key).forEach(entry -> write(customer.id(), entry.id(), entry, target));
    }

    /** The lines have no ids. */
    void write(TimeSheet sheet, TableOut target) {
        SheetEntry.of(sheet, zone)
                .forEach(entry -> write(entry.line().entry().customer().orElse(null), null, entry, target));
    }

    private void write(@Nullable String customer, @Nullable String id, Entry entry, TableOut target) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(customer);
        if (hasId) {
            row.add(id);
        }
        row.add(CellText.of(entry.at(), zone));
        if (hasRecordedAt) {
            row.add(recordedAt(entry));
        }
        columns().forEach(field -> row.add(entry.valueOrNull(field)));
        target.row(row);
    }
}
