package dev.rapport.examples.benchmarks;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.segmentation.clustering.ClusterData;
import dev.rapport.segmentation.clustering.KMeans;
import dev.rapport.segmentation.clustering.KMedoids;
import dev.rapport.segmentation.clustering.Points;
import dev.rapport.segmentation.tier.Breaks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * One clustering in a fresh process: {@code generate FOLDER}, {@code
 * kmeans|hipparchus|commons-math|tribuo|smile FOLDER blobs|uniform}, {@code medoids FOLDER} or {@code breaks FOLDER}. Prints as
 * {@link StatisticsFits} does. See {@code clustering.sh}.
 */
final class ClusteringFits {

    static final int K = 8;
    static final int ITERATIONS = 20;
    private static final int ROWS = 1_000_000;
    private static final int COLUMNS = 8;
    private static final int FEW_ROWS = 5_000;
    private static final int TIERS = 7;
    private static final int ROUNDS = 5;

    private ClusteringFits() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "generate" -> generate(folder);
            case "medoids" -> {
                ClusterData data = data(ColumnFiles.read(folder, "few"));
                Repeated.print(ROUNDS, () -> KMedoids.of(K)
                        .restarts(1)
                        .swaps(0)
                        .fit(data)
                        .objective());
            }
            case "breaks" -> {
                double[] amounts = ColumnFiles.read(folder, "amounts");
                Repeated.print(
                        ROUNDS, () -> Breaks.natural(amounts, TIERS).values().get(1));
            }
            default -> Repeated.print(ROUNDS, means(arguments[0], ColumnFiles.read(folder, arguments[2])));
        }
    }

    private static Supplier<Double> means(String whose, double[] values) {
        if (whose.equals("kmeans")) {
            Points points = Points.of(values, COLUMNS);
            KMeans method = KMeans.of(K).restarts(1).swaps(0).maxIterations(ITERATIONS);
            return () -> method.fit(points).objective();
        }
        double[][] rows = new double[values.length / COLUMNS][COLUMNS];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(values, row * COLUMNS, rows[row], 0, COLUMNS);
        }
        return KMeansPeers.of(whose, rows);
    }

    private static ClusterData data(double[] values) {
        int rows = values.length / COLUMNS;
        List<String> ids = new ArrayList<>();
        IntStream.range(0, rows).forEach(row -> ids.add(String.format(Locale.ROOT, "%07d", row)));
        ClusterData.Builder builder = ClusterData.builder(ids);
        for (int j = 0; j < COLUMNS; j++) {
            int column = j;
            builder.number(
                    AttributeKey.number("x" + j),
                    IntStream.range(0, rows)
                            .mapToDouble(row -> values[row * COLUMNS + column])
                            .toArray());
        }
        return builder.build();
    }

    private static void generate(Path folder) throws IOException {
        ColumnFiles.write(folder, "uniform", new SplittableRandom(1).doubles((long) ROWS * COLUMNS).toArray());
        ColumnFiles.write(folder, "blobs", blobs(ROWS, 2));
        ColumnFiles.write(folder, "few", blobs(FEW_ROWS, 3));
        SplittableRandom random = new SplittableRandom(4);
        double[] amounts = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            amounts[row] = StrictMath.exp(random.nextDouble() * 5 + random.nextDouble() * 5);
        }
        ColumnFiles.write(folder, "amounts", amounts);
    }

    private static double[] blobs(int rows, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] middles = random.doubles((long) K * COLUMNS, 0, 10).toArray();
        double[] values = new double[rows * COLUMNS];
        for (int row = 0; row < rows; row++) {
            int blob = random.nextInt(K);
            for (int j = 0; j < COLUMNS; j++) {
                // Sums of uniforms: near enough to a normal distribution, and the same on every machine
                double sum = -6;
                for (int i = 0; i < 12; i++) {
                    sum += random.nextDouble();
                }
                values[row * COLUMNS + j] = middles[blob * COLUMNS + j] + 2 * sum;
            }
        }
        return values;
    }
}
