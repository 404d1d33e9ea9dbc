package dev.rapport.engagement.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.RetentionExpectation;
import dev.rapport.engagement.model.SampleTeam;
import dev.rapport.engagement.model.SampleTeam.Line;
import dev.rapport.engagement.model.SegmentModel;
import dev.rapport.engagement.model.Triangle;
import dev.rapport.model.money.RateTable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** Which model each segment should get, and what it is worth. */
class ModelEvaluationTest {

    /** High touch: 30 hours of a CSM at 60 and tools for 100; tech touch: half an hour and tools for 10. */
    private static Economics economics() {
        EngagementPolicy policy = SampleTeam.policy()
                .add(SampleTeam.high("architect", "architect", "EUR 100.00").build())
                .build();
        return Economics.of(
                SampleTeam.book(List.of(
                        new Line("acme", "large", "EUR 100000.00", 900),
                        new Line("beta", "mid", "EUR 20000.00", 900),
                        new Line("gamma", "mid", "EUR 20000.00", 900))),
                policy,
                SampleTeam.organisation().build(),
                RateTable.empty(CurrencyUnit.EUR));
    }

    private static ModelEvaluation.Builder both() {
        return ModelEvaluation.of(economics())
                .expect(expectation("large", "high", 0.90))
                .expect(expectation("large", "tech", 0.70))
                .expect(expectation("mid", "high", 0.88))
                .expect(expectation("mid", "tech", 0.85));
    }

    private static RetentionExpectation expectation(String segment, String model, double share) {
        return new RetentionExpectation(
                new SegmentModel(segment, model), new Triangle(share - 0.05, share, share + 0.05), "a test");
    }

    private static List<String> chosen(ModelEvaluation evaluation) {
        return ((ModelChoice.Chosen) evaluation.cheapest())
                .options().stream().map(ModelOption::toString).toList();
    }

    private static List<String> reasons(ModelEvaluation evaluation) {
        return ((ModelChoice.Infeasible) evaluation.cheapest()).reasons();
    }

    @Test
    void cheapest_holdsTheTargets_theBestEuroFirst() {
        ModelEvaluation evaluation =
                both().target("large", 0.85).target("mid", 0.84).build();
        assertThat(chosen(evaluation)).containsExactly("mid under tech", "large under high");
        // Two customers of mid: 2 (0.5 60 + 10) = 80; large: 30 60 + 100 = 1900
        ModelChoice.Chosen choice = (ModelChoice.Chosen) evaluation.cheapest();
        assertThat(choice.cost()).isEqualByComparingTo("1980");
        assertThat(choice.options().get(0).keptPerCost()).hasValueCloseTo(40_000 * 0.8 * 0.85 / 80, within(1e-9));
    }

    @Test
    void lastEuro_isThatBeyondTheCheaperModel() {
        ModelOption high = both().build().options("large").get(1);
        assertThat(high.of().model()).isEqualTo("high");
        assertThat(both().build().options("large").get(0).extraPerExtraCost()).isEmpty();
        // 0.2 of 80,000 more for 1900 - 40 more
        assertThat(high.extraPerExtraCost()).hasValueCloseTo(16_000.0 / 1860, within(1e-9));
    }

    @Test
    void sureness_asksForMore() {
        assertThat(chosen(both().target("mid", 0.84).sureness(0.9).build()))
                .containsExactly("large under tech", "mid under high");
        assertThat(reasons(both().target("mid", 0.88).sureness(0.9).build()))
                .containsExactly("no model holds 88 % of segment mid: the best, high, 85.2 %");
    }

    @Test
    void hours_areABound_andSaidWhereTheyAreShort() {
        // 30 hours for large, 60 for mid, or 0.5 each
        assertThat(reasons(both().target("large", 0.85)
                        .target("mid", 0.87)
                        .hours("csm", new BigDecimal("89"))
                        .build()))
                .containsExactly("role csm has 89 hours a year, and the models that hold the targets take at least 90");
        assertThat(chosen(both().target("large", 0.85)
                        .target("mid", 0.87)
                        .hours("csm", new BigDecimal("90"))
                        .build()))
                .hasSize(2);
    }

