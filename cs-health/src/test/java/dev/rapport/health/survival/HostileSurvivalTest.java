package dev.rapport.health.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.health.regression.Covariates;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Data that statistics packages answer with NaN, an endless loop or a number that means nothing. */
class HostileSurvivalTest {

    private static final double[] TIME = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final boolean[] EVENT = {true, true, false, true, true, false, true, true};
    private static final double[] X = {1, 5, 2, 4, 3, 6, 1, 2};
    private static final SurvivalData DATA = SurvivalData.of(TIME, EVENT);

    private static String why(SurvivalData data, Covariates covariates) {
        return CoxRegression.efron().fit(data, covariates).problems().render();
    }

    private static Covariates.Builder columns() {
        return Covariates.builder(8).number("x", X);
    }

    @Test
    void aColumnThatDoesNotFit_isNamed() {
        double[] constant = new double[8];
        Arrays.fill(constant, 3);
        double[] missing = X.clone();
        missing[4] = Double.NaN;
        double[] infinite = X.clone();
        infinite[2] = Double.POSITIVE_INFINITY;
        double[] twice = Arrays.stream(X).map(value -> 2 * value + 1).toArray();
        assertThat(why(DATA, columns().number("plan", constant).build()))
                .contains("covariate \"plan\" must vary, was 3 in all 8 rows");
        assertThat(why(DATA, columns().number("seats", missing).build()))
                .contains("covariate \"seats\" must be finite in every row, was NaN in row 4");
        assertThat(why(DATA, columns().number("seats", infinite).build()))
                .contains("\"seats\"")
                .contains("Infinity");
        assertThat(why(DATA, columns().number("twice", twice).build()))
                .contains("\"twice\"")
                .contains("follow from");
    }

    @Test
    void allProblemsOfTheColumns_areToldAtOnce() {
        double[] constant = new double[8];
        double[] missing = {Double.NaN, 1, 2, 3, 4, 5, 6, 7};
        assertThat(why(
                        DATA,
                        columns()
                                .number("plan", constant)
                                .number("seats", missing)
                                .build()))
                .contains("plan")
                .contains("seats");
    }

    @Test
    void aColumnThatSeparates_isNamed_andARidgeHelps() {
        double[] late = {0, 0, 0, 0, 0, 0, 1, 1};
        boolean[] early = {true, true, true, true, true, true, false, false};
        Covariates covariates = Covariates.builder(8).number("late", late).build();
        SurvivalData data = SurvivalData.of(TIME, early);
        assertThat(why(data, covariates)).contains("covariate \"late\" must not tell apart");
        assertThat(CoxRegression.efron().ridge(1).fit(data, covariates).isValid())
                .isTrue();
    }

    @Test
    void withoutEvents_nothingIsFitted_andTheCurveStays() {
        SurvivalData none = SurvivalData.of(TIME, new boolean[8]);
        assertThat(why(none, columns().build())).contains("data must have at least one event");
        assertThat(KaplanMeier.of(none).survival(7)).isEqualTo(1);
        assertThat(KaplanMeier.of(none).median().estimate()).isEmpty();
        assertThatThrownBy(() -> LogRankTest.of(none, List.of("a", "a", "a", "a", "b", "b", "b", "b")))
                .hasMessageContaining("must have an event");
    }

    @Test
    void oneEvent_allTied_andFewerRowsThanColumns_haveAnAnswer() {
        boolean[] one = {true, false, false, false, false, false, false, false};
        assertThat(CoxRegression.efron()
                        .fit(SurvivalData.of(TIME, one), columns().build()))
                .isNotNull();
        double[] same = new double[8];
        Arrays.fill(same, 2);
        assertThat(CoxRegression.efron()
                        .fit(SurvivalData.of(same, EVENT), columns().build())
                        .isValid())
                .isTrue();
        assertThat(KaplanMeier.of(SurvivalData.of(same, EVENT)).size()).isEqualTo(1);
        Covariates wide = Covariates.builder(2)
                .number("a", 1, 2)
                .number("b", 3, 5)
                .number("c", 9, 1)
                .build();
        SurvivalData two = SurvivalData.of(new double[] {1, 2}, new boolean[] {true, true});
        assertThat(CoxRegression.efron().fit(two, wide).problems().hasErrors()).isTrue();
    }

    @Test
    void timesOfZero_negative_orNotFinite_areRefused_withTheRow() {
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> SurvivalData.of(new double[] {1, bad}, new boolean[2]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("time[1] (" + bad + ")");
        }
        assertThatThrownBy(() -> SurvivalData.between(new double[] {3}, new double[] {3}, new boolean[1]))
                .hasMessageContaining("start[0]");
    }

    @Test
    void extremeScales_areFitted() {
        for (double scale : new double[] {1e-300, 1e-150, 1e150, 1e290}) {
            double[] scaled = Arrays.stream(X).map(value -> value * scale).toArray();
            CoxModel model = CoxRegression.efron()
                    .fit(DATA, Covariates.builder(8).number("x", scaled).build())
                    .orThrow();
            CoxModel plain = CoxRegression.efron().fit(DATA, columns().build()).orThrow();
            assertThat(model.coefficients().get(0).z())
                    .isCloseTo(plain.coefficients().get(0).z(), org.assertj.core.api.Assertions.within(1e-8));
        }
    }

    @Test
    void extremeScales_ofTimesAndColumns_areFitted_byTheOtherRegressions() {
        for (double scale : new double[] {1e-300, 1e-150, 1e150, 1e290}) {
            double[] scaled = Arrays.stream(X).map(value -> value * scale).toArray();
            Covariates columns = Covariates.builder(8).number("x", scaled).build();
            for (AftDistribution distribution : AftDistribution.values()) {
                AcceleratedFailureTime regression = AcceleratedFailureTime.of(distribution);
                AftModel model = regression.fit(DATA, columns).orThrow();
                AftModel plain = regression.fit(DATA, columns().build()).orThrow();
                assertThat(model.coefficients().get(1).z())
                        .isCloseTo(plain.coefficients().get(1).z(), org.assertj.core.api.Assertions.within(1e-7));
            }
        }
    }

    @Test
    void timesThatDifferByRounding_areTied() {
        double[] times = {0.1 + 0.2, 0.3, 1};
        assertThat(KaplanMeier.of(SurvivalData.of(times, new boolean[] {true, true, false}))
                        .size())
                .isEqualTo(2);
    }

    @Test
    void aTimeBeyondWhatWasWatched_isRefused_notGuessed() {
        assertThatThrownBy(() -> SurvivalEvaluation.of(DATA).brier(99, new double[8]))
                .hasMessageContaining("before the last time at which somebody was watched");
    }
}
