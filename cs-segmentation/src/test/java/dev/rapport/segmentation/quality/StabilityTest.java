package dev.rapport.segmentation.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.segmentation.Row;
import dev.rapport.segmentation.clustering.ClusterData;
import dev.rapport.segmentation.clustering.ClusterModel;
import dev.rapport.segmentation.clustering.Clustering;
import dev.rapport.segmentation.clustering.ClusteringMethod;
import dev.rapport.segmentation.clustering.KMeans;
import dev.rapport.segmentation.clustering.KMedoids;
import dev.rapport.segmentation.clustering.KPrototypes;
import dev.rapport.segmentation.clustering.Silhouette;
import dev.rapport.segmentation.segment.Segmentation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StabilityTest {

    private static final int CUSTOMERS = 120;
    private static final AttributeKey<Double> X = AttributeKey.number("x");
    private static final AttributeKey<Double> Y = AttributeKey.number("y");

    /** One blob far off, and one cloud that falls apart in any way one likes. */
    private static ClusterData blobAndCloud(int size) {
        SplittableRandom random = new SplittableRandom(3);
        List<String> ids = new ArrayList<>();
        double[] x = new double[size];
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            ids.add(String.format(Locale.ROOT, "c%05d", i));
            boolean far = i % 3 == 0;
            x[i] = far ? 100 + random.nextDouble() : random.nextDouble() * 10;
            y[i] = far ? 100 + random.nextDouble() : random.nextDouble() * 10;
        }
        return ClusterData.builder(ids)
                .number(AttributeKey.number("x"), x)
                .number(AttributeKey.number("y"), y)
                .build();
    }

    @Test
    void clusterThatIsThere_isFoundAgain_andOneThatIsNot_isNot() {
        for (var method : List.of(KMeans.of(7), KMedoids.of(7))) {
            Clustering clustering = method.fit(blobAndCloud(CUSTOMERS));
            Stability stability = Stability.of(clustering, method, 40, 1);
            String far = clustering.segmentByCustomer().getOrDefault("c00000", "");
            assertThat(stability.segments()).hasSize(7);
            assertThat(stability.of(far)).isGreaterThan(0.99);
            assertThat(stability.segments())
                    .filteredOn(one -> !one.segment().equals(far))
                    .allMatch(one -> one.jaccard() > 0.2 && one.draws() == 40)
                    .anyMatch(one -> one.jaccard() < 0.75);
            assertThat(Stability.of(clustering, method, 40, 1).segments()).isEqualTo(stability.segments());
        }
    }

    @Test
    void modelsClusters_areLookedForAnewInABook_andADissolvedOneIsSaid() {
        ClusterData data = blobAndCloud(CUSTOMERS);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            rows.add(Row.of(data.customerIds().get(i)).with(X, data.value(i, 0)).with(Y, data.value(i, 1)));
        }
        rows.add(Row.of("nothing-known"));
        Book book = Row.book(List.of(X, Y), rows);
        for (ClusteringMethod method : List.of(
                KMeans.of(2).standardised(), KMedoids.of(2), KMedoids.of(2).gower(), KPrototypes.of(2))) {
            ClusterModel model = method.fit(data).model();
            assertThat(Stability.of(model, book, 20, 1).orElseThrow().segments())
                    .hasSize(2)
                    .allMatch(segment -> segment.jaccard() > 0.99);
        }
        assertThat(Stability.of(KMeans.of(7).fit(data).model(), Row.book(rows.get(0)), 20, 1))
                .isEmpty();
        Segmentation segmentation = Segmentation.of(KMeans.of(2).fit(data).model(), book);
        Map<String, String> alone = new HashMap<>();
        data.customerIds().forEach(id -> alone.put(id, id));
        Stability none = Stability.of(segmentation.segmentByCustomer(), drawn -> alone, 20, 1);
        assertThat(SegmentationQuality.of(segmentation, book, AttributeKey.money("arr"))
                        .stable(none)
                        .verdict(new QualityLimits(50, 0, 0)))
                .extracting(Finding::text)
                .last()
                .isEqualTo("2 of 2 segments dissolve in other customers like these, found again by less than 0.5"
                        + " (Jaccard): c1 (0.02), c2 (0.04)");
    }

    @Test
    void coefficient_isThatOfTheMostLikeSegment_ofThoseDrawn() {
        Map<String, String> before = Map.of("a", "s", "b", "s", "c", "s", "d", "t", "e", "t");
        // Whatever is drawn, the first two of the three are put together, and the third with the others
        Map<String, String> after = Map.of("a", "x", "b", "x", "c", "y", "d", "y", "e", "y");
        for (long seed = 0; seed < 50; seed++) {
            List<List<String>> draws = new ArrayList<>();
            Stability stability = Stability.of(
                    before,
                    drawn -> {
                        draws.add(drawn);
                        Map<String, String> some = new HashMap<>(after);
                        some.keySet().retainAll(drawn);
                        return some;
                    },
                    1,
                    seed);
            List<String> drawn = draws.get(0);
            double ab = drawn.stream().filter("ab"::contains).count();
            double c = drawn.contains("c") ? 1 : 0;
            double de = drawn.stream().filter("de"::contains).count();
            assertThat(drawn).isSorted().doesNotHaveDuplicates();
            if (ab + c > 0) {
                double expected = Math.max(ab / (ab + c), c / (ab + c + de));
                assertThat(stability.of("s")).isCloseTo(expected, within(1e-15));
            }
            if (de > 0) {
                assertThat(stability.of("t")).isCloseTo(de / (de + c), within(1e-15));
            }
        }
    }

    @Test
    void degenerateSegments_haveAnAnswer() {
        Map<String, String> alone = Map.of("a", "s");
        assertThat(Stability.of(alone, drawn -> alone, 3, 1).segments())
                .containsExactly(new SegmentStability("s", 1, 3));
        assertThat(Stability.of(alone, drawn -> Map.of(), 3, 1).of("s")).isZero();
        assertThatThrownBy(() -> Stability.of(alone, drawn -> alone, 0, 1)).hasMessage("times (0) must be at least 1.");
        assertThatThrownBy(() -> Stability.of(Map.of(), drawn -> alone, 1, 1))
                .hasMessage("customers with a segment must be at least one, there are none.");
        ClusterData same = ClusterData.builder(List.of("a", "b", "c", "d"))
                .number(AttributeKey.number("x"), new double[] {1, 2, 3, 4})
                .build();
        KMeans each = KMeans.of(4);
        // A draw seldom has four that differ: then there are as many clusters as it has
        assertThat(Stability.of(each.fit(same), each, 20, 1).segments()).allMatch(one -> one.jaccard() == 1);
    }

    @Test
    void errorOfASampledSilhouette_isAsLargeAsItSays() {
        Clustering clustering = KMeans.of(3).restarts(1).swaps(0).fit(blobAndCloud(2_000));
        Silhouette all = Silhouette.of(clustering).orElseThrow();
        assertThat(all.standardError()).isZero();
        int within = 0;
        double squares = 0;
        double error = 0;
        for (int seed = 0; seed < 100; seed++) {
            Silhouette sample = Silhouette.sampled(clustering, 300, seed).orElseThrow();
            double difference = sample.mean() - all.mean();
            squares += difference * difference;
            error += sample.standardError() / 100;
            within += Math.abs(difference) < 2 * sample.standardError() ? 1 : 0;
        }
        assertThat(Math.sqrt(squares / 100)).isBetween(0.7 * error, 1.4 * error);
        assertThat(within).isGreaterThan(85);
    }
}
