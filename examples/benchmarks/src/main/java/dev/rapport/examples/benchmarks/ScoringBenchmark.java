package dev.rapport.examples.benchmarks;

import dev.rapport.model.decision.Scores;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

/** A whole book under the same rules: ours over columns, DuckDB's SQL on as many threads, and plain code over objects. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@SuppressWarnings("NullAway.Init") // JMH calls load() before anything else
public class ScoringBenchmark {

    /** How many customers the book has. */
    @Param("1000000")
    public int customers;

    private RapportScoring rapport;
    private PlainScoring plain;
    private DuckDbScoring duckDb;
    private ExecutorService executor;

    /** Makes the book and hands it to everybody. */
    @Setup(Level.Trial)
    public void load() throws SQLException {
        ScoringBook book = new ScoringBook(customers, 7);
        rapport = new RapportScoring(book);
        plain = new PlainScoring(book);
        duckDb = new DuckDbScoring(book, 2);
        executor = Executors.newFixedThreadPool(2);
    }

    /** Lets go. */
    @TearDown(Level.Trial)
    public void close() throws SQLException {
        executor.shutdown();
        duckDb.close();
    }

    /** Ours, on the caller's thread. */
    @Benchmark
    public List<Scores> rapportOneThread() {
        return rapport.run(Runnable::run, 1);
    }

    /** Ours, on two threads. */
    @Benchmark
    public List<Scores> rapportTwoThreads() {
        return rapport.run(executor, 2);
    }

    /** SQL, on two threads. */
    @Benchmark
    public void duckDbTwoThreads() throws SQLException {
        duckDb.run();
    }

    /** Hand-written code over objects, on one thread. */
    @Benchmark
    public double[] plainObjectsOneThread() {
        return plain.run();
    }
}
