package dev.rapport.segmentation.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Lloyd with bounds against the plain algorithm, and what must not change k-means. */
class KMeansProperties {

    private static void assertSame(Partition one, Partition other, int rows, int columns) {
        assertThat(Double.doubleToLongBits(one.objective())).isEqualTo(Double.doubleToLongBits(other.objective()));
        assertThat(one.iterations()).isEqualTo(other.iterations());
        assertThat(one.isConverged()).isEqualTo(other.isConverged());
        for (int row = 0; row < rows; row++) {
            assertThat(one.label(row)).as("label of row %s", row).isEqualTo(other.label(row));
        }
        for (int centre = 0; centre < one.k(); centre++) {
            for (int j = 0; j < columns; j++) {
                assertThat(Double.doubleToLongBits(one.centre(centre, j)))
                        .isEqualTo(Double.doubleToLongBits(other.centre(centre, j)));
            }
        }
    }

    @Property(tries = 200)
    void bounds_changeNothing_toTheLastBit(
            @ForAll @IntRange(min = 30, max = 400) int rows,
            @ForAll @IntRange(min = 1, max = 6) int columns,
            @ForAll @IntRange(min = 1, max = 12) int k,
            @ForAll @IntRange(min = 0, max = 3) int ties,
            @ForAll @IntRange(min = 1, max = 30) int iterations,
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        double[] values = Customers.blobs(rows, columns, 1 + k / 2, ties * 0.5, seed);
        Points points = Points.of(values, columns);
        KMeans method =
                KMeans.of(k).restarts(2).swaps(3).maxIterations(iterations).seed(seed);
        if (ClusterDataTest.distinct(values, columns) >= k) {
            assertSame(method.fit(points), method.withoutBounds().fit(points), rows, columns);
        }
    }

    @Property(tries = 40)
    void bounds_changeNothing_withSmallAndLargeNumbers(
            @ForAll @IntRange(min = -900, max = 900) int exponent, @ForAll @LongRange(min = 0, max = 1000) long seed) {
        double[] values = Customers.blobs(100, 2, 4, 0.25, seed);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.scalb(values[i], exponent / 2);
        }
        Points points = Points.of(values, 2);
        KMeans method = KMeans.of(5).restarts(2).swaps(2).seed(seed);
        assertSame(method.fit(points), method.withoutBounds().fit(points), 100, 2);
    }

    @Property(tries = 3)
    void tasks_changeNothing(@ForAll @LongRange(min = 0, max = 1000) long seed) {
        double[] values = Customers.blobs(30_000, 3, 6, 0, seed);
        Points points = Points.of(values, 3);
        KMeans method = KMeans.of(7).restarts(1).maxIterations(10).seed(seed);
        Partition alone = method.fit(points);
        ExecutorService executor = Executors.newFixedThreadPool(3);
        try {
            for (int tasks = 2; tasks < 6; tasks++) {
                assertSame(alone, method.on(executor, tasks).fit(points), 30_000, 3);
            }
        } finally {
            executor.shutdown();
        }
    }

    @Property(tries = 8)
    void orderOfCustomers_changesNothing(@ForAll @LongRange(min = 0, max = 10_000) long seed) {
        int rows = 130;
        double[] values = Customers.blobs(rows, 2, 3, 0.5, seed);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        List<String> ids = Customers.ids(rows);
        double[][] mixed = new double[2][rows];
        List<String> mixedIds = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            mixedIds.add(ids.get(order.get(i)));
            mixed[0][i] = values[order.get(i) * 2];
            mixed[1][i] = values[order.get(i) * 2 + 1];
        }
        ClusterData straight = Customers.numbers(Customers.column(values, 2, 0), Customers.column(values, 2, 1));
        ClusterData shuffled = ClusterData.builder(mixedIds)
                .number(dev.rapport.model.attribute.AttributeKey.number("a"), mixed[0])
                .number(dev.rapport.model.attribute.AttributeKey.number("b"), mixed[1])
                .build();
        for (ClusteringMethod method : List.of(
                KMeans.of(4).standardised().swaps(5),
                KMedoids.of(4).swaps(5),
                KMedoids.of(3).gower().swaps(5),
                KMedoids.of(3).matrixUpTo(100),
                KPrototypes.of(4).restarts(2))) {
            assertThat(method.fit(shuffled).segmentByCustomer())
                    .isEqualTo(method.fit(straight).segmentByCustomer());
            assertThat(method.fit(shuffled).model())
                    .isEqualTo(method.fit(straight).model());
        }
    }

    @Property(tries = 15)
    void powersOfTwo_changeNothing_whereStandardised(
            @ForAll @IntRange(min = -60, max = 60) int first,
            @ForAll @IntRange(min = -60, max = 60) int second,
            @ForAll @LongRange(min = 0, max = 10_000) long seed) {
        double[] values = Customers.blobs(80, 2, 3, 0, seed);
        double[] a = Customers.column(values, 2, 0);
        double[] b = Customers.column(values, 2, 1);
        double[] scaledA = new double[80];
        double[] scaledB = new double[80];
        for (int i = 0; i < 80; i++) {
            scaledA[i] = Math.scalb(a[i], first);
            scaledB[i] = Math.scalb(b[i], second);
        }
        for (ClusteringMethod method : List.of(
                KMeans.of(4).standardised().swaps(5),
                KMedoids.of(4).standardised().swaps(5),
                KPrototypes.of(4).standardised().restarts(2))) {
            Clustering plain = method.fit(Customers.numbers(a, b));
            Clustering scaled = method.fit(Customers.numbers(scaledA, scaledB));
            assertThat(scaled.segmentByCustomer()).isEqualTo(plain.segmentByCustomer());
            assertThat(scaled.objective()).isEqualTo(plain.objective());
        }
    }

    @Property(tries = 30)
    void objective_isTheBestOfAllPartitions_ofFewCustomers(
            @ForAll @IntRange(min = 2, max = 9) int rows,
            @ForAll @IntRange(min = 1, max = 3) int k,
            @ForAll @DoubleRange(min = 0, max = 1) double grid,
            @ForAll @LongRange(min = 0, max = 100_000) long seed) {
        double[] values = Customers.blobs(rows, 2, 2, grid, seed);
        if (ClusterDataTest.distinct(values, 2) < k) {
            return;
        }
        double best = Double.POSITIVE_INFINITY;
        int[] labels = new int[rows];
        for (long code = 0; code < Math.pow(k, rows); code++) {
            long rest = code;
            for (int row = 0; row < rows; row++) {
                labels[row] = (int) (rest % k);
                rest /= k;
            }
            best = Math.min(best, within(values, labels, k));
        }
        double found = KMeans.of(k).fit(Points.of(values, 2)).objective();
        assertThat(found).isLessThanOrEqualTo(best * (1 + 1e-9) + 1e-12);
    }

    private static double within(double[] values, int[] labels, int k) {
        double sum = 0;
        for (int label = 0; label < k; label++) {
            for (int j = 0; j < 2; j++) {
                double total = 0;
                int count = 0;
                for (int row = 0; row < labels.length; row++) {
                    if (labels[row] == label) {
                        total += values[row * 2 + j];
                        count++;
                    }
                }
                for (int row = 0; row < labels.length; row++) {
                    if (labels[row] == label) {
                        sum += Math.pow(values[row * 2 + j] - total / count, 2);
                    }
                }
            }
        }
        return sum;
    }
}
