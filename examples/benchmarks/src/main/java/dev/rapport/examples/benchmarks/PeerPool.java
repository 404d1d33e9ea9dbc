package dev.rapport.examples.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What both peers need of a database. */
final class PeerPool {

    private static final long LOOKS_EVERY_MILLIS = 5;

    private PeerPool() {}

    /** Connections with the settings that {@link LedgerStore#connect} gives its own. */
    static HikariDataSource to(String url, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(connections);
        if (url.startsWith("jdbc:sqlite:")) {
            config.addDataSourceProperty("busy_timeout", "20000");
            config.addDataSourceProperty("journal_mode", "WAL");
            config.addDataSourceProperty("synchronous", "FULL");
            config.addDataSourceProperty("cache_size", "-65536");
            config.addDataSourceProperty("transaction_mode", "IMMEDIATE");
        }
        return new HikariDataSource(config);
    }

    /** Returns when a count is 0. */
    static void awaitNone(Connection connection, String count) throws SQLException, InterruptedException {
        for (boolean none = false; !none; ) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(count)) {
                none = !rows.next() || rows.getLong(1) == 0;
            }
            if (!none) {
                Thread.sleep(LOOKS_EVERY_MILLIS);
            }
        }
    }
}
