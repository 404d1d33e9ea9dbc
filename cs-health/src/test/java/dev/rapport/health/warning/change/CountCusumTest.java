package dev.rapport.health.warning.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountCusumTest {

    @ParameterizedTest
    @CsvSource({"0.3, 1, 0.5", "2, 1, 0.5", "12, 1, 0.7", "0.3, 1, 2", "2, 1, 2", "2, 2, 0.5", "2, 3, 2", "0.02, 1, 3"})
    void runLength_isThatOfASimulation(double rate, double dispersion, double factor) {
        CountCusum chart = CountCusum.withRunLength(rate, dispersion, factor, 60);
        double wanted = chart.averageRunLength(rate);
        SplittableRandom random = new SplittableRandom(5);
        int runs = 20_000;
        long periods = 0;
        for (int run = 0; run < runs; run++) {
            double sum = 0;
            do {
                int x = draw(rate, dispersion, random);
                double step = factor < 1 ? chart.reference() - x : x - chart.reference();
                sum = Math.max(0, sum + step);
                periods++;
            } while (sum < chart.threshold() - 1e-9);
        }

        assertThat((double) periods / runs).isCloseTo(wanted, withinPercentage(3));
        assertThat(wanted).isGreaterThanOrEqualTo(60);
    }

    /** A count by adding up probabilities. */
    private static int draw(double mean, double dispersion, SplittableRandom random) {
        double left = random.nextDouble();
        double size = mean / (dispersion - 1);
        double probability = dispersion == 1 ? Math.exp(-mean) : Math.pow(dispersion, -size);
        int x = 0;
        while (left > probability && x < 10_000) {
            left -= probability;
            x++;
            probability *= dispersion == 1 ? mean / x : (size + x - 1) * (1 - 1 / dispersion) / x;
        }
        return x;
    }

    @Property(tries = 60)
    void runLength_isAtLeastTheWantedOne_andShorterAfterTheChange(
            @ForAll @DoubleRange(min = 0.01, max = 30) double rate,
            @ForAll @DoubleRange(min = 1, max = 4) double dispersion,
            @ForAll boolean falls,
            @ForAll @DoubleRange(min = 5, max = 2000) double wanted) {
        double factor = falls ? 0.5 : 2;
        CountCusum chart = CountCusum.withRunLength(rate, dispersion, factor, wanted);

        double usual = chart.averageRunLength(rate);
        assertThat(usual).isGreaterThanOrEqualTo(wanted);
        assertThat(chart.averageRunLength(rate * factor)).isLessThan(usual);
        assertThat(chart.reference()).isCloseTo(rate * (factor - 1) / Math.log(factor), withinPercentage(5.0001));
    }

    @Test
    void runLengthOfAHigherSum_isThatOfAChartWithThatThreshold_askedAgainOrNot() {
        CountCusum chart = CountCusum.withRunLength(3, 1.5, 0.5, 100);
        CountCusum longer = CountCusum.withRunLength(3, 1.5, 0.5, 1000);

        for (int times = 0; times < 2; times++) {
            assertThat(chart.runLengthAt(chart.threshold())).isEqualTo(chart.averageRunLength(3));
            assertThat(chart.runLengthAt(longer.threshold())).isEqualTo(longer.averageRunLength(3));
            assertThat(chart.runLengthAt(chart.threshold() / 2)).isLessThan(100);
        }
    }

    @Test
    void ratesOutOfRange_areRefused_withAWayOut() {
        assertThatThrownBy(() -> CountCusum.withRunLength(100, 1, 0.5, 500))
                .hasMessage("rate (100.0) must be between 0.005 and 60.0.\n"
                        + "Maybe watch it as a level: that is for larger numbers.");
        assertThatThrownBy(() -> CountCusum.withRunLength(1, 1, 1, 500))
                .hasMessage("factor (1.0) must be above 0, at most 100 and not 1.");
    }
}
