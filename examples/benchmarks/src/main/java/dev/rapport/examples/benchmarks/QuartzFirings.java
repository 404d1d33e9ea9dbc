package dev.rapport.examples.benchmarks;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/**
 * Quartz with its job store in the database and twenty threads, as many triggers at once; a trigger for each firing, of one
 * job that does nothing but count.
 */
final class QuartzFirings implements Firings {

    private static final int THREADS = 20;
    private static final int AT_ONCE = 1_000;
    private static final String TABLES = "/org/quartz/impl/jdbcjobstore/tables_postgres.sql";

    /** Quartz makes its jobs itself, so this is where they find it. */
    private static volatile CountDownLatch left = new CountDownLatch(0);

    private final HikariDataSource pool;
    private final boolean isPostgresql;
    private long planned;

    QuartzFirings(String url) {
        this.isPostgresql = url.startsWith("jdbc:postgresql:");
        this.pool = PeerPool.to(url, isPostgresql ? THREADS + 2 : 2);
        DBConnectionManager.getInstance().addConnectionProvider("peer", new ConnectionProvider() {
            @Override
            public Connection getConnection() throws SQLException {
                return pool.getConnection();
            }

            @Override
            public void shutdown() {}

            @Override
            public void initialize() {}
        });
    }

    /** A firing. */
    public static final class Count implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            left.countDown();
        }
    }

    private Scheduler scheduler() throws SchedulerException {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "peer");
        settings.setProperty("org.quartz.scheduler.instanceId", "one");
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty("org.quartz.scheduler.batchTriggerAcquisitionMaxCount", Integer.toString(THREADS));
        settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
        settings.setProperty("org.quartz.threadPool.threadCount", Integer.toString(THREADS));
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        settings.setProperty(
                "org.quartz.jobStore.driverDelegateClass",
                "org.quartz.impl.jdbcjobstore." + (isPostgresql ? "PostgreSQLDelegate" : "StdJDBCDelegate"));
        settings.setProperty("org.quartz.jobStore.dataSource", "peer");
        settings.setProperty("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        settings.setProperty("org.quartz.jobStore.misfireThreshold", "3600000");
        if (!isPostgresql) {
            settings.setProperty(
                    "org.quartz.jobStore.lockHandler.class", "org.quartz.impl.jdbcjobstore.UpdateLockRowSemaphore");
        }
        return new StdSchedulerFactory(settings).getScheduler();
    }

    @Override
    public void plan(int count) throws SQLException, IOException, SchedulerException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                InputStream in = Job.class.getResourceAsStream(TABLES)) {
            if (in == null) {
                throw new IllegalStateException("Quartz must bring " + TABLES + ".");
            }
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String sql : script.replaceAll("--[^\n]*", "").split(";", -1)) {
                if (!sql.isBlank() && !sql.strip().equalsIgnoreCase("COMMIT")) {
                    statement.execute(sql);
                }
            }
        }
        Scheduler scheduler = scheduler();
        JobDetail job = JobBuilder.newJob(Count.class)
                .withIdentity("milestone")
                .storeDurably()
                .build();
        scheduler.addJob(job, true);
        @SuppressWarnings("JavaUtilDate") // triggers take nothing else
        Date now = new Date();
        for (int from = 0; from < count; from += AT_ONCE) {
            Set<Trigger> triggers = new HashSet<>();
            for (int i = from; i < Math.min(from + AT_ONCE, count); i++) {
                triggers.add(TriggerBuilder.newTrigger()
                        .withIdentity("c-" + i)
                        .forJob(job)
                        .startAt(now)
                        .build());
            }
            scheduler.scheduleJobs(Map.of(job, triggers), true);
        }
        scheduler.shutdown();
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
    public void fire() throws SchedulerException, InterruptedException, SQLException {
        Scheduler scheduler = scheduler();
        scheduler.start();
        left.await();
        try (Connection connection = pool.getConnection()) {
            PeerPool.awaitNone(connection, "SELECT COUNT(*) FROM QRTZ_TRIGGERS");
        }
        scheduler.shutdown(true);
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
