package dev.rapport.health.warning.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference values: reference/statistics.md, "Early warning"; k = 0.5, to the digits that are given there. */
class ChartTest {

    @ParameterizedTest
    @CsvSource({
        "4, RISES, 335.3675776",
        "5, RISES, 930.8870121",
        "4, FALLS, 335.3675776",
        "4, BOTH, 167.6837888",
        "5, BOTH, 465.443506"
    })
    void cusum_runsAsLongAsPublished_whileNothingChanges(double h, Sides sides, String published) {
        assertSameDigits(new Cusum(0.5, h, sides).averageRunLength(0), published);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 26.63020309", "1, 8.38313187", "2, 3.342770129", "-0.5, 26.63020309"})
    void cusum_findsAShift_asSoonAsPublished(double shift, String published) {
        assertSameDigits(new Cusum(0.5, 4, Sides.BOTH).averageRunLength(shift), published);
    }

    @ParameterizedTest
    @CsvSource({"BOTH, 5.070703855", "RISES, 4.38912974"})
    void cusum_thresholdFollowsFromTheWantedRunLength(Sides sides, String published) {
        Cusum chart = Cusum.withRunLength(0.5, sides, 500);

        // The search behind the published threshold stopped a little earlier
        assertThat(chart.threshold()).isCloseTo(Double.parseDouble(published), offset(2e-9));
        assertThat(chart.averageRunLength(0)).isCloseTo(500, offset(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"0.05, 2.615, 499.9330", "0.1, 2.814, 499.5796", "0.2, 2.962, 499.7351", "0.25, 2.998, 499.8360"})
    void ewma_runsAsLongAsPublished(double weight, double limit, String published) {
        assertSameDigits(new Ewma(weight, limit, Sides.BOTH).averageRunLength(0), published);
    }

    private static void assertSameDigits(double value, String published) {
        int digits = published.length() - published.indexOf('.') - 1;
        assertThat(value).isCloseTo(Double.parseDouble(published), offset(0.5000001 * Math.pow(10, -digits)));
    }

    @Property(tries = 40)
    void ewma_limitFollowsFromTheWantedRunLength(
            @ForAll @DoubleRange(min = 0.02, max = 1) double weight,
            @ForAll @DoubleRange(min = 10, max = 5000) double wanted,
            @ForAll Sides sides) {
        Ewma chart = Ewma.withRunLength(weight, sides, wanted);

        assertThat(chart.averageRunLength(0)).isCloseTo(wanted, withinPercentage(1e-8));
        assertThat(chart.averageRunLength(sides == Sides.FALLS ? -1 : 1)).isLessThan(wanted);
    }

    @Property(tries = 100)
    void cusum_agreesWithAMarkovChain(
            @ForAll @DoubleRange(min = 0.1, max = 2) double k,
            @ForAll @DoubleRange(min = 0.2, max = 6) double h,
            @ForAll @DoubleRange(min = -0.5, max = 3) double shift) {
        double exact = new Cusum(k, h, Sides.RISES).averageRunLength(shift);
        // The chain's steps are too coarse for run lengths that nobody lives to see
        Assume.that(exact < 1e8);

        assertThat(MarkovChain.cusum(k, h, shift)).isCloseTo(exact, withinPercentage(0.2));
    }

    @Property(tries = 60)
    void cusum_thresholdBringsTheRunLength_orIsZero(
            @ForAll @DoubleRange(min = 0.05, max = 5) double k,
            @ForAll @DoubleRange(min = 2, max = 1e5) double wanted,
            @ForAll Sides sides) {
        Cusum chart = Cusum.withRunLength(k, sides, wanted);

        if (chart.threshold() == 0) {
            assertThat(chart.averageRunLength(0)).isGreaterThanOrEqualTo(wanted * (1 - 1e-12));
        } else {
            assertThat(chart.averageRunLength(0)).isCloseTo(wanted, withinPercentage(1e-7));
        }
    }

    @Test
    void ewma_ofOneSide_runsAsLongAsInASimulation() {
        Ewma chart = Ewma.withRunLength(0.2, Sides.FALLS, 50);
        Random random = new Random(11);
        double sum = 0;
        int runs = 20_000;
        for (int run = 0; run < runs; run++) {
            double z = 0;
            do {
                z = Math.max(0, 0.8 * z - 0.2 * random.nextGaussian());
                sum++;
            } while (z <= chart.threshold());
        }

        assertThat(sum / runs).isCloseTo(50, offset(1.5));
    }

    @Test
    void wrongValues_areNamed() {
        assertThatThrownBy(() -> Cusum.withRunLength(0, Sides.BOTH, 500))
                .hasMessage("reference (0.0) must be above 0 and at most 10 standard deviations.");
        assertThatThrownBy(() -> Cusum.withRunLength(0.5, Sides.BOTH, 1))
                .hasMessage("runLength (1.0) must be between 2 and 1e9 observations.");
        assertThatThrownBy(() -> new Ewma(0.001, 3, Sides.BOTH))
                .hasMessage("weight (0.001) must be between 0.01 and 1.");
    }
}
