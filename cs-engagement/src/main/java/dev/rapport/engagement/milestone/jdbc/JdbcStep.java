package dev.rapport.engagement.milestone.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;

/** Work that is done whole or not at all: a transaction of its own, or a part of the host's. */
final class JdbcStep {

    private final Connection connection;
    private final LedgerDialect dialect;
    private final int tries;

    JdbcStep(Connection connection, LedgerDialect dialect, int tries) {
        this.connection = connection;
        this.dialect = dialect;
        this.tries = tries;
    }

    /** What is done in a step. */
    @FunctionalInterface
    interface Work<T> {
        T take() throws SQLException;
    }

    <T> T take(Work<T> work) {
        try {
            return connection.getAutoCommit() ? alone(work) : joined(work);
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger's database failed: " + e.getMessage(), e);
        }
    }

    private <T> T joined(Work<T> work) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            T result = work.take();
            connection.releaseSavepoint(before);
            return result;
        } catch (SQLException | RuntimeException e) {
            connection.rollback(before);
            throw e;
        }
    }

    private <T> T alone(Work<T> work) throws SQLException {
        for (int i = 1; ; i++) {
            try {
                return once(work);
            } catch (SQLException e) {
                if (i >= tries || !dialect.isWorthAnotherTry(e)) {
                    throw e;
                }
            }
        }
    }

    private <T> T once(Work<T> work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            T result = work.take();
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
