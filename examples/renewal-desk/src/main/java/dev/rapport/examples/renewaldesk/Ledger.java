package dev.rapport.examples.renewaldesk;

import dev.rapport.engagement.milestone.MilestoneLedger;
import dev.rapport.engagement.milestone.jdbc.JdbcMilestoneLedger;
import dev.rapport.engagement.milestone.jdbc.LedgerSchema;
import dev.rapport.examples.shared.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The ledger in its database. */
final class Ledger implements AutoCloseable {

    private static final String SQLITE = "jdbc:sqlite:";

    private final Connection connection;
    private final MilestoneLedger store;

    private Ledger(Connection connection, MilestoneLedger store) {
        this.connection = connection;
        this.store = store;
    }

    /** Connects, and creates or upgrades the table. */
    static Ledger open(String url) {
        String shown = url.replaceAll("[?;].*", "").replaceAll("//[^/@]*@", "//");
        try {
            if (url.startsWith(SQLITE)) {
                makeFolder(url.substring(SQLITE.length()));
            }
            Connection connection = DriverManager.getConnection(url);
            if (url.startsWith(SQLITE)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("PRAGMA busy_timeout = 20000");
                    statement.execute("PRAGMA journal_mode = WAL");
                    statement.execute("PRAGMA synchronous = FULL");
                    statement.execute("PRAGMA cache_size = -65536");
                }
            }
            LedgerSchema.upgrade(connection);
            return new Ledger(connection, JdbcMilestoneLedger.on(connection));
        } catch (IllegalStateException e) {
            throw new UserError("ledger (--jdbc " + shown + ") cannot be opened: " + e.getMessage(), e);
        } catch (SQLException | IOException | IllegalArgumentException e) {
            throw new UserError(
                    "ledger (--jdbc " + shown + ") cannot be opened: " + e.getMessage()
                            + "\nMaybe jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE.",
                    e);
        }
    }

    private static void makeFolder(String file) throws IOException {
        Path parent = Path.of(file.replaceAll("\\?.*", "")).toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
    }

    MilestoneLedger store() {
        return store;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new UserError("the ledger cannot be closed: " + e.getMessage(), e);
        }
    }
}