    @Test
    void segmentLeftOut_isNotChosenFor_andTakesNoHours() {
        assertThat(chosen(both().target("large", 0.85)
                        .target("mid", 0.99)
                        .without("mid")
                        .hours("csm", new BigDecimal("30"))
                        .build()))
                .containsExactly("large under high");
    }

    @Test
    void whatIsNotKnown_isLeftOut_orNamed() {
        ModelEvaluation evaluation = ModelEvaluation.of(economics())
                .expect(expectation("large", "architect", 0.9))
                .expect(expectation("small", "tech", 0.9))
                .build();
        assertThat(evaluation.unpriced()).hasSize(1);
        assertThat(evaluation.unpriced().get(0))
                .startsWith("large under architect: ")
                .contains("architect");
        assertThat(evaluation.options("small")).isEmpty();
        assertThat(reasons(evaluation))
                .containsExactly(
                        "of no model it is known what it costs and keeps in segment large",
                        "of no model it is known what it costs and keeps in segment mid");
        assertThatThrownBy(() -> both().expect(expectation("large", "high", 0.5)))
                .hasMessage("expectation of segment (large) under high must come once.");
        assertThatThrownBy(() -> both().expect(expectation("huge", "high", 0.5)).build())
                .hasMessageContaining("segment (huge) and model (high) must be of the policy.");
        assertThatThrownBy(() -> expectation("large", "high", 90)).hasMessageContaining("Maybe 0.9 for 90 %.");
        assertThatThrownBy(() -> both().target("mid", 85)).hasMessageContaining("share (85.0)");
        assertThatThrownBy(() -> both().sureness(0.2)).hasMessageContaining("share (0.2)");
        assertThatThrownBy(() -> both().hours("csm", new BigDecimal("-1"))).hasMessageContaining("perYear (-1)");
    }

    @Test
    void forecast_isARange_andATornado() {
        List<ModelOption> options =
                ((ModelChoice.Chosen) both().target("large", 0.85).build().cheapest()).options();
        MarginForecast forecast = MarginForecast.of(options, new Triangle(0.98, 1, 1.02), new Triangle(0.9, 1, 1.5));
        // 80,000 0.9 + 32,000 0.85 - 1980 (0.9 + 1 + 1.5) / 3
        assertThat(forecast.expected()).isCloseTo(99_200 - 1980 * 3.4 / 3, within(1e-6));
        MarginRange range = forecast.simulate(1, 20_000);
        assertThat(range.quantile(0.5)).isCloseTo(forecast.expected(), within(100.0));
        assertThat(range.quantile(0.05)).isLessThan(range.quantile(0.95) - 5000);
        assertThat(range.probabilityOf(range.quantile(0.25))).isCloseTo(0.75, within(1e-3));
        assertThat(range.probabilityOf(0)).isEqualTo(1);
        assertThat(forecast.simulate(1, 100).quantile(0.5))
                .isEqualTo(forecast.simulate(1, 100).quantile(0.5));
        assertThat(forecast.tornado().stream().map(Swing::input))
                .containsExactly("retention of large", "gross profit", "retention of mid", "cost to serve");
        assertThat(forecast.tornado().get(0).width()).isCloseTo(8000, within(1e-6));
        assertThat(forecast.tornado().get(3).atLow())
                .isGreaterThan(forecast.tornado().get(3).atHigh());
        MarginForecast certain = MarginForecast.of(List.of(), Triangle.exactly(1), Triangle.exactly(1));
        assertThat(certain.simulate(1, 1).quantile(1)).isZero();
        assertThatThrownBy(() -> MarginForecast.of(options, Triangle.exactly(-1), Triangle.exactly(1)))
                .hasMessageContaining("profitFactor (-1.0)");
        assertThatThrownBy(() -> forecast.simulate(1, 0)).hasMessageContaining("years (0)");
    }

