package dev.rapport.segmentation.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.model.attribute.AttributeKey;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClusterDataTest {

    private static final AttributeKey<Double> ARR = AttributeKey.number("arr");

    /** How many rows differ; as numbers, so that 0 and -0 are one. */
    static int distinct(double[] values, int columns) {
        Set<List<Double>> distinct = new HashSet<>();
        for (int at = 0; at < values.length; at += columns) {
            distinct.add(Arrays.stream(values, at, at + columns).map(value -> value + 0.0).boxed().toList());
        }
        return distinct.size();
    }

    @Test
    void customers_standInTheOrderOfTheirIds() {
        ClusterData data = ClusterData.builder(List.of("b", "c", "a"))
                .number(ARR, new double[] {2, 3, 1})
                .category(AttributeKey.text("plan"), Arrays.asList("x", null, "w"))
                .build();
        assertThat(data.customerIds()).containsExactly("a", "b", "c");
        assertThat(data.value(0, 0)).isEqualTo(1);
        assertThat(data.levels(1)).containsExactly("w", "x");
        assertThat(data.value(2, 1)).isNaN();
        assertThat(data.complete().customerIds()).containsExactly("a", "b");
    }

    @Test
    void whatCannotBeCompared_isRefusedByName() {
        ClusterData.Builder two = ClusterData.builder(List.of("a", "b"));
        assertThatThrownBy(() -> two.number(ARR, new double[] {1, Double.POSITIVE_INFINITY}))
                .hasMessage(
                        "attribute (arr) of customer (b) must be finite, and at most 1.0E150 either way, was Infinity.");
        assertThatThrownBy(() -> two.number(ARR, new double[] {Double.NaN, Double.NaN}))
                .hasMessage("attribute (arr) must have a value for some customer, it is missing for all 2.\n"
                        + "Maybe leave it out.");
        assertThatThrownBy(() -> two.number(ARR, new double[] {1}))
                .hasMessage("values of arr must be as many as the customers (2), was 1.");
        assertThatThrownBy(two::build).hasMessage("attributes to compare customers by must not be empty.");
        assertThatThrownBy(() -> two.number(ARR, new double[] {1, Double.NaN}).build())
                .hasMessage("customer (b) must have a value for one attribute of [arr] at least.\n"
                        + "Maybe leave the customer out.");
        assertThatThrownBy(() -> ClusterData.builder(List.of("a", "a"))
                        .number(ARR, new double[] {1, 2})
                        .build())
                .hasMessage("customer (a) must come once.");
        assertThatThrownBy(() -> new Feature(AttributeKey.date("since"))).hasMessageContaining("attribute (since)");
        assertThatThrownBy(() -> ClusterData.builder(List.of())).hasMessage("customerIds must not be empty.");
    }

    @Test
    void degenerateCustomers_haveAnAnswer_orOneError() {
        for (ClusteringMethod method : List.of(KMeans.of(1), KMedoids.of(1), KPrototypes.of(1))) {
            assertThat(method.fit(Customers.numbers(new double[] {7})).objective())
                    .isZero();
            assertThat(method.fit(Customers.numbers(new double[] {7, 7, 7})).objective())
                    .isZero();
            assertThatThrownBy(() -> method.withK(2).fit(Customers.numbers(new double[] {7, 7, 7})))
                    .hasMessage("k (2) must be at most the number of customers that differ from one another (1).");
            Clustering all =
                    method.withK(3).fit(Customers.numbers(new double[] {1, 5, 5, 9}, new double[] {4, 4, 4, 4}));
            assertThat(all.objective()).isZero();
            assertThat(all.size(0)).isEqualTo(2);
            assertThatThrownBy(() -> method.withK(0)).hasMessage("k (0) must be at least 1.");
            assertThat(Silhouette.of(method.fit(Customers.numbers(new double[] {1, 2}))))
                    .isEmpty();
        }
    }

    @Test
    void missingValues_areAnErrorOfKMeans_thatNamesTheFirst() {
        ClusterData data = Customers.numbers(new double[] {1, Double.NaN, 3}, new double[] {1, 2, 3});
        assertThatThrownBy(() -> KMeans.of(2).fit(data))
                .hasMessage(
                        "attribute (a) must have a value for every customer in k-means, customer (a000001) has none.\n"
                                + "Maybe take data.complete(), or k-medoids or k-prototypes, which leave out what is missing.");
        assertThat(KMeans.of(2).fit(data.complete()).objective()).isZero();
        assertThat(KMedoids.of(2).fit(data).k()).isEqualTo(2);
        assertThat(KPrototypes.of(2).fit(data).k()).isEqualTo(2);
    }
}
