package dev.rapport.examples.benchmarks;

import dev.rapport.health.Health;
import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.health.measure.Curve;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.measure.Measure;
import dev.rapport.health.measure.Resolver;
import dev.rapport.health.scorecard.Group;
import dev.rapport.health.scorecard.Part;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.health.scorecard.ScorecardBuilder;
import dev.rapport.health.scorecard.ScorecardStrategy;
import dev.rapport.health.scorecard.WeightedMeasure;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Column;
import dev.rapport.model.book.Columns;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.Node;
import dev.rapport.model.decision.Program;
import dev.rapport.model.decision.Scores;
import dev.rapport.model.decision.Weighted;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.problem.Location;
import dev.rapport.model.shape.DocumentHeader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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

/**
 * A scorecard alone, twelve measures on three levels: a whole book in columns on one thread, with the curves and from points
 * that are there already, and one customer with all reasons.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@SuppressWarnings("NullAway.Init") // JMH calls load() before anything else
public class ScorecardBenchmark {

    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");

    /** How many customers the book has. */
    @Param("1000000")
    public int customers;

    private Program scorecard;
    private Program fold;
    private Columns columns;
    private ScorecardStrategy strategy;
    private CustomerView view;

    /** Makes the book and the one customer. */
    @Setup(Level.Trial)
    public void load() {
        ScoringBook book = new ScoringBook(customers, 7);
        List<Column> data = new ArrayList<>();
        for (int i = 0; i < ScoringRules.MEASURES; i++) {
            data.add(Column.ofNumbers(key(i), book.numbers[i]));
        }
        columns = Columns.of(0, new Ids(customers), data);
        List<AttributeKey<?>> known = List.copyOf(IntStream.range(0, ScoringRules.MEASURES)
                .mapToObj(ScorecardBenchmark::key)
                .toList());
        scorecard = program(measure ->
                measure(measure).resolve(new Resolver(known), Location.NONE).orElseThrow());
        fold = program(measure -> Node.number("m" + measure, key(measure), new Points()));
        strategy = scorecard().resolve(known).orThrow();
        Customer.Builder customer = Customer.builder("acme", EARLY);
        for (int i = 0; i < ScoringRules.MEASURES; i++) {
            customer.set(key(i), 11.0 + 5 * i, EARLY);
        }
        List<Customer> one = List.of(customer.build());
        view = Facts.of(Customer.adapter(one), one)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(LocalDate.of(2026, 6, 30))
                .customers()
                .get(0);
    }

    private static AttributeKey<Double> key(int number) {
        return AttributeKey.number("n" + number);
    }

    private static Measure measure(int number) {
        double[] at = ScoringRules.CURVES[number];
        double[] y = ScoringRules.HEIGHTS;
        return Measure.of(
                "m" + number,
                key(number).name(),
                Curve.linear(new CurvePoint(at[0], y[0]), new CurvePoint(at[1], y[1]), new CurvePoint(at[2], y[2])));
    }

    private static Program program(IntFunction<Node> leaf) {
        List<Weighted> groups = new ArrayList<>();
        for (int group = 0; group < ScoringRules.GROUPS; group++) {
            List<Weighted> measures = ScoringRules.measuresOf(group).stream()
                    .map(measure -> new Weighted(leaf.apply(measure), ScoringRules.MEASURE_WEIGHTS[measure]))
                    .toList();
            groups.add(new Weighted(
                    Node.weightedMean("g" + group, measures, Handling.REDISTRIBUTE, 0),
                    ScoringRules.GROUP_WEIGHTS[group]));
        }
        return Program.of(Node.weightedMean("score", groups, Handling.REDISTRIBUTE, 0.5));
    }

    private static Scorecard scorecard() {
        ScorecardBuilder builder = Scorecard.builder(DocumentHeader.of("score", "1"), Handling.REDISTRIBUTE, 0.5);
        for (int group = 0; group < ScoringRules.GROUPS; group++) {
            List<Part> measures = ScoringRules.measuresOf(group).stream()
                    .<Part>map(measure -> new WeightedMeasure(measure(measure), ScoringRules.MEASURE_WEIGHTS[measure]))
                    .toList();
            builder.part(Group.of("g" + group, ScoringRules.GROUP_WEIGHTS[group], measures));
        }
        return builder.bands(Bands.of(new Band("red", 0, 50), new Band("yellow", 50, 75), new Band("green", 75, 100)));
    }

    /** The whole book: curves and fold. */
    @Benchmark
    public List<Scores> book() {
        return scorecard.evaluate(columns);
    }

    /** The whole book from points: the fold alone. */
    @Benchmark
    public List<Scores> foldOfBook() {
        return fold.evaluate(columns);
    }

    /** One customer with all reasons. */
    @Benchmark
    public Health oneCustomer() {
        return strategy.decide(view, Memory.empty());
    }
}
