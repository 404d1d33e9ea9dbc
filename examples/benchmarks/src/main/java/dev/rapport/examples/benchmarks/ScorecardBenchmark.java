package dev.rapport.examples.benchmarks;

import dev.rapport.model.book.Columns;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.Scores;
import java.sql.SQLException;
import java.util.List;
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
 * A scorecard alone over a whole book, twelve measures on three levels, on one thread: with the curves and from points that
 * are there already; ours over columns, and DuckDB's SQL.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@SuppressWarnings("NullAway.Init") // JMH calls load() before anything else
public class ScorecardBenchmark {

    /** How many customers the book has. */
    @Param("1000000")
    public int customers;

    private Program scorecard;
    private Program fold;
    private Columns columns;
    private DuckDbScoring duckDb;

    /** Makes the book. */
    @Setup(Level.Trial)
    public void load() throws SQLException {
        ScoringBook book = new ScoringBook(customers, 7);
        columns = RapportScorecard.columns(book);
        scorecard = RapportScorecard.curvesAndFold();
        fold = RapportScorecard.fold();
        duckDb = new DuckDbScoring(book, 1);
    }

    /** Lets go. */
    @TearDown(Level.Trial)
    public void close() throws SQLException {
        duckDb.close();
    }

    /** Ours: curves and fold. */
    @Benchmark
    public List<Scores> book() {
        return scorecard.evaluate(columns);
    }

    /** Ours: the fold alone. */
    @Benchmark
    public List<Scores> foldOfBook() {
        return fold.evaluate(columns);
    }

    /** SQL: curves and fold. */
    @Benchmark
    public void duckDbBook() throws SQLException {
        duckDb.runScorecard();
    }

    /** SQL: the fold alone. */
    @Benchmark
    public void duckDbFoldOfBook() throws SQLException {
        duckDb.runFold();
    }
}
