package dev.rapport.engagement.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.OccurrenceState;
import dev.rapport.engagement.milestone.jdbc.JdbcMilestoneLedger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real processes, two at a time, killed while they tick. Afterwards every day that came to its end has all its firings, each
 * once, and each was delivered. {@code -Dledger.kills=200} kills more of them.
 */
class KillNineTest {

    private static final int KILLS = Integer.getInteger("ledger.kills", 4);

    @TempDir
    Path folder = Path.of(".");

    @Test
    void killedWithSqlite_losesAndDoublesNothing() throws Exception {
        killAndCheck("jdbc:sqlite:" + folder.resolve("ledger.db"));
    }

    @Test
    @EnabledIfSystemProperty(named = "postgresql.url", matches = "jdbc:postgresql:.+")
    void killedWithPostgresql_losesAndDoublesNothing() throws Exception {
        String url = System.getProperty("postgresql.url");
        String schema = "kill_" + Long.toHexString(new Random().nextLong());
        try (Connection connection = KilledWorker.connect(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + schema);
        }
        killAndCheck(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema);
    }

    private void killAndCheck(String url) throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        KilledWorker.prepare(url);
        Path first = Files.createDirectories(folder.resolve("first"));
        Path second = Files.createDirectories(folder.resolve("second"));
        for (int kills = 0; kills < KILLS; kills += 2) {
            int days = days().size();
            List<Process> workers = List.of(start(url, first), start(url, second));
            for (Process worker : workers) {
                int wait = 400 + random.nextInt(900);
                assertThat(worker.waitFor(wait, TimeUnit.MILLISECONDS))
                        .as("a worker ends only when it is killed, see " + folder)
                        .isFalse();
            }
            awaitADay(days);
            for (Process worker : workers) {
                worker.destroyForcibly().waitFor();
            }
        }
        check(url, "seed " + seed);
    }

    /** A slow machine may not have come to the first tick yet. */
    private void awaitADay(int days) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
        while (days().size() == days && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private static Process start(String url, Path worker) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWorker.class.getName(),
                        url,
                        worker.toString())
                .redirectErrorStream(true)
                .redirectOutput(worker.resolve("output").toFile())
                .start();
    }

    /** The days that came to their end, with either worker. */
    private NavigableSet<String> days() throws IOException {
        NavigableSet<String> days = new TreeSet<>(lines("first", "days"));
        days.addAll(lines("second", "days"));
        return days;
    }

    private void check(String url, String as) throws Exception {
        NavigableSet<String> days = days();
        List<LedgerEntry> entries;
        try (Connection connection = KilledWorker.connect(url)) {
            List<String> ids = new ArrayList<>();
            for (int i = 0; i < KilledWorker.CUSTOMERS; i++) {
                ids.add("customer-" + i);
            }
            entries = JdbcMilestoneLedger.on(connection).entriesOf(ids);
        }
        List<String> fired = new ArrayList<>();
        for (LedgerEntry entry : entries) {
            if (entry.state() == OccurrenceState.FIRED) {
                fired.add(entry.key().token());
            }
        }
        Set<String> delivered = new HashSet<>(lines("first", "delivered"));
        delivered.addAll(lines("second", "delivered"));
        LocalDate last = LocalDate.parse(days.last());

        assertThat(fired).as("%s: fired twice", as).doesNotHaveDuplicates();
        assertThat(fired).as("%s: lost until %s", as, last).containsAll(expected(last));
        assertThat(entries)
                .as("%s: late or expired, though every day was ticked", as)
                .allMatch(entry -> entry.state() == OccurrenceState.FIRED || entry.state() == OccurrenceState.PLANNED);
        assertThat(delivered).as("%s: fired and not delivered", as).containsAll(expected(last));
        if (Integer.getInteger("ledger.kills") != null) {
            System.out.println(url.replaceAll(":[^:]*$", "") + ", " + as + ": " + KILLS + " kills, " + days.size()
                    + " days, " + fired.size() + " firings, " + entries.size() + " entries; 0 lost, 0 doubled");
        }
    }

    private List<String> lines(String worker, String file) throws IOException {
        Path path = folder.resolve(worker).resolve(file);
        return Files.exists(path) ? Files.readAllLines(path) : List.of();
    }

    /** The tokens of all that is due up to a day, counted month by month. */
    private static Set<String> expected(LocalDate last) {
        Set<String> tokens = new TreeSet<>();
        for (int i = 0; i < KilledWorker.CUSTOMERS; i++) {
            LocalDate end = LocalDate.of(2025, 12, 1 + i % 28);
            while (!end.minusDays(7).isAfter(last)) {
                end = end.plusMonths(1);
                for (String step : KilledWorker.STEPS) {
                    LocalDate due = step.startsWith("on") ? end : end.minusDays(7);
                    if (!due.isBefore(KilledWorker.FIRST) && !due.isAfter(last)) {
                        tokens.add("customer-" + i + "|renewal|customer-" + i + "|" + end + "|" + step);
                    }
                }
            }
        }
        return tokens;
    }
}
