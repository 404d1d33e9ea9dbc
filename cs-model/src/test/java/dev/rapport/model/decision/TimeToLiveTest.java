package dev.rapport.model.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Provenance;
import dev.rapport.model.attribute.Reading;
import dev.rapport.model.book.Column;
import dev.rapport.model.book.Columns;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A value that grows old loses its weight and never moves towards anything. */
class TimeToLiveTest {

    private static final AttributeKey<Double> PULSE = AttributeKey.number("pulse");
    private static final AttributeKey<Double> USE = AttributeKey.number("use");
    private static final TimeToLive TTL = new TimeToLive(90, 30);

    private static FixedView view(double pulse, int age) {
        return new FixedView().with(PULSE, reading(pulse, age)).with(USE, 100.0);
    }

    private static Reading<Double> reading(double value, int age) {
        Instant from = FixedView.TODAY.minusDays(age).atTime(8, 0).toInstant(ZoneOffset.UTC);
        return Reading.present(value, new Provenance(Optional.of(from), Optional.of(from), "test"));
    }

    private static Program program(Handling handling) {
        Node pulse = Node.number("pulse", PULSE, (value, today) -> value).fading(TTL);
        Node use = Node.number("use", USE, (value, today) -> value);
        return Program.of(
                Node.weightedMean("score", List.of(new Weighted(pulse, 60), new Weighted(use, 40)), handling, 0.3));
    }

    @Test
    void left_isAllWithinTheDays_fallsEvenly_andIsNothingFromTheEndOfTheFade() {
        assertThat(List.of(-1, 0, 90, 91, 105, 119, 120, 9999).stream().map(TTL::left))
                .containsExactly(1.0, 1.0, 1.0, 1 - 1 / 30.0, 0.5, 1 - 29 / 30.0, 0.0, 0.0);
        assertThat(TTL.left(Double.NaN)).isEqualTo(1);
        assertThat(new TimeToLive(90, 0).left(90)).isEqualTo(1);
        assertThat(new TimeToLive(90, 0).left(91)).isZero();
        assertThatThrownBy(() -> new TimeToLive(-1, 0)).hasMessage("days (-1) must be between 0 and 36525.");
    }

    @Test
    void score_movesFromTheOldValueToTheOthers_notToZero() {
        Explanation fresh = program(Handling.REDISTRIBUTE).explain(view(10, 90));
        assertThat(fresh.value()).hasValue(46);
        assertThat(fresh.freshness()).isEqualTo(1);
        assertThat(fresh.parts().get(0).reason()).isEmpty();

        Explanation old = program(Handling.REDISTRIBUTE).explain(view(10, 105));
        assertThat(old.value().orElseThrow()).isEqualTo((30 * 10 + 40 * 100) / 70.0);
        assertThat(old.completeness()).isEqualTo(0.7);
        assertThat(old.freshness()).isEqualTo(0.7);
        assertThat(old.parts().get(0).value()).as("the value itself stays").hasValue(10);
        assertThat(old.parts().get(0).completeness()).isEqualTo(0.5);
        assertThat(old.parts().get(0).reason()).contains("105 days old, counts for 90 days, fading over 30 days");
        assertThat(old.contributions(50))
                .extracting(Explanation.Contribution::share)
                .containsExactly(30 / 70.0, 40 / 70.0);
    }

    @Test
    void goneValue_isMissing_withItsReasonAndItsEvidence() {
        Explanation gone = program(Handling.REDISTRIBUTE).explain(view(10, 120));

        assertThat(gone.value()).hasValue(100);
        assertThat(gone.completeness()).isEqualTo(0.4);
        assertThat(gone.freshness()).as("all is known, 40 % is fresh").isEqualTo(0.4);
        assertThat(gone.parts().get(0).status()).isEqualTo(Status.NOT_ENOUGH_DATA);
        assertThat(gone.parts().get(0).reason())
                .contains("120 days old, counts for 90 days, fading over 30 days, so no more");
        assertThat(gone.parts().get(0).evidence().orElseThrow().value()).isEqualTo(10.0);
        assertThat(program(Handling.UNKNOWN).explain(view(10, 120)).value()).isEmpty();
        assertThat(program(Handling.UNKNOWN).explain(view(10, 119)).value()).isPresent();
    }

