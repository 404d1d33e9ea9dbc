package dev.rapport.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.decision.ScoreChange.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ScoreChangeTest {

    private static final AttributeKey<Double> A = AttributeKey.number("a");
    private static final AttributeKey<Double> B = AttributeKey.number("b");
    private static final AttributeKey<Boolean> LEFT = AttributeKey.bool("left");

    private static Node mean(double weightOfA, Handling handling, double minimum) {
        return Node.weightedMean(
                "mean",
                List.of(
                        new Weighted(Node.number("m.a", A, (value, today) -> value), weightOfA),
                        new Weighted(Node.number("m.b", B, (value, today) -> value), 1),
                        new Weighted(Node.bool("m.left", LEFT, 0, 100), 1)),
                handling,
                minimum);
    }

    private static Program capped(double weightOfA) {
        Node mean = mean(weightOfA, Handling.REDISTRIBUTE, 0);
        return Program.of(Node.capped("score", mean, List.of(Node.bool("cap.left", LEFT, 30, 100))));
    }

    @Test
    void parts_followTheDeclaredOrder() {
        FixedView then = new FixedView().with(B, 40.0).with(LEFT, false);
        FixedView now = new FixedView().with(A, 80.0).with(B, 70.0).with(LEFT, true);

        ScoreChange change = ScoreChange.between(capped(1), then, capped(4), now);

        assertThat(change.parts())
                .extracting(
                        part -> part.steps().get(0).kind(),
                        part -> part.steps().get(0).codes(),
                        ScoreChange.Part::from,
                        ScoreChange.Part::to)
                .containsExactly(
                        tuple(Kind.AVAILABILITY, List.of("m.a"), 70.0, 220.0 / 3),
                        tuple(Kind.DATA, List.of("m.b"), 220.0 / 3, 250.0 / 3),
                        tuple(Kind.DATA, List.of("m.left"), 250.0 / 3, 50.0),
                        tuple(Kind.POLICY, List.of(), 50.0, 390.0 / 6),
                        tuple(Kind.BOUND, List.of("cap.left"), 390.0 / 6, 30.0));
        assertThat(change.points()).hasValue(-40);
        assertThat(change.points(Kind.DATA)).isEqualTo(-220.0 / 3 + 50, within(1e-12));
    }

    @Test
    void part_isAsSensitiveAsItsAttributes() {
        AttributeKey<Double> age = AttributeKey.number("age").sensitivity(Sensitivity.PERSONAL);
        ScoreChange.Step open =
                new ScoreChange.Step(Kind.DATA, Optional.of(A.sensitivity(Sensitivity.OPEN)), List.of("m.a"));
        ScoreChange.Step personal = new ScoreChange.Step(Kind.DATA, Optional.of(age), List.of("m.age"));
        ScoreChange.Step policy = new ScoreChange.Step(Kind.POLICY, Optional.empty(), List.of());

        assertThat(new ScoreChange.Part(List.of(open, personal), 0, 1).sensitivity())
                .isEqualTo(Sensitivity.PERSONAL);
        assertThat(new ScoreChange.Part(List.of(open, policy), 0, 1).sensitivity())
                .isEqualTo(Sensitivity.OPEN);
        assertThat(new ScoreChange.Part(List.of(policy), 0, 1).sensitivity()).isEqualTo(Sensitivity.OPEN);
    }

    @Test
    void unknownEnd_hasNoParts() {
        Program program = Program.of(mean(1, Handling.UNKNOWN, 0));
        FixedView known = new FixedView().with(A, 1.0).with(B, 2.0).with(LEFT, true);

        ScoreChange change = ScoreChange.between(program, new FixedView(), program, known);

        assertThat(change.points()).isEmpty();
        assertThat(change.parts()).isEmpty();
        assertThat(change.before().status()).isEqualTo(Status.NOT_ENOUGH_DATA);
        assertThat(change.after().value()).isPresent();
    }

    @Test
    void unknownInBetween_isPassedOver_inOnePart() {
        Program program = twoOf(0.6, value -> value > 90 ? Double.NaN : value);
        FixedView then = new FixedView().with(A, 10.0).with(B, 20.0);
        FixedView now = new FixedView().with(A, 50.0).with(B, 60.0);
        Program stricter = twoOf(0.6, value -> value);
        FixedView high = new FixedView().with(A, 95.0).with(B, 60.0);

        assertThat(ScoreChange.between(program, then, program, now).parts()).hasSize(2);
        ScoreChange change = ScoreChange.between(program, then, stricter, high);
        assertThat(change.parts()).singleElement().satisfies(part -> {
            assertThat(part.steps())
                    .extracting(ScoreChange.Step::kind)
                    .containsExactly(Kind.DATA, Kind.DATA, Kind.POLICY);
            assertThat(part.from()).isEqualTo(15);
            assertThat(part.to()).isEqualTo(77.5);
        });
    }

    @Test
    void attributeThatDidNotChange_isNotNamed_onTheWayThroughTheUnknown() {
        Program program = twoOf(0.6, value -> value > 90 ? Double.NaN : value);
        FixedView then = new FixedView().with(A, 10.0).with(B, 20.0);
        FixedView now = new FixedView().with(A, 95.0).with(B, 20.0);

        ScoreChange change = ScoreChange.between(program, then, twoOf(0.6, value -> value), now);

        assertThat(change.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.steps())
                        .extracting(ScoreChange.Step::kind, ScoreChange.Step::codes)
                        .containsExactly(tuple(Kind.DATA, List.of("m.a")), tuple(Kind.POLICY, List.of())));
    }

    private static Program twoOf(double minimum, DoubleUnaryOperator ofA) {
        return Program.of(Node.weightedMean(
                "mean",
                List.of(
                        new Weighted(Node.number("m.a", A, (value, today) -> ofA.applyAsDouble(value)), 1),
                        new Weighted(Node.number("m.b", B, (value, today) -> value), 1)),
                Handling.REDISTRIBUTE,
                minimum));
    }

    @Property(tries = 3000)
    void endsAreExact_andPartsSumToTheChange(@ForAll long seed) {
        Random random = new Random(seed);
        List<AttributeKey<Double>> keys = IntStream.range(0, 6)
                .mapToObj(i -> AttributeKey.number("x" + i))
                .toList();
        Program old = random(keys, random);
        Program newer = random.nextBoolean() ? old : random(keys, random);
        FixedView then = view(keys, random);
        FixedView now = view(keys, random);

        ScoreChange change = ScoreChange.between(old, then, newer, now);

        assertThat(change.before().value()).isEqualTo(old.explain(then).value());
        assertThat(change.after().value()).isEqualTo(newer.explain(now).value());
        if (change.points().isEmpty()) {
            assertThat(change.parts()).isEmpty();
            return;
        }
        double at = change.before().value().orElseThrow();
        double sum = 0;
        for (ScoreChange.Part part : change.parts()) {
            assertThat(part.from()).as("seed " + seed).isEqualTo(at);
            at = part.to();
            sum += part.points();
        }
        assertThat(at).as("seed " + seed).isEqualTo(change.after().value().orElseThrow());
        assertThat(sum).isCloseTo(change.points().orElseThrow(), within(1e-9));
    }

    private static Program random(List<AttributeKey<Double>> keys, Random random) {
        List<Weighted> parts = new ArrayList<>();
        List<Node> caps = new ArrayList<>();
        for (AttributeKey<Double> key : keys) {
            double slope = random.nextDouble();
            parts.add(new Weighted(Node.number("m." + key, key, (value, today) -> value * slope), random.nextDouble()));
            double bound = 20 + random.nextInt(80);
            if (random.nextInt(3) == 0) {
                caps.add(Node.number("cap." + key, key, (value, today) -> value < 50 ? bound : 100));
            }
        }
        Handling handling = Handling.values()[random.nextInt(Handling.values().length)];
        Node mean = Node.weightedMean("mean", parts, handling, random.nextDouble() * 0.6);
        return Program.of(caps.isEmpty() ? mean : Node.capped("score", mean, caps));
    }

    private static FixedView view(List<AttributeKey<Double>> keys, Random random) {
        FixedView view = new FixedView();
        for (AttributeKey<Double> key : keys) {
            switch (random.nextInt(8)) {
                case 0 -> view.with(key, Reading.<Double>missing());
                case 1 -> view.with(key, Reading.<Double>notApplicable("none"));
                default -> view.with(key, random.nextDouble() * 100);
            }
        }
        return view;
    }
}
