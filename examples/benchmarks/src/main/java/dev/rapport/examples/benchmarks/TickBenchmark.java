package dev.rapport.examples.benchmarks;

import dev.rapport.engagement.milestone.Tick;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a day costs when a hundred occurrences are due, however many are planned: one invocation is the tick of one day, the
 * next one that of the next. Ten million planned in memory need {@code -jvmArgsAppend -Xmx14g}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 40)
@Measurement(iterations = 40)
@Fork(1)
@SuppressWarnings("NullAway.Init") // JMH calls plan() before anything else
public class TickBenchmark {

    /** How many occurrences are planned. */
    @Param({"10000", "100000", "1000000", "10000000"})
    public int planned;

    /** Where: {@code memory}, or the URL of a database. */
    @Param(LedgerStore.MEMORY)
    public String store;

    private LedgerStore open;
    private LocalDate day;

    /** Plans them. */
    @Setup(Level.Trial)
    public void plan() throws SQLException {
        open = LedgerStore.empty(store);
        MilestoneBook.plan(planned, ZoneOffset.UTC, open.ledger());
        open.analyse();
        day = MilestoneBook.FIRST.plusDays(MilestoneBook.STEPS);
        MilestoneBook.fire(day, open.ledger());
    }

    /** Closes the ledger. */
    @TearDown(Level.Trial)
    public void close() throws SQLException {
        open.close();
    }

    /** A day on which a hundred are due. */
    @Benchmark
    public Tick aHundredDue() {
        day = day.plusDays(1);
        Tick tick = MilestoneBook.fire(day, open.ledger());
        if (tick.fired().size() != MilestoneBook.A_DAY) {
            throw new IllegalStateException("On " + day + " a hundred must fire, not " + tick.fired().size() + ".");
        }
        return tick;
    }

    /** The same day again. */
    @Benchmark
    public Tick nothingDue() {
        return MilestoneBook.fire(day, open.ledger());
    }
}
