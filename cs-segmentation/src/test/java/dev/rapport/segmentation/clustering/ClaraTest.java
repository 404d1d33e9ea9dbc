package dev.rapport.segmentation.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** k-medoids beyond the matrix. */
class ClaraTest {

    @Test
    void samples_comeNearTheMatrix_andNeverBelowIt() {
        for (int seed = 0; seed < 10; seed++) {
            double[] values = Customers.blobs(600, 2, 5, 0, seed);
            ClusterData data = Customers.numbers(Customers.column(values, 2, 0), Customers.column(values, 2, 1));
            KMedoids method = KMedoids.of(5);
            double exact = method.fit(data).objective();
            double sampled = method.matrixUpTo(200).fit(data).objective();
            assertThat(sampled).isBetween(exact * (1 - 1e-12), exact * 1.05);
        }
    }

    @Test
    void rareCustomers_areAClusterWhereTheyMustBe() {
        // Six values, of which samples of 100 have one or two alone
        double[] values = IntStream.range(0, 2_000).mapToDouble(i -> i < 6 ? i : 0).toArray();
        ClusterData data = Customers.numbers(values);
        Clustering six = KMedoids.of(6).matrixUpTo(100).fit(data);
        assertThat(IntStream.range(0, 6).map(six::size)).containsExactlyInAnyOrder(1_995, 1, 1, 1, 1, 1);
        assertThat(six.objective()).isZero();
        assertThatThrownBy(() -> KMedoids.of(7).matrixUpTo(100).fit(data))
                .hasMessage("k (7) must be at most the number of customers that differ from one another (6).");
    }

    @Test
    void moreClustersThanTheMatrixHasRoomFor_areFoundAllTheSame() {
        double[] values = IntStream.range(0, 400).mapToDouble(i -> i * i).toArray();
        Clustering many = KMedoids.of(150).matrixUpTo(100).fit(Customers.numbers(values));
        assertThat(many.k()).isEqualTo(150);
        assertThat(IntStream.range(0, 150).map(many::size)).allMatch(size -> size > 0);
    }
}
