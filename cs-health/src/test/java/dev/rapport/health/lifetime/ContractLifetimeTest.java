package dev.rapport.health.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/**
 * The two cohorts of Fader and Hardie (2007), Table 1. Expected values: mpmath with 40 digits, as in the reference tables of
 * the project.
 */
class ContractLifetimeTest {

    private static final double[] HIGH_END = {1000, 869, 743, 653, 593, 551, 517, 491, 468, 445, 427, 409, 394};
    private static final double[] REGULAR = {1000, 631, 468, 382, 326, 289, 262, 241, 223, 207, 194, 183, 173};
    private static final Percentage EXACT = Percentage.withPercentage(1e-6);

    private static RetentionTable first(double[] cohort, int periods) {
        return RetentionTable.of(Arrays.copyOf(cohort, periods + 1));
    }

    private static void holds(ContractLifetime model, double likelihood, double... parameters) {
        for (int i = 0; i < parameters.length; i++) {
            assertThat(model.parameters().get(i).estimate()).isCloseTo(parameters[i], EXACT);
        }
        assertThat(model.logLikelihood()).isCloseTo(likelihood, within(1e-6));
    }

    @Test
    void shiftedBetaGeometric_reference() {
        ShiftedBetaGeometric high = ShiftedBetaGeometric.fit(first(HIGH_END, 7)).orThrow();
        holds(high, -1611.15814739, .6680883511, 3.806094964);
        assertThat(high.parameters().get(0).standardError()).isCloseTo(.103735, within(1e-5));
        assertThat(high.parameters().get(1).standardError()).isCloseTo(.785532, within(1e-5));
        ShiftedBetaGeometric regular =
                ShiftedBetaGeometric.fit(first(REGULAR, 7)).orThrow();
        holds(regular, -1680.26518846, .7040772985, 1.182043026);
        assertThat(regular.parameters().get(0).standardError()).isCloseTo(.065599, within(1e-5));
        holds(ShiftedBetaGeometric.fit(first(HIGH_END, 4)).orThrow(), -1225.13490704, 1.28097638, 7.790384095);
        holds(ShiftedBetaGeometric.fit(first(HIGH_END, 12)).orThrow(), -2010.85841957, .5961112005, 3.326968741);
    }

    @Test
    void shiftedBetaGeometric_projectsSurvivalAndRetention() {
        ShiftedBetaGeometric high = ShiftedBetaGeometric.fit(first(HIGH_END, 7)).orThrow();
        assertThat(IntStream.rangeClosed(8, 12).mapToDouble(high::survival).toArray())
                .containsExactly(new double[] {.46044, .43578, .414172, .395055, .377999}, within(5e-6));
        assertThat(IntStream.rangeClosed(1, 8).mapToDouble(high::retention).toArray())
                .containsExactly(
                        new double[] {.850679, .877957, .896807, .910614, .921162, .929483, .936216, .941775},
                        within(5e-7));
        assertThat(high.expectedLifetime()).as("alpha is below 1").isEmpty();
    }

    @Test
    void geometric_isRenewalsByDecisions() {
        GeometricLifetime model =
                GeometricLifetime.fit(RetentionTable.of(100, 90, 81).and(10, 8)).orThrow();
        double retention = (90 + 81 + 8) / (100.0 + 90 + 10);
        assertThat(model.parameters().get(0).estimate()).isEqualTo(retention);
        assertThat(model.parameters().get(0).standardError())
                .isCloseTo(Math.sqrt(retention * (1 - retention) / 200), within(1e-15));
        assertThat(model.logLikelihood())
                .isCloseTo(179 * Math.log(retention) + 21 * Math.log(1 - retention), within(1e-9));
        assertThat(model.survival(3)).isCloseTo(Math.pow(retention, 3), within(1e-15));
        assertThat(model.retention(7)).isEqualTo(retention);
        double sum = 0;
        for (int t = 0; t < 2000; t++) {
            sum += model.survival(t);
        }
        assertThat(model.expectedLifetime()).hasValueCloseTo(sum, within(1e-9));
        assertThat(GeometricLifetime.of(model.estimates()).retention(1)).isEqualTo(retention);
        assertThat(GeometricLifetime.fit(RetentionTable.of(10, 10)).problems().render())
                .contains("some customers must be lost and some kept, were 0.0 and 10.0 times");
        assertThatThrownBy(() ->
                        GeometricLifetime.of(new Estimates(List.of(new Parameter("retention", 1, 0)), Double.NaN)))
                .hasMessage("retention (1.0) must be below 1.");
    }

