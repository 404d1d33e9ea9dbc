package dev.rapport.engagement.milestone.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The table of a ledger, {@code rapport_occurrence}, and its version. Times and days are texts that sort, in UTC, so that
 * no driver's time zone touches them.
 */
public final class LedgerSchema {

    private static final int TRIES = 10;

    private LedgerSchema() {}

    /**
     * Creates the table, or brings an older one up to date. Doing it again changes nothing; each step is a transaction of
     * its own if the connection commits by itself, and part of the host's otherwise. Instances may do it at the same time
     * on connections that commit by themselves.
     *
     * @param connection  the connection
     * @return how many steps were taken
     * @throws SQLException if the database refuses
     * @throws IllegalStateException if the table is of a newer release
     */
    public static int upgrade(Connection connection) throws SQLException {
        LedgerDialect dialect = LedgerDialect.of(connection);
        List<List<String>> steps = steps(dialect);
        int taken = 0;
        for (int i = 1; ; i++) {
            try {
                int version = preparedVersion(connection);
                if (version > steps.size()) {
                    throw new IllegalStateException("The ledger's tables have version " + version
                            + ", this release knows " + steps.size()
                            + ".\nMaybe take the release that the other instances run.");
                }
                for (int step = version; step < steps.size(); step++) {
                    take(connection, step, steps.get(step));
                    taken++;
                }
                return taken;
            } catch (SQLException e) {
                // Perhaps another instance has taken the same step: what is left is found when it is looked at again
                if (i == TRIES || !connection.getAutoCommit()) {
                    throw e;
                }
            }
        }
    }

    private static int preparedVersion(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS rapport_ledger_version (version INTEGER NOT NULL)");
        }
        return version(connection);
    }

    /**
     * The version of a ledger's table.
     *
     * @param connection  the connection
     * @return the number of steps that were taken, 0 if none was
     * @throws SQLException if there is no such table
     */
    static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT MAX(version) FROM rapport_ledger_version")) {
            return found.next() ? found.getInt(1) : 0;
        }
    }

    private static void take(Connection connection, int step, List<String> statements) throws SQLException {
        boolean own = connection.getAutoCommit();
        if (own) {
            connection.setAutoCommit(false);
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            // At the end: where each statement is a transaction of its own, one that was cut short is done again
            int version = step + 1;
            statement.execute("INSERT INTO rapport_ledger_version (version) SELECT " + version
                    + " WHERE NOT EXISTS (SELECT 1 FROM rapport_ledger_version WHERE version = " + version + ")");
            if (own) {
                connection.commit();
            }
        } catch (SQLException e) {
            if (own) {
                connection.rollback();
            }
            throw e;
        } finally {
            if (own) {
                connection.setAutoCommit(true);
            }
        }
    }

    /** The statements of each version; what stands here is never changed, only added to. */
    static List<List<String>> steps(LedgerDialect dialect) {
        String text = " " + dialect.text();
        String key = " " + dialect.keyText();
        return List.of(
                List.of(
                        "CREATE TABLE IF NOT EXISTS rapport_occurrence (token" + key
                                + " NOT NULL, number INTEGER NOT NULL, customer"
                                + key + " NOT NULL, latest INTEGER NOT NULL, state" + key + " NOT NULL, reason" + text
                                + " NOT NULL, at" + key + " NOT NULL, recorded_at" + key + " NOT NULL, due_on" + key
                                + " NOT NULL, may_fire_until" + key + " NOT NULL, next_at" + key + ", fired_at" + key
                                + ", days_late INTEGER NOT NULL, role" + key + " NOT NULL, owner" + key + ", made_by"
                                + key + ", alert" + key + ", alert_at" + key + ", wake_at" + key + ", digest" + key
                                + ", pending INTEGER, PRIMARY KEY (token, number))" + dialect.tableEnd(),
                        index(dialect, "customer", "customer, due_on"),
                        index(dialect, "wake", "wake_at")),
                List.of(
                        index(dialect, "pending", "pending, alert_at, alert"),
                        index(dialect, "digest", "digest"),
                        index(dialect, "alert_at", "alert_at")),
                List.of(index(dialect, "due", "wake_at, token"), "DROP INDEX IF EXISTS rapport_occurrence_wake"));
    }

    private static String index(LedgerDialect dialect, String name, String columns) {
        String first = columns.split(",", -1)[0];
        String where = first.equals("customer") ? "" : dialect.whereGiven(first);
        return "CREATE INDEX IF NOT EXISTS rapport_occurrence_" + name + " ON rapport_occurrence (" + columns + ")"
                + where;
    }
}
