package dev.rapport.health.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Rank correlation and slope against R; the script is src/test/reference/clustered.R. */
class AssociationTest {

    private static final double[] U = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8};
    private static final double[] V = {2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5};

    private static Estimate.Known known(Estimate estimate) {
        return estimate.known().orElseThrow();
    }

    @Test
    void rankCorrelation_isSpearmans_withTies() {
        Estimate.Known correlation = known(RankCorrelation.of(Pairs.of(U, V), 0.95, 10));

        assertThat(correlation.value()).isCloseTo(0.141579686364016, within(1e-14));
        assertThat(correlation.interval().low()).isCloseTo(-0.473094659845961, within(1e-10));
        assertThat(correlation.interval().high()).isCloseTo(0.663546920475699, within(1e-10));
        assertThat(correlation.excludesZero()).isFalse();
    }

    @Test
    void rankCorrelation_doesNotDependOnTheForm() {
        double[] cubes = Arrays.stream(U).map(u -> u * u * u - 7).toArray();

        Estimate.Known correlation = known(RankCorrelation.of(Pairs.of(U, cubes), 0.95, 10));

        assertThat(correlation.value()).isEqualTo(1);
        assertThat(correlation.interval().low()).isBetween(0.5, 0.95);
        assertThat(correlation.interval().high()).isEqualTo(1);
        assertThat(known(RankCorrelation.of(Pairs.of(cubes, negative(U)), 0.95, 10))
                        .value())
                .isEqualTo(-1);
    }

    @Test
    void slope_hasAVarianceThatDoesNotAssumeEqualSpread() {
        Estimate.Known slope = known(RobustSlope.of(Pairs.of(U, V), 0.95, 5));

        assertThat(slope.value()).isCloseTo(0.117924528301887, within(1e-14));
        assertThat(slope.interval().low()).isCloseTo(-0.934535160419155, within(1e-9));
        assertThat(slope.interval().high()).isCloseTo(1.17038421702293, within(1e-9));
    }

    @Test
    void whatDataCannotBear_isRefused() {
        double[] same = new double[12];
        double[] one = new double[12];
        one[3] = 1;

        assertThat(RankCorrelation.of(Pairs.of(U, V), 0.95, 20).whyNot()).contains("12 of at least 20 pairs");
        assertThat(RankCorrelation.of(Pairs.of(U, same), 0.95, 10).whyNot()).contains("all second numbers are alike");
        assertThat(RobustSlope.of(Pairs.of(U, V), 0.95, 20).whyNot()).contains("12 of at least 20 pairs");
        assertThat(RobustSlope.of(Pairs.of(same, V), 0.95, 5).whyNot()).contains("all first numbers are alike");
        assertThat(RobustSlope.of(Pairs.of(U, same), 0.95, 5).whyNot()).contains("all second numbers are alike");
        assertThat(RobustSlope.of(Pairs.of(one, V), 0.95, 5).whyNot()).contains("one pair alone decides the slope");
        assertThat(RobustSlope.of(Pairs.of(U, negative(U)), 0.95, 5).whyNot()).contains("all pairs lie on a line");
        assertThatThrownBy(() -> RankCorrelation.of(Pairs.of(U, V), 0.95, 9))
                .hasMessage("fewest (9) must be at least 10.");
        assertThatThrownBy(() -> Pairs.of(U, one(Double.NaN)))
                .hasMessage("y must have as many numbers as x (12), had 1.");
        assertThatThrownBy(() -> Pairs.of(one(1), one(Double.NaN)))
                .hasMessage("pair 0 (1.0, NaN) must have finite numbers.");
    }

    @Property(tries = 300)
    void orderOfPairs_doesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 10 + random.nextInt(40);
        double[] x = random.doubles(n).map(d -> Math.rint(d * 8) / 3).toArray();
        double[] y = random.doubles(n).toArray();
        List<Integer> order = IntStream.range(0, n).boxed().collect(java.util.stream.Collectors.toList());
        Collections.shuffle(order, random);
        Pairs shuffled = Pairs.of(
                order.stream().mapToDouble(i -> x[i]).toArray(),
                order.stream().mapToDouble(i -> y[i]).toArray());

        assertThat(RobustSlope.of(shuffled, 0.95, 5)).isEqualTo(RobustSlope.of(Pairs.of(x, y), 0.95, 5));
        assertThat(RankCorrelation.of(shuffled, 0.95, 10)).isEqualTo(RankCorrelation.of(Pairs.of(x, y), 0.95, 10));
    }

    @Property(tries = 300)
    void rankCorrelation_isThatOfCountedRanks(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 10 + random.nextInt(30);
        double[] x = random.doubles(n).map(d -> Math.rint(d * 6)).toArray();
        double[] y = random.doubles(n).map(d -> Math.rint(d * 4)).toArray();
        double[] a = IntStream.range(0, n).mapToDouble(i -> naiveRank(x, x[i])).toArray();
        double[] b = IntStream.range(0, n).mapToDouble(i -> naiveRank(y, y[i])).toArray();

        Estimate estimate = RankCorrelation.of(Pairs.of(x, y), 0.95, 10);

        estimate.known().ifPresent(known -> assertThat(known.value()).isCloseTo(naiveCorrelation(a, b), within(1e-12)));
    }

    private static double naiveRank(double[] values, double value) {
        double below = Arrays.stream(values).filter(other -> other < value).count();
        double same = Arrays.stream(values).filter(other -> other == value).count();
        return below + (same + 1) / 2;
    }

    private static double naiveCorrelation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElseThrow();
        double meanB = Arrays.stream(b).average().orElseThrow();
        double ab = IntStream.range(0, a.length)
                .mapToDouble(i -> (a[i] - meanA) * (b[i] - meanB))
                .sum();
        double aa = Arrays.stream(a).map(v -> (v - meanA) * (v - meanA)).sum();
        double bb = Arrays.stream(b).map(v -> (v - meanB) * (v - meanB)).sum();
        return ab / Math.sqrt(aa * bb);
    }

    private static double[] negative(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    private static double[] one(double value) {
        return new double[] {value};
    }
}
