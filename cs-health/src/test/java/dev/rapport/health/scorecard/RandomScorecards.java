package dev.rapport.health.scorecard;

import dev.rapport.health.Books;
import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.health.band.EvaluationDates;
import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.measure.Curve;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.measure.Measure;
import dev.rapport.health.measure.Relative;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.decision.TimeToLive;
import dev.rapport.model.shape.DocumentHeader;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Scorecards and customers from a seed, of every kind of measure. */
public final class RandomScorecards {

    public static final List<AttributeKey<?>> KEYS = List.of(
            Books.number(0),
            Books.number(1),
            Books.number(2),
            AttributeKey.bool("yes"),
            AttributeKey.text("grade"),
            AttributeKey.date("day"),
            AttributeKey.money("fee"));

    private static final Instant LATEST_START = Books.EARLY.plus(170, ChronoUnit.DAYS);

    private final Random random;
    private boolean relative;
    private int codes;

    public RandomScorecards(Random random) {
        this.random = random;
    }

    /** Makes some measures relative, so that scorecards must be resolved over a book. */
    public RandomScorecards withRelatives() {
        relative = true;
        return this;
    }

    public Scorecard scorecard() {
        ScorecardBuilder builder =
                Scorecard.builder(DocumentHeader.of("health", "1"), any(Handling.values()), random.nextInt(3) * 0.3);
        parts(3).forEach(builder::part);
        builder.measure(measure(), 1);
        if (random.nextBoolean()) {
            builder.cap(
                    new Cap.When("cap-yes", random.nextInt(100), new AttributeTest.Is("yes", random.nextBoolean())));
        }
        if (random.nextBoolean()) {
            builder.cap(new Cap.When("cap-fee", level(), new AttributeTest.AtLeast("fee", 50, Optional.of("EUR"))));
        }
        if (random.nextInt(3) == 0) {
            builder.floor(new Floor("floor-n0", level(), new AttributeTest.AtLeast("n0", 80, Optional.empty())));
        }
        if (random.nextBoolean()) {
            builder.cap(new Cap.WhenLow("cap-low", random.nextInt(100), new Cap.Low("m" + (codes - 1), 30)));
        }
        double edge = 20 + random.nextInt(30);
        return builder.bands(
                Bands.of(new Band("red", 0, edge), new Band("yellow", edge, 80), new Band("green", 80, 100))
                        .hysteresis(random.nextInt(3) * 3.5)
                        .confirmations(random.nextInt(3) == 0 ? 2 : 1)
                        .minimumStay(random.nextInt(3) == 0 ? 40 : 0)
                        .evaluated(
                                random.nextInt(4) == 0
                                        ? EvaluationDates.weekly(any(DayOfWeek.values()))
                                        : EvaluationDates.daily()));
    }

    private Level level() {
        return random.nextBoolean()
                ? Level.points(random.nextInt(100))
                : Level.band(any(new String[] {"red", "yellow", "green"}));
    }

    private List<Part> parts(int depth) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            double weight = random.nextInt(10) == 0 ? 0 : random.nextDouble() * 10;
            if (depth > 0 && random.nextInt(3) == 0) {
                String code = "g" + codes++;
                List<Part> inner = parts(depth - 1);
                inner.add(new WeightedMeasure(measure(), 0.1));
                Group group = Group.of(code, weight, inner).minimumCompleteness(random.nextInt(3) * 0.3);
                parts.add(random.nextBoolean() ? group : group.handling(any(Handling.values())));
            } else {
                parts.add(new WeightedMeasure(measure(), weight));
            }
        }
        return parts;
    }

    private Measure measure() {
        Measure measure = counting("m" + codes++);
        if (relative && measure.curve() instanceof Curve.OfNumbers && random.nextInt(3) == 0) {
            Relative.Scale as = any(Relative.Scale.values());
            measure = measure.relative(
                    random.nextBoolean() ? Relative.toAll(as, 3) : Relative.within("grade", as, 2 + random.nextInt(3)));
        }
        if (random.nextInt(4) == 0) {
            measure = measure.text("what " + measure.code() + " says");
        }
        return random.nextInt(3) > 0
                ? measure
                : measure.timeToLive(new TimeToLive(random.nextInt(120), random.nextInt(3) * random.nextInt(60)));
    }

    private Measure counting(String code) {
        return switch (random.nextInt(9)) {
            case 0 -> Measure.of(code, "yes", turned(Curve.yesNo(points(), points())));
            case 1 -> Measure.of(code, "grade", turned(Curve.categories(Map.of("a", points(), "b", points()))));
            case 2 ->
                Measure.of(code, "fee", turned(Curve.steps(points(), point(30), point(70))))
                        .unit("EUR");
            case 3 -> Measure.of(code, number(), turned(Curve.steps(points(), point(0), point(60))));
            case 4 -> Measure.of(code, number(), turned(new Curve.Target(40, distance(), distance())));
            case 5 ->
                Measure.of(
                        code,
                        "day",
                        turned(
                                random.nextBoolean()
                                        ? Curve.daysSince(Curve.linear(point(0), point(30)))
                                        : Curve.daysUntil(Curve.steps(points(), point(0), point(30)))));
            case 6 -> Measure.of(code, number(), lines(3 + random.nextInt(4)));
            default -> Measure.of(code, number(), turned(Curve.linear(point(10), point(40), point(90))));
        };
    }

    private Curve lines(int points) {
        CurvePoint[] line = new CurvePoint[points];
        for (int i = 0; i < points; i++) {
            line[i] = point(i * 15);
        }
        return Curve.linear(line);
    }

    private Curve turned(Curve curve) {
        return random.nextInt(4) == 0 ? curve.inverted() : curve;
    }

    private Curve.Distance distance() {
        double good = random.nextInt(3) * 5;
        return new Curve.Distance(good, good + 1 + random.nextInt(40));
    }

    private String number() {
        return "n" + random.nextInt(3);
    }

    private double points() {
        return random.nextDouble() * 100;
    }

    private CurvePoint point(double at) {
        return new CurvePoint(at, points());
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    public List<Customer> customers(int count) {
        List<Customer> customers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            customers.add(customer("c" + i, Books.EARLY));
        }
        return customers;
    }

    private Customer customer(String id, Instant at) {
        Customer.Builder builder = Books.customer(id);
        fill(builder, at);
        return builder.build();
    }

    /** Some facts of any kind that hold from an instant on. */
    @SuppressWarnings("unchecked")
    public void fill(Customer.Builder builder, Instant since) {
        for (AttributeKey<?> key : KEYS) {
            if (random.nextInt(4) == 0) {
                continue;
            }
            Instant start = since.isBefore(LATEST_START) && random.nextBoolean()
                    ? since.plus(random.nextInt(170), ChronoUnit.DAYS)
                    : since;
            switch (key.kind()) {
                case NUMBER -> builder.set((AttributeKey<Double>) key, random.nextDouble() * 120 - 10, start);
                case BOOLEAN -> builder.set((AttributeKey<Boolean>) key, random.nextBoolean(), start);
                case DATE ->
                    builder.set((AttributeKey<LocalDate>) key, Books.TODAY.plusDays(random.nextInt(100) - 50), start);
                case TEXT -> builder.set((AttributeKey<String>) key, any(new String[] {"a", "b", "z"}), start);
                default ->
                    builder.set(
                            (AttributeKey<Money>) key,
                            Money.ofMinor(
                                    random.nextInt(9) == 0 ? CurrencyUnit.USD : CurrencyUnit.EUR,
                                    random.nextInt(10000)),
                            start);
            }
        }
    }
}