    /** As likely as the beta-geometric model whose customers hardly differ. */
    @Test
    void geometric_isTheLimitOfTheShiftedBetaGeometric() {
        GeometricLifetime limit = GeometricLifetime.fit(first(HIGH_END, 7)).orThrow();
        double retention = limit.retention(1);
        ShiftedBetaGeometric near = ShiftedBetaGeometric.of(new Estimates(
                List.of(new Parameter("alpha", (1 - retention) * 1e9, 0), new Parameter("beta", retention * 1e9, 0)),
                Double.NaN));
        assertThat(near.survival(7)).isCloseTo(limit.survival(7), within(1e-7));
        assertThat(limit.logLikelihood())
                .isLessThan(
                        ShiftedBetaGeometric.fit(first(HIGH_END, 7)).orThrow().logLikelihood());
    }

    @Test
    void expectedLifetime_isTheSumOfSurvival() {
        ShiftedBetaGeometric model =
                ShiftedBetaGeometric.fit(first(HIGH_END, 4)).orThrow();
        double alpha = model.parameters().get(0).estimate();
        double beta = model.parameters().get(1).estimate();
        assertThat(model.expectedLifetime()).hasValueCloseTo((alpha + beta - 1) / (alpha - 1), within(1e-12));
    }

    @Test
    void betaDiscreteWeibull_reference() {
        BetaDiscreteWeibull high = BetaDiscreteWeibull.fit(first(HIGH_END, 7)).orThrow();
        holds(high, -1605.31421321, .2142533393, 1.426574875, 1.723564849);
        BetaDiscreteWeibull regular = BetaDiscreteWeibull.fit(first(REGULAR, 4)).orThrow();
        holds(regular, -1401.38305168, .5230293129, .8942826589, 1.196398711);
        double[] errors = {.309038, .52482, .374086};
        for (int i = 0; i < 3; i++) {
            assertThat(regular.parameters().get(i).standardError()).isCloseTo(errors[i], within(1e-5));
        }
    }

    @Test
    void cohorts_countTogether_asOneOfBoth() {
        RetentionTable both = first(HIGH_END, 7).and(Arrays.copyOf(HIGH_END, 8));
        ShiftedBetaGeometric once = ShiftedBetaGeometric.fit(first(HIGH_END, 7)).orThrow();
        ShiftedBetaGeometric twice = ShiftedBetaGeometric.fit(both).orThrow();
        assertThat(twice.logLikelihood()).isCloseTo(2 * once.logLikelihood(), within(1e-6));
        assertThat(twice.parameters().get(0).estimate())
                .isCloseTo(once.parameters().get(0).estimate(), EXACT);
    }

    @Test
    void residualLifetime_isDiscountedAndCapped() {
        ShiftedBetaGeometric model =
                ShiftedBetaGeometric.fit(first(HIGH_END, 7)).orThrow();
        double expected = model.retention(3)
                + model.retention(3) * model.retention(4) / 1.1
                + model.retention(3) * model.retention(4) * model.retention(5) / 1.21;
        assertThat(model.discountedResidualLifetime(2, 0.1, 3)).isCloseTo(expected, within(1e-12));
        assertThat(model.discountedResidualLifetime(2, 0.1, 0)).isZero();
    }

    @Test
    void retentionElasticity_isTheEffectOfOnePerCent() {
        ShiftedBetaGeometric model =
                ShiftedBetaGeometric.fit(first(HIGH_END, 7)).orThrow();
        double value = 0;
        double more = 0;
        for (int k = 1; k <= 20; k++) {
            double part = model.survival(2 + k) / model.survival(2) / StrictMath.pow(1.1, k - 1);
            value += part;
            more += part * StrictMath.pow(1 + 1e-7, k);
        }
        assertThat(model.retentionElasticity(2, 0.1, 20)).isCloseTo((more / value - 1) / 1e-7, within(1e-5));
    }

    @Test
    void nobodyLost_isSaid() {
        assertThat(ShiftedBetaGeometric.fit(RetentionTable.of(100, 100, 100))
                        .problems()
                        .render())
                .contains("must be determined by the data");
    }
}
