package dev.rapport.engagement.testkit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;

class H2LedgerTest extends JdbcLedgerContract {

    private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000";

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }
}
