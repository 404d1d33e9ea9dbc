package dev.rapport.examples.benchmarks;

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
import dev.rapport.model.decision.Weighted;
import dev.rapport.model.problem.Location;
import dev.rapport.model.shape.DocumentHeader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;

/** The scorecard of the rules as one of ours: for one customer with all reasons, and as programs over columns. */
final class RapportScorecard {

    private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<AttributeKey<?>> KEYS = List.copyOf(
            IntStream.range(0, ScoringRules.MEASURES).mapToObj(RapportScorecard::key).toList());

    private RapportScorecard() {}

    private static AttributeKey<Double> key(int number) {
        return AttributeKey.number("n" + number);
    }

    private static Measure measure(int number) {
        double[] at = ScoringRules.CURVES[number];
        double[] y = ScoringRules.HEIGHTS;
        return Measure.of(
                "m" + number,
                key(number).name(),
                Curve.linear(
                        new CurvePoint(at[0], y[0]), new CurvePoint(at[1], y[1]), new CurvePoint(at[2], y[2])));
    }

    static ScorecardStrategy strategy() {
        ScorecardBuilder builder = Scorecard.builder(DocumentHeader.of("score", "1"), Handling.REDISTRIBUTE, 0);
        for (int group = 0; group < ScoringRules.GROUPS; group++) {
            List<Part> measures = ScoringRules.measuresOf(group).stream()
                    .<Part>map(measure -> new WeightedMeasure(measure(measure), ScoringRules.MEASURE_WEIGHTS[measure]))
                    .toList();
            builder.part(Group.of("g" + group, ScoringRules.GROUP_WEIGHTS[group], measures));
        }
        Bands bands = Bands.of(
                new Band("red", 0, ScoringRules.YELLOW),
                new Band("yellow", ScoringRules.YELLOW, ScoringRules.GREEN),
                new Band("green", ScoringRules.GREEN, 100));
        return builder.bands(bands).resolve(KEYS).orThrow();
    }

    /** The book's customers as views; a number that is missing is not set. Ids in the order of rows. */
    static List<CustomerView> views(ScoringBook book) {
        List<Customer> customers = new ArrayList<>(book.customers);
        for (int row = 0; row < book.customers; row++) {
            Customer.Builder customer = Customer.builder(String.format(Locale.ROOT, "c-%07d", row), EARLY);
            for (int i = 0; i < ScoringRules.MEASURES; i++) {
                if (!Double.isNaN(book.numbers[i][row])) {
                    customer.set(key(i), book.numbers[i][row], EARLY);
                }
            }
            customers.add(customer.build());
        }
        return Facts.of(Customer.adapter(customers), customers)
                .in(ZoneOffset.UTC, CurrencyUnit.EUR)
                .asOf(LocalDate.of(2026, 6, 30))
                .customers();
    }

    static Columns columns(ScoringBook book) {
        List<Column> data = new ArrayList<>();
        for (int i = 0; i < ScoringRules.MEASURES; i++) {
            data.add(Column.ofNumbers(key(i), book.numbers[i]));
        }
        return Columns.of(0, new Ids(book.customers), data);
    }

    /** The scorecard over columns: curves and fold. */
    static Program curvesAndFold() {
        return program(measure ->
                measure(measure).resolve(new Resolver(KEYS), Location.NONE).orElseThrow());
    }

    /** The scorecard over columns that are points already. */
    static Program fold() {
        return program(measure -> Node.number("m" + measure, key(measure), new Points()));
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
        return Program.of(Node.weightedMean("score", groups, Handling.REDISTRIBUTE, 0));
    }
}