    @Test
    void forecastsOfTwoModels_areCompared_yearByYear() {
        List<ModelOption> options = ModelEvaluation.of(economics())
                .expect(new RetentionExpectation(new SegmentModel("large", "tech"), Triangle.exactly(0.7), "a test"))
                .expect(new RetentionExpectation(new SegmentModel("large", "high"), Triangle.exactly(0.9), "a test"))
                .build()
                .options("large");
        MarginForecast low = MarginForecast.of(List.of(options.get(0)), Triangle.exactly(1), new Triangle(0.5, 1, 3));
        MarginForecast high = MarginForecast.of(List.of(options.get(1)), Triangle.exactly(1), new Triangle(0.5, 1, 3));
        MarginRange beyond = high.simulateBeyond(low, 1, 10_000);
        // what they keep is certain, and the factor is the same for both: only the extra cost varies with it
        double gain = options.get(1).keptProfit() - options.get(0).keptProfit();
        double extra = options.get(1).cost().subtract(options.get(0).cost()).doubleValue();
        assertThat(beyond.quantile(0)).isBetween(gain - 3 * extra, gain - 2.8 * extra);
        assertThat(beyond.quantile(1)).isBetween(gain - 0.6 * extra, gain - 0.5 * extra);
        assertThatThrownBy(() -> high.simulateBeyond(low, 1, 0)).hasMessageContaining("years (0)");
    }

    @Test
    void triangle_hasItsQuantiles() {
        Triangle triangle = new Triangle(0, 1, 4);
        assertThat(triangle.quantile(0)).isZero();
        assertThat(triangle.quantile(0.25)).isCloseTo(1, within(1e-12));
        assertThat(triangle.quantile(0.75)).isCloseTo(4 - Math.sqrt(3), within(1e-12));
        assertThat(triangle.quantile(1)).isEqualTo(4);
        assertThat(triangle.mean()).isCloseTo(5.0 / 3, within(1e-12));
        assertThat(Triangle.exactly(3).quantile(0.3)).isEqualTo(3);
        assertThatThrownBy(() -> new Triangle(2, 1, 3)).hasMessageContaining("in that order");
        assertThatThrownBy(() -> new Triangle(0, Double.NaN, 3)).hasMessageContaining("likely (NaN)");
        assertThatThrownBy(() -> triangle.quantile(2)).hasMessageContaining("share (2.0)");
    }

    @Test
    void demand_hasSeason_onboarding_andAbsence() {
        RoleDemand even = RoleDemand.of(new BigDecimal("1200"));
        assertThat(even.hoursByMonth()).hasSize(12).allMatch(hours -> hours.compareTo(new BigDecimal("100")) == 0);
        assertThat(even.people(new BigDecimal("100"))).isEqualTo(1);
        assertThat(even.people(new BigDecimal("99"))).isEqualTo(2);
        RoleDemand full = even.season(List.of(6, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0))
                .onboarding(BigDecimal.TEN, List.of(0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0))
                .absence(new BigDecimal("0.2"));
        assertThat(full.hoursByMonth().get(0)).isEqualByComparingTo("750");
        assertThat(full.hoursByMonth().get(2)).isEqualByComparingTo("62.5");
        assertThat(full.people(new BigDecimal("125"))).isEqualTo(6);
        // A third of a year's hours, of three people: thirds do not become a fourth person
        assertThat(RoleDemand.of(BigDecimal.ONE)
                        .season(List.of(1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0))
                        .people(BigDecimal.ONE.divide(BigDecimal.valueOf(9), MathContext.DECIMAL128)))
                .isEqualTo(3);
        assertThatThrownBy(() -> even.season(List.of(1, 2))).hasMessageContaining("must be twelve numbers");
        assertThatThrownBy(() -> even.season(Collections.nCopies(12, 0))).hasMessageContaining("not all be 0");
        assertThatThrownBy(() -> even.absence(BigDecimal.ONE)).hasMessageContaining("Maybe 0.14 for 14 %.");
        assertThatThrownBy(() -> RoleDemand.of(new BigDecimal("-1"))).hasMessageContaining("hoursPerYear (-1)");
        assertThatThrownBy(() -> even.people(BigDecimal.ZERO)).hasMessageContaining("hoursEach (0)");
    }
}
