package dev.rapport.segmentation.tier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.model.attribute.AttributeKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BreaksTest {

    private static double[] drawn(int count, int distinct, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[count];
        Arrays.setAll(values, i -> Math.rint(Math.pow(random.nextInt(distinct), 1.7) * 10) / 10);
        return values;
    }

    /** The least sum of squares of all ways to cut the sorted values into at most k classes. */
    private static double bruteForce(double[] sorted, int from, int k) {
        double best = squares(sorted, from, sorted.length);
        for (int cut = from + 1; k > 1 && cut < sorted.length; cut++) {
            best = Math.min(best, squares(sorted, from, cut) + bruteForce(sorted, cut, k - 1));
        }
        return best;
    }

    private static double squares(double[] sorted, int from, int to) {
        double mean = Arrays.stream(sorted, from, to).average().orElse(0);
        return Arrays.stream(sorted, from, to).map(v -> (v - mean) * (v - mean)).sum();
    }

    private static double inside(double[] values, Breaks breaks) {
        double sum = 0;
        for (int tier = 0; tier < breaks.tiers(); tier++) {
            int wanted = tier;
            double[] here =
                    Arrays.stream(values).filter(v -> breaks.tier(v) == wanted).toArray();
            sum += squares(here, 0, here.length);
        }
        return sum;
    }

    @Property(tries = 300)
    void naturalBreaks_areTheBestThereAre(
            @ForAll @IntRange(min = 1, max = 14) int count,
            @ForAll @IntRange(min = 1, max = 12) int distinct,
            @ForAll @IntRange(min = 1, max = 5) int k,
            @ForAll @LongRange(min = 0, max = 100_000) long seed) {
        double[] values = drawn(count, distinct, seed);
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        Breaks breaks = Breaks.natural(values, k);
        double best = bruteForce(sorted, 0, k);
        assertThat(inside(values, breaks)).isCloseTo(best, within(1e-9 * (1 + best)));
        assertThat(breaks.tiers())
                .isEqualTo((int) Math.min(k, Arrays.stream(sorted).distinct().count()));
    }

    @Property(tries = 200)
    void tiers_areMonotone_andHoldEverybody(
            @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 40) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 6) int k) {
        double[] values = numbers.stream().mapToDouble(v -> v + 0.5).toArray();
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (Breaks breaks : List.of(
                Breaks.natural(values, k),
                Breaks.quantiles(values, k, QuantileType.LINEAR),
                Breaks.quantiles(values, k, QuantileType.INVERTED_DISTRIBUTION),
                Breaks.cumulativeShares(values, 0.8, 0.95))) {
            int total = 0;
            for (int tier = 0; tier < breaks.tiers(); tier++) {
                assertThat(breaks.size(tier)).isPositive();
                total += breaks.size(tier);
            }
            assertThat(total).isEqualTo(values.length);
            for (int i = 1; i < sorted.length; i++) {
                assertThat(breaks.tier(sorted[i])).isGreaterThanOrEqualTo(breaks.tier(sorted[i - 1]));
            }
            assertThat(breaks.tier(sorted[sorted.length - 1])).isEqualTo(breaks.tiers() - 1);
        }
    }

    @Property(tries = 100)
    void orderOfCustomers_changesNothing_andNorDoPowersOfTwoButTheBreaks(
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll @IntRange(min = 1, max = 5) int k,
            @ForAll @IntRange(min = -60, max = 60) int exponent,
            @ForAll @LongRange(min = 0, max = 100_000) long seed) {
        double[] values = drawn(count, 40, seed);
        List<Double> shuffled = new ArrayList<>(Arrays.stream(values).boxed().toList());
        Collections.shuffle(shuffled, new Random(seed));
        double[] others = shuffled.stream()
                .mapToDouble(value -> Math.scalb(value, exponent))
                .toArray();
        List<Function<double[], Breaks>> ways = new ArrayList<>(
                List.of(all -> Breaks.natural(all, k), all -> Breaks.quantiles(all, k, QuantileType.MEDIAN_UNBIASED)));
        if (Arrays.stream(values).sum() > 0) {
            ways.add(all -> Breaks.cumulativeShares(all, 0.8, 0.95));
        }
        for (Function<double[], Breaks> way : ways) {
            assertThat(way.apply(others).values())
                    .isEqualTo(way.apply(values).values().stream()
                            .map(value -> Math.scalb(value, exponent))
                            .toList());
        }
    }

    @Test
    void cumulativeShare_isTheFewestThatMakeIt_equalOnesTogether() {
        Breaks breaks = Breaks.cumulativeShares(new double[] {50, 30, 10, 5, 3, 2}, 0.8, 0.95);
        assertThat(breaks.values()).containsExactly(2.0, 5.0, 30.0, 50.0);
        assertThat(breaks.size(2)).isEqualTo(2);
        assertThat(Breaks.cumulativeShares(new double[] {10, 10, 10, 10, 10}, 0.8, 0.95)
                        .tiers())
                .isEqualTo(1);
    }

    @Test
    void quantiles_areThoseOfR() {
        // R: sapply(c(1, 2, 6, 7, 8), function(t) quantile(c(1, 2, 4, 8, 16, 32), .3, type = t))
        double[] sorted = {1, 2, 4, 8, 16, 32};
        assertThat(QuantileType.INVERTED_DISTRIBUTION.of(sorted, .3)).isEqualTo(2);
        assertThat(QuantileType.AVERAGED_DISTRIBUTION.of(sorted, .3)).isEqualTo(2);
        assertThat(QuantileType.AVERAGED_DISTRIBUTION.of(sorted, .5)).isEqualTo(6);
        assertThat(QuantileType.WEIBULL.of(sorted, .3)).isCloseTo(2.2, within(1e-12));
        assertThat(QuantileType.LINEAR.of(sorted, .3)).isCloseTo(3, within(1e-12));
        assertThat(QuantileType.MEDIAN_UNBIASED.of(sorted, .3)).isCloseTo(37 / 15.0, within(1e-12));
    }

    @Test
    void breaks_makeTiers() {
        Breaks breaks = Breaks.natural(new double[] {1, 2, 10, 11, 100}, 3);
        assertThat(breaks.values()).containsExactly(1.0, 6.0, 55.5, 100.0);
        ValueTiers tiers = breaks.tiers(AttributeKey.number("seats"), Optional.empty(), List.of("low", "mid", "high"));
        assertThat(tiers.tiers().get(2).from().orElseThrow()).isEqualByComparingTo("55.5");
        assertThatThrownBy(() -> breaks.tiers(AttributeKey.number("seats"), Optional.empty(), List.of("low")))
                .hasMessage("ids must be as many as the tiers (3), were [low].");
    }

    @Test
    void whatHasNoBreaks_isRefused() {
        assertThatThrownBy(() -> Breaks.natural(new double[] {}, 3)).hasMessage("values must not be empty.");
        assertThatThrownBy(() -> Breaks.natural(new double[] {1, Double.NaN}, 3))
                .hasMessageStartingWith("values[1] must be finite, and at most 1.0E150 either way, was NaN.");
        assertThatThrownBy(() -> Breaks.natural(new double[] {1}, 0)).hasMessage("k (0) must be at least 1.");
        assertThatThrownBy(() -> Breaks.cumulativeShares(new double[] {1, -1}, 0.8))
                .hasMessageStartingWith("values must be at least 0 to have shares of their sum, one was -1.0.");
        assertThatThrownBy(() -> Breaks.cumulativeShares(new double[] {0, 0}, 0.8))
                .hasMessage("values must have a finite sum above 0, was 0.0.");
        assertThatThrownBy(() -> Breaks.cumulativeShares(new double[] {1}, 0.9, 0.8))
                .hasMessage("shares must rise between 0 and 1, were [0.9, 0.8].");
        assertThat(Breaks.natural(new double[] {7, 7, 7}, 4).values()).containsExactly(7.0, 7.0);
    }
}
