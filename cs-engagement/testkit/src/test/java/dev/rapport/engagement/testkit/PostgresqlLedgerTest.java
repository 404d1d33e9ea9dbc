package dev.rapport.engagement.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Runs when a server is given: {@code -Dpostgresql.url=jdbc:postgresql://localhost:5433/postgres?user=postgres}. */
@EnabledIfSystemProperty(named = "postgresql.url", matches = "jdbc:postgresql:.+")
class PostgresqlLedgerTest extends JdbcLedgerContract {

    private final String schema = "ledger_" + UUID.randomUUID().toString().replace('-', '_');

    @Override
    Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(System.getProperty("postgresql.url"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS " + schema);
            statement.execute("SET search_path TO " + schema);
        }
        return connection;
    }
}