    @Test
    void whatFades_isHandledAsWhatIsMissing_shareByShare() {
        assertThat(program(Handling.NEUTRAL).explain(view(10, 105)).value())
                .hasValue((30 * 10 + 30 * 50 + 40 * 100) / 100.0);
        assertThat(program(Handling.WORST).explain(view(10, 105)).value()).hasValue((30 * 10 + 40 * 100) / 100.0);
    }

    @Test
    void missingValue_isNotOld() {
        Explanation missing = program(Handling.REDISTRIBUTE).explain(new FixedView().with(USE, 100.0));

        assertThat(missing.completeness()).isEqualTo(0.4);
        assertThat(missing.freshness()).isEqualTo(1);
        assertThat(program(Handling.REDISTRIBUTE).explain(new FixedView()).freshness())
                .as("nothing is there that could be old")
                .isEqualTo(1);
    }

    @Test
    void valueThatDoesNotTellItsAge_counts_andSaysSo() {
        Explanation untold = program(Handling.REDISTRIBUTE)
                .explain(new FixedView().with(PULSE, 10.0).with(USE, 100.0));

        assertThat(untold.value()).hasValue(46);
        assertThat(untold.freshness()).isEqualTo(1);
        assertThat(untold.parts().get(0).reason()).contains("does not say since when it holds, so it counts as fresh");
    }

    @Test
    void columnsWithoutDays_areRefused_withDaysTheyServe() {
        Column pulse = Column.ofNumbers(PULSE, new double[] {10, 10, 10, Double.NaN});
        Column use = Column.ofNumbers(USE, new double[] {100, 100, 100, 100});
        List<String> ids = List.of("a", "b", "c", "d");
        long today = FixedView.TODAY.toEpochDay();
        int day = (int) today;
        Column dated = pulse.heldSince(new int[] {day - 90, day - 105, Column.UNTOLD, day - 105});

        Scores scores = program(Handling.REDISTRIBUTE)
                .evaluate(Columns.of(today, ids, List.of(dated, use)))
                .get(0);
        assertThat(scores.values()).containsExactly(46, (30 * 10 + 40 * 100) / 70.0, 46, 100);
        assertThat(scores.freshness(1)).isEqualTo(0.7);
        assertThat(scores.freshness(3)).isEqualTo(1);
        assertThatThrownBy(() -> program(Handling.REDISTRIBUTE).evaluate(Columns.of(today, ids, List.of(pulse, use))))
                .hasMessage("column (pulse) must be read with the days since when values hold.\n"
                        + "Maybe read the columns with the program: program.columns(book).");
    }

    @Property(tries = 500)
    void freshness_isWhatIsLeftOfWhatIsKnown(@ForAll long seed) {
        Random random = new Random(seed);
        List<Weighted> parts = new ArrayList<>();
        FixedView view = new FixedView();
        double all = 0;
        double known = 0;
        double left = 0;
        double sum = 0;
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            AttributeKey<Double> key = AttributeKey.number("k" + i);
            TimeToLive ttl = new TimeToLive(random.nextInt(100), random.nextInt(100));
            double weight = 1 + random.nextInt(9);
            Node leaf = Node.number("k" + i, key, (value, today) -> value);
            boolean fades = random.nextBoolean();
            parts.add(new Weighted(fades ? leaf.fading(ttl) : leaf, weight));
            all += weight;
            if (random.nextInt(4) > 0) {
                int age = random.nextInt(200);
                double value = random.nextInt(100);
                view.with(key, reading(value, age));
                double counts = fades ? ttl.left(age) : 1;
                known += weight;
                left += weight * counts;
                sum += weight * counts * value;
            }
        }
        Explanation mean = Program.of(Node.weightedMean("m", parts, Handling.REDISTRIBUTE, 0))
                .explain(view);

        assertThat(mean.completeness()).isCloseTo(left / all, within(1e-12));
        assertThat(mean.freshness()).isCloseTo(known > 0 ? left / known : 1, within(1e-12));
        if (left > 0) {
            assertThat(mean.value().orElseThrow()).isCloseTo(sum / left, within(1e-9));
        } else {
            assertThat(mean.value()).isEmpty();
        }
        assertThat(mean.foldsToItsValue()).isTrue();
    }
}
