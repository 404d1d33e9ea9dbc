package dev.rapport.examples.benchmarks;

import dev.rapport.model.customer.Customer;
import dev.rapport.model.customer.Usage;
import dev.rapport.model.money.RateTable;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.tables.BookManifest;
import dev.rapport.model.tables.BookReader;
import dev.rapport.model.tables.BookReading;
import dev.rapport.model.tables.BookTables;
import dev.rapport.model.tables.BookWriter;
import dev.rapport.model.tables.FileKind;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.joda.money.CurrencyUnit;
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
import org.openjdk.jmh.annotations.Warmup;

/** A book of a million rows of usage, read and written as CSV and as JSON Lines. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 6)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@SuppressWarnings("NullAway.Init") // JMH calls load() before anything else
public class TablesBenchmark {

    private static final int CUSTOMERS = 10_000;
    private static final BookManifest MANIFEST =
            BookManifest.of(DocumentHeader.of("usage", "1"), ZoneOffset.UTC, CurrencyUnit.EUR);

    /** How many rows of usage the book has. */
    @Param("1000000")
    public int rows;

    /** What the tables are written as. */
    @Param({"CSV", "JSON_LINES"})
    public FileKind kind;

    private List<Customer> customers;
    private Map<String, String> texts;

    /** Makes the book, and its tables. */
    @Setup(Level.Trial)
    public void load() throws IOException {
        Random random = new Random(7);
        Instant since = Instant.parse("2024-01-01T00:00:00Z");
        customers = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            Customer.Builder customer = Customer.builder("c-" + i, since);
            for (int j = 0; j < rows / CUSTOMERS; j++) {
                customer.add(
                        Usage.SERIES,
                        entry -> entry.at(since.plusSeconds(random.nextInt(60_000_000)))
                                .with(Usage.QUANTITY, (double) random.nextInt(500))
                                .with(Usage.FEATURE, "feature-" + random.nextInt(20))
                                .with(Usage.ACTIVE_USERS, (double) random.nextInt(50)));
            }
            customers.add(customer.build());
        }
        Map<String, StringWriter> files = new TreeMap<>();
        BookWriter.to(name -> files.computeIfAbsent(name, absent -> new StringWriter()))
                .as(kind)
                .write(MANIFEST, RateTable.empty(CurrencyUnit.EUR), customers);
        texts = new TreeMap<>();
        files.forEach((name, text) -> texts.put(name, text.toString()));
    }

    /** The tables as a book. */
    @Benchmark
    public BookReading read() throws IOException {
        return BookReader.standard().read(BookTables.of(texts)).orThrow();
    }

    /** The rows alone: all are of customers that are not there, and so none is kept. */
    @Benchmark
    public BookReading readAndReject() throws IOException {
        Map<String, String> strangers = new TreeMap<>(texts);
        strangers.replaceAll((name, text) ->
                name.startsWith("customers") ? text.lines().findFirst().orElseThrow() + "\n" : text);
        return BookReader.standard()
                .keepingAtMost(0)
                .read(BookTables.of(strangers))
                .orThrow();
    }

    /** The book as tables. */
    @Benchmark
    public void write() throws IOException {
        BookWriter.to(name -> Writer.nullWriter())
                .as(kind)
                .write(MANIFEST, RateTable.empty(CurrencyUnit.EUR), customers);
    }
}
