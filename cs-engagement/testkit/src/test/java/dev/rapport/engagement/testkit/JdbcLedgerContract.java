package dev.rapport.engagement.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rapport.engagement.milestone.Alert;
import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.MilestoneLedger;
import dev.rapport.engagement.milestone.jdbc.JdbcMilestoneLedger;
import dev.rapport.engagement.milestone.jdbc.LedgerSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds for our ledger on every database, on top of the published contract. */
abstract class JdbcLedgerContract extends MilestoneLedgerContract {

    private final List<Connection> connections = new ArrayList<>();

    /** Another connection to the test's own database, which is empty at first. */
    abstract Connection connect() throws SQLException;

    private Connection open() throws SQLException {
        Connection connection = connect();
        connections.add(connection);
        return connection;
    }

    @AfterEach
    void closeConnections() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }

    @Override
    protected final MilestoneLedger emptyLedger() {
        try {
            Connection connection = open();
            LedgerSchema.upgrade(connection);
            return JdbcMilestoneLedger.on(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected final MilestoneLedger otherInstance(MilestoneLedger first) {
        try {
            return JdbcMilestoneLedger.on(open());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    final void upgrade_isTakenOnce() throws SQLException {
        assertThat(LedgerSchema.upgrade(open())).isZero();
    }

    @Test
    final void tableOfANewerRelease_isRefused() throws SQLException {
        Connection connection = open();
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO rapport_ledger_version (version) VALUES (99)");
        }

        assertThatIllegalStateException()
                .isThrownBy(() -> LedgerSchema.upgrade(connection))
                .withMessageStartingWith("The ledger's tables have version 99, this release knows 2.");
    }

    @Test
    final void call_joinsTheHostsTransaction() throws SQLException {
        Connection host = open();
        host.setAutoCommit(false);
        MilestoneLedger ledger = JdbcMilestoneLedger.on(host);

        assertThat(ledger.add(List.of(firing("acme", 1)))).hasSize(1);
        host.rollback();
        assertThat(ledger.latestOf(Set.of("acme"))).isEmpty();
        ledger.add(List.of(firing("acme", 1)));
        assertThat(ledger.add(List.of(firing("acme", 1), firing("acme", 2)))).hasSize(1);
        host.commit();

        assertThat(JdbcMilestoneLedger.on(open()).undelivered(10))
                .isEqualTo(Alert.of(List.of(firing("acme", 1), firing("acme", 2))));
    }

    @Test
    final void callThatThrows_addsNothing_andTheHostsTransactionGoesOn() throws SQLException {
        Connection host = open();
        host.setAutoCommit(false);
        MilestoneLedger ledger = JdbcMilestoneLedger.on(host);
        LedgerEntry beyond = LedgerEntry.builder()
                .from(planned("zeta", 2))
                .mayFireUntil(Instant.MAX)
                .build();
        ledger.add(List.of(planned("acme", 1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ledger.add(List.of(fired(planned("acme", 1), "anna"), planned("beta", 1), beyond)))
                .withMessageContaining("must lie in the years");
        host.commit();

        MilestoneLedger other = JdbcMilestoneLedger.on(open());
        assertThat(other.latestOf(Set.of("acme", "beta", "zeta"))).containsExactly(planned("acme", 1));
        assertThat(other.due(planned("acme", 9).mayFireUntil(), 10)).containsExactly(planned("acme", 1));
    }
}
