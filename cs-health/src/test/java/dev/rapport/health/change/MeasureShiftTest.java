package dev.rapport.health.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.health.Books;
import dev.rapport.health.Scores;
import dev.rapport.health.measure.AttributeTest;
import dev.rapport.health.measure.Curve;
import dev.rapport.health.measure.CurvePoint;
import dev.rapport.health.measure.Measure;
import dev.rapport.health.scorecard.Cap;
import dev.rapport.health.scorecard.RandomScorecards;
import dev.rapport.health.scorecard.Scorecard;
import dev.rapport.health.scorecard.ScorecardBuilder;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.decision.Explanation;
import dev.rapport.model.decision.Handling;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.shape.DocumentHeader;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MeasureShiftTest {

    private static final CustomerView ACME = Books.of(Books.customer("acme")
                    .set(Scores.USE, 20.0, Books.EARLY)
                    .set(Scores.MOOD, 80.0, Books.EARLY)
                    .build())
            .find("acme")
            .orElseThrow();

    private static ScorecardBuilder weights(double use, double mood) {
        Curve line = Curve.linear(new CurvePoint(0, 0), new CurvePoint(100, 100));
        return Scorecard.builder(DocumentHeader.of("health", "1"), Handling.REDISTRIBUTE, 0)
                .measure(Measure.of("use", "use", line), use)
                .measure(Measure.of("mood", "mood", line), mood);
    }

    private static Explanation reasons(ScorecardBuilder scorecard) {
        return scorecard
                .bands(Scores.BANDS)
                .resolve(Scores.KEYS)
                .orThrow()
                .decide(ACME, Memory.empty())
                .reasons();
    }

    @Test
    void measureThatGainsWeight_shiftsTheScoreTowardsItsPoints() {
        List<MeasureShift> shifts = MeasureShift.between(reasons(weights(50, 50)), reasons(weights(75, 25)));

        assertThat(shifts).extracting(MeasureShift::code).containsExactly("mood", "use");
        assertThat(shifts).extracting(MeasureShift::points).containsExactly(-7.5, -7.5);
        assertThat(shifts.get(1).before()).hasValue(new MeasureShift.Weighing(20, 0.5));
        assertThat(shifts.get(1).after()).hasValue(new MeasureShift.Weighing(20, 0.75));
    }

    @Test
    void capThatBinds_isTheRest() {
        ScorecardBuilder capped = weights(50, 50)
                .cap(new Cap.When("hardly-used", 30, new AttributeTest.Below("use", 25, Optional.empty())));

        List<MeasureShift> shifts = MeasureShift.between(reasons(weights(50, 50)), reasons(capped));

        assertThat(shifts).extracting(MeasureShift::code).containsExactly(MeasureShift.REST);
        assertThat(shifts.get(0).points()).isEqualTo(-20);
    }

    @Test
    void samePolicy_shiftsNothing() {
        assertThat(MeasureShift.between(reasons(weights(50, 50)), reasons(weights(1, 1))))
                .isEmpty();
    }

    @Property(tries = 2000)
    void shifts_sumToTheChange_theLargestFirst(@ForAll long seed) {
        Random random = new Random(seed);
        RandomScorecards one = new RandomScorecards(random);
        CustomerView view = Books.of(one.customers(1), Books.TODAY).customers().get(0);
        Explanation before = one.scorecard()
                .resolve(RandomScorecards.KEYS)
                .orThrow()
                .decide(view, Memory.empty())
                .reasons();
        Explanation after = new RandomScorecards(random)
                .scorecard()
                .resolve(RandomScorecards.KEYS)
                .orThrow()
                .decide(view, Memory.empty())
                .reasons();

        List<MeasureShift> shifts = MeasureShift.between(before, after);

        if (before.value().isEmpty() || after.value().isEmpty()) {
            assertThat(shifts).isEmpty();
            return;
        }
        assertThat(shifts.stream().mapToDouble(MeasureShift::points).sum())
                .as("seed " + seed)
                .isCloseTo(after.value().getAsDouble() - before.value().getAsDouble(), within(1e-6));
        for (int i = 1; i < shifts.size(); i++) {
            assertThat(Math.abs(shifts.get(i).points()))
                    .isLessThanOrEqualTo(Math.abs(shifts.get(i - 1).points()));
        }
    }
}
