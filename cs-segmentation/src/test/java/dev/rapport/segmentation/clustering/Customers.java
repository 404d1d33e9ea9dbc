package dev.rapport.segmentation.clustering;

import dev.rapport.model.attribute.AttributeKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Invented customers for the tests of this room. */
final class Customers {

    private Customers() {}

    static List<String> ids(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(String.format(Locale.ROOT, "a%06d", i));
        }
        return ids;
    }

    /** Numbers a, b, ... of customers, one array a column. */
    static ClusterData numbers(double[]... columns) {
        ClusterData.Builder builder = ClusterData.builder(ids(columns[0].length));
        for (int j = 0; j < columns.length; j++) {
            builder.number(AttributeKey.number(String.valueOf((char) ('a' + j))), columns[j]);
        }
        return builder.build();
    }

    /** Groups of points around random places, some of which overlap; on a grid, so that there are ties. */
    static double[] blobs(int rows, int columns, int groups, double grid, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] places = new double[groups][columns];
        for (double[] place : places) {
            for (int j = 0; j < columns; j++) {
                place[j] = random.nextDouble() * 20;
            }
        }
        double[] values = new double[rows * columns];
        for (int row = 0; row < rows; row++) {
            double[] place = places[random.nextInt(groups)];
            for (int j = 0; j < columns; j++) {
                double value = place[j] + normal(random) * 2;
                values[row * columns + j] = grid > 0 ? Math.rint(value / grid) * grid : value;
            }
        }
        return values;
    }

    static double[] column(double[] rows, int columns, int j) {
        double[] column = new double[rows.length / columns];
        for (int row = 0; row < column.length; row++) {
            column[row] = rows[row * columns + j];
        }
        return column;
    }

    static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    /** Three numbers and two texts, a share of them missing; nobody without any. */
    static ClusterData mixed(int rows, double missing, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] blobs = blobs(rows, 3, 4, 0.5, seed);
        List<@Nullable String> plan = new ArrayList<>();
        List<@Nullable String> country = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            plan.add(
                    random.nextDouble() < missing
                            ? null
                            : List.of("gold", "free", "team").get(random.nextInt(3)));
            country.add(random.nextDouble() < missing ? null : blobs[row * 3] > 8 ? "DE" : "FR");
        }
        double[][] columns = new double[3][];
        for (int j = 0; j < 3; j++) {
            columns[j] = column(blobs, 3, j);
            for (int row = 0; row < rows && j > 0; row++) {
                columns[j][row] = random.nextDouble() < missing ? Double.NaN : columns[j][row];
            }
        }
        return ClusterData.builder(ids(rows))
                .number(AttributeKey.number("arr"), columns[0])
                .category(AttributeKey.text("plan"), plan)
                .number(AttributeKey.number("seats"), columns[1])
                .category(AttributeKey.text("country"), country)
                .number(AttributeKey.number("logins"), columns[2])
                .build();
    }
}
