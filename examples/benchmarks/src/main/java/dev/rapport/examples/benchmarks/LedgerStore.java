package dev.rapport.examples.benchmarks;

import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.milestone.MilestoneLedger;
import dev.rapport.engagement.milestone.jdbc.JdbcMilestoneLedger;
import dev.rapport.engagement.milestone.jdbc.LedgerSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * A ledger without entries, in memory or in a database whose commits outlive a loss of power.
 *
 * @param ledger  the ledger
 * @param connection  its connection, if it has one
 */
record LedgerStore(MilestoneLedger ledger, Optional<Connection> connection) implements AutoCloseable {

    /** What stands in place of a URL for a ledger in memory. */
    static final String MEMORY = "memory";

    /** A ledger whose tables are made anew. */
    static LedgerStore empty(String url) throws SQLException {
        if (url.equals(MEMORY)) {
            return new LedgerStore(new InMemoryMilestoneLedger(), Optional.empty());
        }
        Connection connection = connect(url);
        LedgerStore store = new LedgerStore(JdbcMilestoneLedger.on(connection), Optional.of(connection));
        store.clear();
        return store;
    }

    /** Makes the tables anew. */
    void clear() throws SQLException {
        if (connection.isPresent()) {
            try (Statement statement = connection.get().createStatement()) {
                statement.execute("DROP TABLE IF EXISTS rapport_occurrence");
                statement.execute("DROP TABLE IF EXISTS rapport_ledger_version");
            }
            LedgerSchema.upgrade(connection.get());
        }
    }

    /** SQLite as the renewal desk sets it; PostgreSQL as its server is set. */
    static Connection connect(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        if (url.startsWith("jdbc:sqlite:")) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 20000");
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("PRAGMA synchronous = FULL");
                statement.execute("PRAGMA cache_size = -65536");
            }
        }
        return connection;
    }

    /** Says what has changed since the planner looked last: PostgreSQL does so by itself after a while. */
    void analyse() throws SQLException {
        if (connection.isPresent()) {
            try (Statement statement = connection.get().createStatement()) {
                statement.execute("ANALYZE");
            }
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection.isPresent()) {
            connection.get().close();
        }
    }
}
