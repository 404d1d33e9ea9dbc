package dev.rapport.engagement.milestone.jdbc;

import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.OccurrenceKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** How entries get into the table. They come in the order of their tokens, so that no two instances wait for each other. */
interface EntryWriter {

    /** The way of a dialect. */
    static EntryWriter of(Connection connection, LedgerDialect dialect) {
        return dialect == LedgerDialect.POSTGRESQL
                ? new ArrayEntryWriter(connection)
                : new RowEntryWriter(connection, dialect);
    }

    /** The keys of those entries whose predecessor was the last one of its key, and is not any more. */
    Set<OccurrenceKey> advance(List<LedgerEntry> entries) throws SQLException;

    /** Adds entries unless they are there, and returns the keys of those that were not. */
    Set<OccurrenceKey> insert(List<LedgerEntry> entries) throws SQLException;
}
