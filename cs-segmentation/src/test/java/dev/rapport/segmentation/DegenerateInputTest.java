package dev.rapport.segmentation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.segmentation.clustering.ClusterData;
import dev.rapport.segmentation.clustering.Clustering;
import dev.rapport.segmentation.clustering.ClusteringMethod;
import dev.rapport.segmentation.clustering.KMeans;
import dev.rapport.segmentation.clustering.KMedoids;
import dev.rapport.segmentation.clustering.KPrototypes;
import dev.rapport.segmentation.clustering.Silhouette;
import dev.rapport.segmentation.potential.ArrPotential;
import dev.rapport.segmentation.potential.PotentialRule;
import dev.rapport.segmentation.potential.PotentialTiers;
import dev.rapport.segmentation.rfm.RfmCuts;
import dev.rapport.segmentation.segment.Segmentation;
import dev.rapport.segmentation.tier.Breaks;
import dev.rapport.segmentation.tier.QuantileType;
import dev.rapport.segmentation.tier.Tier;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every method says of input that has nothing to split: a defined answer, or one clear error, an {@code
 * IllegalArgumentException} and never another. Where a new text is right, {@code -Dgolden.write=<src/test/resources of the module,
 * absolute>} writes it down.
 */
class DegenerateInputTest {

    private static final double MISSING = Double.NaN;

    /** Splits customers of whom one or two numbers are known into k, and says how it went. */
    private interface Method {
        String split(int k, double[]... columns);
    }

    /** What is split: k and the columns. */
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers are arrays, and nobody compares inputs
    private record Input(int k, double[]... columns) {}

    private static final Map<String, Input> INPUTS = new LinkedHashMap<>();

    private static final Map<String, Method> METHODS = new LinkedHashMap<>();

    static {
        INPUTS.put("all equal", new Input(2, new double[] {7, 7, 7, 7, 7}, new double[] {3, 3, 3, 3, 3}));
        INPUTS.put("one distinct value, k = 1", new Input(1, new double[] {7, 7, 7}));
        INPUTS.put("k = n", new Input(4, new double[] {1, 2, 3, 4}));
        INPUTS.put("k > n", new Input(5, new double[] {1, 2, 3, 4}));
        INPUTS.put("a constant column", new Input(2, new double[] {1, 2, 9, 10}, new double[] {5, 5, 5, 5}));
        INPUTS.put(
                "all missing",
                new Input(2, new double[] {MISSING, MISSING, MISSING}, new double[] {MISSING, MISSING, MISSING}));
        INPUTS.put(
                "a column all missing", new Input(2, new double[] {1, 2, 9}, new double[] {MISSING, MISSING, MISSING}));
        INPUTS.put("one missing", new Input(2, new double[] {1, 2, 9}, new double[] {4, MISSING, 6}));
        INPUTS.put("one without any value", new Input(2, new double[] {1, MISSING, 9}));
        INPUTS.put("infinite", new Input(2, new double[] {1, 2, Double.POSITIVE_INFINITY, 4}));
        INPUTS.put("duplicates", new Input(2, new double[] {1, 1, 1, 9, 9, 9}));
        INPUTS.put("duplicates, k above the distinct ones", new Input(3, new double[] {1, 1, 1, 9, 9, 9}));
        INPUTS.put("one customer", new Input(1, new double[] {7}));
        INPUTS.put("one customer, k = 2", new Input(2, new double[] {7}));
        INPUTS.put("nobody", new Input(1, new double[] {}));
        INPUTS.put("k = 0", new Input(0, new double[] {1, 2}));
        INPUTS.put("huge", new Input(2, new double[] {1e308, -1e308, 0}));

        METHODS.put("kmeans", (k, columns) -> clusters(() -> KMeans.of(k), columns));
        METHODS.put(
                "kmeans-standardised",
                (k, columns) -> clusters(() -> KMeans.of(k).standardised(), columns));
        METHODS.put("kmedoids", (k, columns) -> clusters(() -> KMedoids.of(k), columns));
        METHODS.put(
                "kmedoids-standardised",
                (k, columns) -> clusters(() -> KMedoids.of(k).standardised(), columns));
        METHODS.put(
                "kmedoids-gower", (k, columns) -> clusters(() -> KMedoids.of(k).gower(), columns));
        METHODS.put("clara", (k, columns) -> clusters(() -> KMedoids.of(k).matrixUpTo(100), often(columns)));
        METHODS.put("kprototypes", (k, columns) -> clusters(() -> KPrototypes.of(k), columns));
        METHODS.put(
                "kprototypes-standardised",
                (k, columns) -> clusters(() -> KPrototypes.of(k).standardised(), columns));
        METHODS.put("natural-breaks", (k, columns) -> tiers(Breaks.natural(columns[0], k)));
        METHODS.put("quantiles", (k, columns) -> tiers(Breaks.quantiles(columns[0], k, QuantileType.LINEAR)));
        METHODS.put("pareto", (k, columns) -> tiers(Breaks.cumulativeShares(columns[0], 0.8, 0.95)));
        METHODS.put("rfm", DegenerateInputTest::rfm);
        METHODS.put("potential", (k, columns) -> potential(columns));
    }

