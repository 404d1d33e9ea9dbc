package dev.rapport.health.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibrationTest {

    /** LibSVM's sigmoid_train, F = [5, -4, 1], y = [1, -1, -1], which stops at a gradient of 1e-5; ours goes on. */
    @Test
    void platt_reference() {
        PlattCalibration platt = PlattCalibration.fit(new double[] {5, -4, 1}, new boolean[] {true, false, false})
                .orThrow();
        assertThat(platt.slope()).isCloseTo(-0.20261354391187855, within(5e-6));
        assertThat(platt.shift()).isCloseTo(0.6523631498001051, within(5e-6));
    }

    /** scikit-learn: IsotonicRegression().fit_transform(range(10), [1, 0, 0, 1, 0, 1, 1, 0, 1, 1]). */
    @Test
    void isotonic_reference() {
        boolean[] happened = {true, false, false, true, false, true, true, false, true, true};
        double[] scores = IntStream.range(0, 10).asDoubleStream().toArray();
        IsotonicCalibration isotonic = IsotonicCalibration.fit(scores, happened);
        double third = 1.0 / 3;
        assertThat(Arrays.stream(scores).map(isotonic::probability).toArray())
                .containsExactly(
                        new double[] {third, third, third, .5, .5, 2 * third, 2 * third, 2 * third, 1, 1},
                        within(1e-15));
    }

    @Test
    void platt_ofEqualScores_isTheMeanTarget() {
        PlattCalibration platt = PlattCalibration.fit(new double[] {2, 2, 2}, new boolean[] {true, false, false})
                .orThrow();
        assertThat(platt.probability(2)).isCloseTo((2.0 / 3 + 0.25 + 0.25) / 3, within(1e-9));
    }

    @Test
    void isotonic_isLevelOutside_andStraightBetween() {
        IsotonicCalibration isotonic =
                IsotonicCalibration.fit(new double[] {0, 10}, new double[] {.2, .6}, new double[] {1, 1});
        assertThat(isotonic.probability(-5)).isEqualTo(.2);
        assertThat(isotonic.probability(5)).isCloseTo(.4, within(1e-15));
        assertThat(isotonic.probability(50)).isEqualTo(.6);
    }
}
