package dev.rapport.segmentation.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What FasterPAM reckons in one sweep, against recomputing every swap. */
class FasterPamProperties {

    private static double[][] matrix(ClusterData data) {
        Dissimilarity dissimilarity = Dissimilarity.gower(data);
        double[][] matrix = new double[data.size()][data.size()];
        for (int a = 0; a < data.size(); a++) {
            for (int b = 0; b < data.size(); b++) {
                matrix[a][b] = dissimilarity.between(a, b);
            }
        }
        return matrix;
    }

    private static double cost(double[][] matrix, int[] medoids) {
        double sum = 0;
        for (double[] row : matrix) {
            sum += Arrays.stream(medoids).mapToDouble(m -> row[m]).min().orElseThrow();
        }
        return sum;
    }

    @Property(tries = 100)
    void changeOfASwap_isWhatRecomputingGives(
            @ForAll @IntRange(min = 5, max = 40) int rows,
            @ForAll @IntRange(min = 2, max = 5) int k,
            @ForAll @LongRange(min = 0, max = 100_000) long seed) {
        double[][] matrix = matrix(Customers.mixed(rows, 0.2, seed));
        FasterPam pam = new FasterPam(matrix, SplitMix.of(seed, 0).sample(rows, k));
        int[] medoids = pam.medoids();
        double before = cost(matrix, medoids);
        double[] change = new double[k];
        for (int candidate = 0; candidate < rows; candidate++) {
            int in = candidate;
            if (Arrays.stream(medoids).noneMatch(m -> m == in)) {
                double gained = pam.changes(candidate, change);
                for (int out = 0; out < k; out++) {
                    int[] swapped = medoids.clone();
                    swapped[out] = candidate;
                    assertThat(gained + change[out]).isCloseTo(cost(matrix, swapped) - before, within(1e-9));
                }
            }
        }
    }

    @Property(tries = 100)
    void result_isBetterThanEverySwap(
            @ForAll @IntRange(min = 6, max = 40) int rows,
            @ForAll @IntRange(min = 1, max = 5) int k,
            @ForAll @LongRange(min = 0, max = 100_000) long seed) {
        double[][] matrix = matrix(Customers.mixed(rows, 0.2, seed));
        FasterPam pam = new FasterPam(matrix, FasterPam.build(matrix, k)).run();
        int[] medoids = pam.medoids();
        assertThat(pam.sum()).isCloseTo(cost(matrix, medoids), within(1e-9));
        for (int candidate = 0; candidate < rows; candidate++) {
            for (int out = 0; out < k; out++) {
                int[] swapped = medoids.clone();
                swapped[out] = candidate;
                assertThat(cost(matrix, swapped)).isGreaterThanOrEqualTo(pam.sum() - 1e-9);
            }
        }
    }

    @Property(tries = 10)
    void restarts_neverMakeItWorse(@ForAll @LongRange(min = 0, max = 100_000) long seed) {
        ClusterData data = Customers.mixed(60, 0.1, seed);
        double once = KMedoids.of(4).restarts(1).fit(data).objective();
        assertThat(KMedoids.of(4).fit(data).objective()).isLessThanOrEqualTo(once + 1e-12);
    }
}
