package dev.rapport.health.scorecard;

import dev.rapport.health.Books;
import dev.rapport.health.band.Band;
import dev.rapport.health.band.Bands;
import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.measure.Curve;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.measure.Measure;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.customer.Customer;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.shape.DocumentHeader;
import java.time.Instant;
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
            AttributeKey.money("fee"));

    private final Random random;
    private int codes;

    public RandomScorecards(Random random) {
        this.random = random;
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
            builder.cap(new Cap.When(
                    "cap-fee", random.nextInt(100), new AttributeTest.AtLeast("fee", 50, Optional.of("EUR"))));
        }
        if (random.nextBoolean()) {
            builder.cap(new Cap.WhenLow("cap-low", random.nextInt(100), new Cap.Low("m" + (codes - 1), 30)));
        }
        double edge = 20 + random.nextInt(30);
        return builder.bands(
                Bands.of(new Band("red", 0, edge), new Band("yellow", edge, 80), new Band("green", 80, 100))
                        .hysteresis(random.nextInt(3) * 3.5));
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
        String code = "m" + codes++;
        return switch (random.nextInt(6)) {
            case 0 -> Measure.of(code, "yes", Curve.yesNo(points(), points()));
            case 1 -> Measure.of(code, "grade", Curve.categories(Map.of("a", points(), "b", points())));
            case 2 ->
                Measure.of(code, "fee", Curve.steps(points(), point(30), point(70)))
                        .unit("EUR");
            case 3 -> Measure.of(code, "n" + random.nextInt(3), Curve.steps(points(), point(0), point(60)));
            default -> Measure.of(code, "n" + random.nextInt(3), Curve.linear(point(10), point(40), point(90)));
        };
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
    public void fill(Customer.Builder builder, Instant at) {
        for (AttributeKey<?> key : KEYS) {
            if (random.nextInt(4) == 0) {
                continue;
            }
            switch (key.kind()) {
                case NUMBER -> builder.set((AttributeKey<Double>) key, random.nextDouble() * 120 - 10, at);
                case BOOLEAN -> builder.set((AttributeKey<Boolean>) key, random.nextBoolean(), at);
                case TEXT -> builder.set((AttributeKey<String>) key, any(new String[] {"a", "b", "z"}), at);
                default ->
                    builder.set(
                            (AttributeKey<Money>) key,
                            Money.ofMinor(
                                    random.nextInt(9) == 0 ? CurrencyUnit.USD : CurrencyUnit.EUR,
                                    random.nextInt(10000)),
                            at);
            }
        }
    }
}
