package dev.rapport.engagement.milestone.jdbc;

import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.OccurrenceKey;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entries one by one, in batches of the driver. */
final class RowEntryWriter implements EntryWriter {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String ADVANCE = "UPDATE rapport_occurrence SET latest = 0, wake_at = NULL"
            + " WHERE token = ? AND number = ? AND latest = 1";

    private final Connection connection;
    private final LedgerDialect dialect;

    RowEntryWriter(Connection connection, LedgerDialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    @Override
    public Set<OccurrenceKey> advance(List<LedgerEntry> entries) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
            for (LedgerEntry entry : entries) {
                update.setString(1, entry.key().token());
                update.setInt(2, entry.number() - 1);
                update.addBatch();
            }
            return changed(entries, update.executeBatch());
        }
    }

    @Override
    public Set<OccurrenceKey> insert(List<LedgerEntry> entries) throws SQLException {
        String sql = "INSERT INTO rapport_occurrence (" + EntryRow.ALL_COLUMNS + ") VALUES (?"
                + ", ?".repeat(EntryRow.NAMES.size() - 1) + ")" + dialect.unlessThere();
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (LedgerEntry entry : entries) {
                @Nullable Object[] values = EntryRow.values(entry);
                for (int i = 0; i < values.length; i++) {
                    insert.setObject(i + 1, values[i]);
                }
                insert.addBatch();
            }
            return changed(entries, insert.executeBatch());
        } catch (BatchUpdateException e) {
            if (dialect == LedgerDialect.H2 && isOnlyUniqueViolations(e)) {
                return changed(entries, e.getUpdateCounts());
            }
            throw e;
        }
    }

    private static Set<OccurrenceKey> changed(List<LedgerEntry> entries, int[] counts) {
        Set<OccurrenceKey> changed = new HashSet<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] == Statement.SUCCESS_NO_INFO) {
                throw new IllegalStateException("The driver does not tell which entries were added.");
            }
            if (counts[i] == 1) {
                changed.add(entries.get(i).key());
            }
        }
        return changed;
    }

    private static boolean isOnlyUniqueViolations(BatchUpdateException exception) {
        for (SQLException e = exception.getNextException(); e != null; e = e.getNextException()) {
            if (!UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return false;
            }
        }
        return UNIQUE_VIOLATION.equals(exception.getSQLState()) || exception.getNextException() != null;
    }
}
