package dev.rapport.engagement.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rapport.engagement.milestone.Alert;
import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.MilestoneLedger;
import dev.rapport.engagement.milestone.jdbc.JdbcMilestoneLedger;
import dev.rapport.engagement.milestone.jdbc.LedgerDialect;
import dev.rapport.engagement.milestone.jdbc.LedgerSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds for our ledger on every database, on top of the published contract. */
abstract class JdbcLedgerContract extends MilestoneLedgerContract {

    private static final String KEY_OF_VERSION_1 = "acme|renewal|c-1|2027-01-01|";

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

    /** The file is what version 1 created; what it holds goes on as if nothing had happened. */
    @Test
    final void tableOfVersion1_isUpgraded_andGoesOn() throws SQLException, IOException {
        Connection connection = emptied();
        try (Statement statement = connection.createStatement()) {
            for (String sql : versionOne(LedgerDialect.of(connection))) {
                statement.execute(sql);
            }
        }

        int steps = LedgerSchema.upgrade(connection);

        assertThat(steps).isPositive();
        assertThat(LedgerSchema.upgrade(connection)).isZero();
        MilestoneLedger ledger = JdbcMilestoneLedger.on(connection);
        assertThat(ledger.entriesOf(Set.of("acme")))
                .extracting(LedgerEntry::toString)
                .containsExactly(
                        KEY_OF_VERSION_1 + "30 days before #1 planned: 30 days before 2027-01-01 of c-1",
                        KEY_OF_VERSION_1 + "30 days before #2 fired: 30 days before 2027-01-01 of c-1",
                        KEY_OF_VERSION_1 + "7 days before #1 planned: 7 days before 2027-01-01 of c-1");
        Alert alert = ledger.undelivered(10).get(0);
        assertThat(alert.token()).isEqualTo(KEY_OF_VERSION_1 + "30 days before");
        ledger.markDelivered(Set.of(alert.token()));
        assertThat(ledger.undelivered(10)).isEmpty();
        List<LedgerEntry> due = ledger.due(Instant.parse("2026-12-26T00:00:00Z"), 10);
        assertThat(due)
                .singleElement()
                .satisfies(entry -> assertThat(entry.key().step()).isEqualTo("7 days before"));
        LedgerEntry fired = fired(due.get(0), "anna");
        assertThat(ledger.add(List.of(fired))).containsExactly(fired);
        assertThat(ledger.add(List.of(fired))).isEmpty();
        assertThat(ledger.due(Instant.parse("2027-12-26T00:00:00Z"), 10)).isEmpty();
    }

    /** The test's own database without tables. */
    private Connection emptied() throws SQLException {
        Connection connection = open();
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE rapport_occurrence");
            statement.execute("DROP TABLE rapport_ledger_version");
        }
        return connection;
    }

    private static List<String> versionOne(LedgerDialect dialect) throws IOException {
        String name = "ledger-1-" + dialect.name().toLowerCase(Locale.ROOT) + ".sql";
        try (InputStream in = JdbcLedgerContract.class.getResourceAsStream(name)) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return script.lines()
                    .filter(line -> !line.startsWith("--"))
                    .collect(Collectors.collectingAndThen(
                            Collectors.joining("\n"),
                            all -> Arrays.asList(all.strip().split(";\\s*"))));
        }
    }

    @Test
    final void instancesMayUpgradeAtTheSameTime() throws Exception {
        List<Connection> starting = List.of(emptied(), open(), open(), open());
        ExecutorService threads = Executors.newFixedThreadPool(starting.size());
        try {
            CyclicBarrier together = new CyclicBarrier(starting.size());
            List<Future<Integer>> taken = new ArrayList<>();
            for (Connection connection : starting) {
                taken.add(threads.submit(() -> {
                    together.await();
                    return LedgerSchema.upgrade(connection);
                }));
            }
            for (Future<Integer> steps : taken) {
                assertThat(steps.get()).isNotNegative();
            }
        } finally {
            threads.shutdown();
        }

        assertThat(LedgerSchema.upgrade(starting.get(0))).isZero();
        MilestoneLedger ledger = JdbcMilestoneLedger.on(starting.get(1));
        assertThat(ledger.add(List.of(planned("acme", 1)))).hasSize(1);
    }

    @Test
    final void tableOfANewerRelease_isRefused() throws SQLException {
        Connection connection = open();
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO rapport_ledger_version (version) VALUES (99)");
        }

        assertThatIllegalStateException()
                .isThrownBy(() -> LedgerSchema.upgrade(connection))
                .withMessageStartingWith("The ledger's tables have version 99, this release knows ");
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
