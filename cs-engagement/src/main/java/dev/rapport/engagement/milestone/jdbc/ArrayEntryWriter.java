package dev.rapport.engagement.milestone.jdbc;

import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.OccurrenceKey;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All entries in one statement of PostgreSQL, an array for each column. */
final class ArrayEntryWriter implements EntryWriter {

    /** Locked in the order of tokens; who waited for another looks again whether the row is still the last of its key. */
    private static final String ADVANCE = "WITH prior AS MATERIALIZED (SELECT o.token, o.number FROM"
            + " unnest(?, ?) AS given (token, number) JOIN rapport_occurrence o ON o.token = given.token COLLATE \"C\""
            + " AND o.number = given.number WHERE o.latest = 1 ORDER BY o.token FOR UPDATE OF o)"
            + " UPDATE rapport_occurrence o SET latest = 0, wake_at = NULL FROM prior"
            + " WHERE o.token = prior.token AND o.number = prior.number RETURNING o.token";

    private static final String INSERT = insert();

    private final Connection connection;

    ArrayEntryWriter(Connection connection) {
        this.connection = connection;
    }

    private static String insert() {
        return "INSERT INTO rapport_occurrence (" + EntryRow.ALL_COLUMNS + ") SELECT * FROM unnest(?"
                + ", ?".repeat(EntryRow.NAMES.size() - 1) + ") ON CONFLICT DO NOTHING RETURNING token";
    }

    @Override
    public Set<OccurrenceKey> advance(List<LedgerEntry> entries) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            rows.add(new @Nullable Object[] {entry.key().token(), entry.number() - 1});
        }
        return changed(entries, ADVANCE, List.of("token", "number"), rows);
    }

    @Override
    public Set<OccurrenceKey> insert(List<LedgerEntry> entries) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            rows.add(EntryRow.values(entry));
        }
        return changed(entries, INSERT, EntryRow.NAMES, rows);
    }

    private Set<OccurrenceKey> changed(
            List<LedgerEntry> entries, String sql, List<String> columns, List<@Nullable Object[]> rows)
            throws SQLException {
        Map<String, OccurrenceKey> keys = new HashMap<>();
        entries.forEach(entry -> keys.put(entry.key().token(), entry.key()));
        Set<OccurrenceKey> changed = new HashSet<>();
        List<Array> arrays = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int column = 0; column < columns.size(); column++) {
                String type = EntryRow.isNumber(columns.get(column)) ? "int4" : "text";
                Array array = connection.createArrayOf(type, values(rows, column));
                arrays.add(array);
                statement.setArray(column + 1, array);
            }
            try (ResultSet tokens = statement.executeQuery()) {
                while (tokens.next()) {
                    OccurrenceKey key = keys.get(tokens.getString(1));
                    if (key != null) {
                        changed.add(key);
                    }
                }
            }
        } finally {
            for (Array array : arrays) {
                array.free();
            }
        }
        return changed;
    }

    private static @Nullable Object[] values(List<@Nullable Object[]> rows, int column) {
        @Nullable Object[] values = new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = rows.get(i)[column];
        }
        return values;
    }
}