    static Set<String> methods() {
        return METHODS.keySet();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void degenerateInput_hasAnAnswer_orOneClearError(String name) throws IOException {
        StringBuilder outcomes = new StringBuilder();
        INPUTS.forEach((what, input) -> {
            String outcome;
            try {
                outcome = Objects.requireNonNull(METHODS.get(name)).split(input.k(), input.columns());
            } catch (IllegalArgumentException e) {
                outcome = "error: " + String.valueOf(e.getMessage()).replace("\n", "\n    ");
            }
            outcomes.append(what).append("\n    ").append(outcome).append('\n');
        });
        String write = System.getProperty("golden.write");
        String file = "dev/rapport/segmentation/degenerate/" + name + ".txt";
        if (write != null) {
            Files.writeString(Path.of(write, file), outcomes);
            return;
        }
        try (InputStream in = DegenerateInputTest.class.getResourceAsStream("degenerate/" + name + ".txt")) {
            assertThat(outcomes.toString())
                    .isEqualTo(new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Makes the method, which refuses a k of 0 by itself. */
    private interface Maker {
        ClusteringMethod make();
    }

    private static String clusters(Maker maker, double[]... columns) {
        ClusteringMethod method = maker.make();
        ClusterData.Builder builder = ClusterData.builder(ids(columns[0].length));
        for (int j = 0; j < columns.length; j++) {
            builder.number(AttributeKey.number(j == 0 ? "spend" : "seats"), columns[j]);
        }
        Clustering clustering = method.fit(builder.build());
        int[] sizes = IntStream.range(0, clustering.k()).map(clustering::size).toArray();
        return "sizes " + Arrays.toString(sizes) + ", objective " + number(clustering.objective()) + ", silhouette "
                + Silhouette.of(clustering).map(one -> number(one.mean())).orElse("none");
    }

    /** So often that CLARA has to sample. */
    private static double[][] often(double[]... columns) {
        return Arrays.stream(columns)
                .map(column -> IntStream.range(0, 101 * column.length)
                        .mapToDouble(i -> column[i % column.length])
                        .toArray())
                .toArray(double[][]::new);
    }

    private static String tiers(Breaks breaks) {
        int[] sizes = IntStream.range(0, breaks.tiers()).map(breaks::size).toArray();
        return "sizes " + Arrays.toString(sizes) + ", breaks " + breaks + ", goodness " + number(breaks.goodness());
    }

    /** Quintiles whatever k is: the same numbers as days, purchases and amounts. */
    private static String rfm(int k, double[]... columns) {
        double[] amounts = columns[columns.length - 1];
        RfmCuts cuts = RfmCuts.quintiles(columns[0], columns[0], amounts);
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            cells.add("" + cuts.recencyScore(columns[0][i]) + cuts.frequencyScore(columns[0][i])
                    + cuts.monetaryScore(amounts[i]));
        }
        return "cells " + cells;
    }

    /** The numbers as revenue and, if there are others, as headcount. */
    private static String potential(double[]... columns) {
        List<Row> rows = new ArrayList<>();
        List<String> ids = ids(columns[0].length);
        for (int i = 0; i < columns[0].length; i++) {
            Row row = Row.of(ids.get(i));
            if (Double.isFinite(columns[0][i])) {
                row.with(StandardAttributes.ARR, Money.of(CurrencyUnit.EUR, Math.min(1e15, Math.abs(columns[0][i]))));
            }
            double heads = columns[columns.length - 1][i];
            if (!Double.isNaN(heads)) {
                row.with(CustomerAttributes.HEADCOUNT, heads);
            }
            rows.add(row);
        }
        Book book = Row.book(
                List.of(
                        StandardAttributes.ARR,
                        StandardAttributes.SEATS_LICENSED,
                        StandardAttributes.CONTRACTS_PRODUCTS,
                        CustomerAttributes.HEADCOUNT),
                rows);
        ArrPotential potential = ArrPotential.fit(new PotentialRule(List.of(), 0.5, 1), book);
        PotentialTiers tiers = PotentialTiers.of(potential, List.of(Tier.lowest("low"), Tier.from("high", 5)));
        Segmentation segmentation = Segmentation.of(tiers, book);
        return "sizes " + segmentation.sizes() + ", without data " + segmentation.undecided() + ", failed "
                + segmentation.failed();
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> String.format(Locale.ROOT, "c%03d", i))
                .toList();
    }

    /** To twelve digits, so that the last bits of a sum are not promised here. */
    private static String number(double value) {
        return Double.toString(new BigDecimal(value).round(new MathContext(12)).doubleValue());
    }
}
