package dev.rapport.health.warning.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LevelBreaksTest {

    /** Reference values: reference/statistics.md, "Early warning". */
    @Test
    void nile_brokeAfterObservation28() {
        LevelBreaks breaks = LevelBreaks.of(Nile.flow(), 15, 5);

        assertThat(breaks.chosen()).isEqualTo(1);
        assertThat(breaks.breaks(1)).containsExactly(28);
        assertThat(breaks.sumOfSquares(0)).isCloseTo(2835156.75, offset(1e-5));
        assertThat(breaks.sumOfSquares(1)).isCloseTo(1597457.194444, offset(1e-5));
        // R 4.2.2, strucchange 1.5.3: BIC(breakpoints(Nile ~ 1))
        assertThat(breaks.criterion(1)).isCloseTo(1270.0837357396, offset(1e-9));
    }

    @Property(tries = 200)
    void sumOfSquares_isTheLeastOfAllPartitions(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int count,
            @ForAll @IntRange(min = 1, max = 3) int least) {
        double[] values = new Random(seed).ints(count, 0, 20).asDoubleStream().toArray();
        LevelBreaks breaks = LevelBreaks.of(values, least, 4);

        for (int m = 0; m <= breaks.most(); m++) {
            double exact = breaks.sumOfSquares(m);
            assertThat(exact).as("seed " + seed).isCloseTo(naive(values, 0, m, least), within(1e-9));
            assertThat(sum(values, breaks.breaks(m))).isCloseTo(exact, within(1e-9));
        }
    }

    private static double naive(double[] values, int from, int breaks, int least) {
        if (breaks == 0) {
            return values.length - from < least && from > 0
                    ? Double.POSITIVE_INFINITY
                    : squares(values, from, values.length);
        }
        double best = Double.POSITIVE_INFINITY;
        for (int at = from + least; at < values.length; at++) {
            best = Math.min(best, squares(values, from, at) + naive(values, at, breaks - 1, least));
        }
        return best;
    }

    private static double sum(double[] values, int[] breaks) {
        double sum = 0;
        int from = 0;
        for (int at : breaks) {
            sum += squares(values, from, at);
            from = at;
        }
        return sum + squares(values, from, values.length);
    }

    private static double squares(double[] values, int from, int to) {
        double mean = 0;
        for (int i = from; i < to; i++) {
            mean += values[i] / (to - from);
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (values[i] - mean) * (values[i] - mean);
        }
        return sum;
    }

    @Test
    void equalValues_haveNoBreak_norHaveTooFew() {
        assertThat(LevelBreaks.of(new double[] {3, 3, 3, 3, 3, 3}, 1, 3).chosen())
                .isZero();
        assertThat(LevelBreaks.of(new double[] {3, 9}, 2, 3).most()).isZero();
        assertThat(LevelBreaks.of(new double[] {3}, 2, 3).sumOfSquares(0)).isZero();
    }

    @Test
    void valuesThatAreNoNumbers_areRefused() {
        assertThatThrownBy(() -> LevelBreaks.of(new double[] {1, Double.NaN}, 1, 1))
                .hasMessage("values[1] (NaN) must be finite.");
    }
}
