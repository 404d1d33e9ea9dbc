package dev.rapport.examples.benchmarks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/**
 * db-scheduler with twenty threads, a task for each firing that does nothing but count. On PostgreSQL it locks and fetches a
 * thousand at once, as we do; on SQLite it can only fetch them, and locks each alone.
 */
final class DbSchedulerFirings implements Firings {

    private static final int THREADS = 20;
    private static final double LEAST_LEFT = 10;
    private static final double FETCHED = 50;
    private static final int AT_ONCE = 1_000;

    private final HikariDataSource pool;
    private final boolean isPostgresql;
    private CountDownLatch left = new CountDownLatch(0);
    private long planned;
    private final OneTimeTask<Void> task =
            Tasks.oneTime("milestone").execute((instance, context) -> left.countDown());

    DbSchedulerFirings(String url) {
        this.isPostgresql = url.startsWith("jdbc:postgresql:");
        this.pool = PeerPool.to(url, isPostgresql ? THREADS + 2 : 2);
    }

    @Override
    public void plan(int count) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS scheduled_tasks");
            statement.execute("CREATE TABLE scheduled_tasks (task_name TEXT NOT NULL, task_instance TEXT NOT NULL,"
                    + " task_data " + (isPostgresql ? "BYTEA" : "BLOB") + ", execution_time "
                    + (isPostgresql ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP") + ", picked BOOLEAN NOT NULL,"
                    + " picked_by TEXT, last_success " + (isPostgresql ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP")
                    + ", last_failure " + (isPostgresql ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP")
                    + ", consecutive_failures INT, last_heartbeat "
                    + (isPostgresql ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP")
                    + ", version BIGINT NOT NULL, priority SMALLINT, state TEXT, PRIMARY KEY (task_name, task_instance))");
            statement.execute("CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time)");
            statement.execute("CREATE INDEX last_heartbeat_idx ON scheduled_tasks (last_heartbeat)");
        }
        SchedulerClient client = SchedulerClient.Builder.create(pool, task).build();
        Instant now = Instant.now();
        for (int from = 0; from < count; from += AT_ONCE) {
            client.scheduleBatch(
                    IntStream.range(from, Math.min(from + AT_ONCE, count))
                            .<TaskInstance<?>>mapToObj(i -> task.instance("c-" + i))
                            .toList(),
                    now);
        }
        if (isPostgresql) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            }
        }
        planned = count;
        left = new CountDownLatch(count);
    }

    @Override
    public void fire() throws SQLException, InterruptedException {
        SchedulerBuilder builder =
                Scheduler.create(pool, task).threads(THREADS).pollingInterval(Duration.ofMillis(50));
        Scheduler scheduler = (isPostgresql
                        ? builder.pollUsingLockAndFetch(LEAST_LEFT, FETCHED)
                        : builder.pollUsingFetch(LEAST_LEFT, FETCHED))
                .build();
        scheduler.start();
        left.await();
        awaitNone();
        scheduler.stop();
    }

    /** The task counts before its row is gone. */
    private void awaitNone() throws SQLException, InterruptedException {
        try (Connection connection = pool.getConnection()) {
            PeerPool.awaitNone(connection, "SELECT COUNT(*) FROM scheduled_tasks");
        }
    }

    @Override
    public long told() {
        return planned - left.getCount();
    }

    @Override
    public void close() {
        pool.close();
    }
}
