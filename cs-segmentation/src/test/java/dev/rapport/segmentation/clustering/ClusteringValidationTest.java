package dev.rapport.segmentation.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rapport.model.attribute.AttributeKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Fisher's irises and ruspini's points against R. Reference values: src/test/reference/clusters.R. The data is not in the
 * repository: {@code -Dvalidation.data} names its folder, as an absolute path.
 */
@Tag("validation")
class ClusteringValidationTest {

    private static final List<double[]> COLUMNS = new ArrayList<>();
    private static final List<String> SPECIES = new ArrayList<>();
    private static final List<String> IDS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        String given = System.getProperty("validation.data", "");
        assumeTrue(!given.isBlank(), "-Dvalidation.data does not name the folder of the public data");
        Path file = Path.of(given).resolve("iris").resolve("iris.csv");
        assumeTrue(Files.isRegularFile(file), file.toAbsolutePath() + " is no file");
        List<String> lines = Files.readAllLines(file);
        for (int j = 0; j < 4; j++) {
            COLUMNS.add(new double[150]);
        }
        for (int i = 0; i < 150; i++) {
            String[] cells = lines.get(i + 1).replace("\"", "").split(",", -1);
            for (int j = 0; j < 4; j++) {
                COLUMNS.get(j)[i] = Double.parseDouble(cells[j]);
            }
            SPECIES.add(cells[4]);
            IDS.add(String.format(Locale.ROOT, "%03d", i + 1));
        }
    }

    private static ClusterData.Builder numbers() {
        ClusterData.Builder builder = ClusterData.builder(IDS);
        for (int j = 0; j < 4; j++) {
            builder.number(AttributeKey.number("column-" + j), COLUMNS.get(j));
        }
        return builder;
    }

    private static ClusterData withSpecies() {
        return numbers().category(AttributeKey.text("species"), SPECIES).build();
    }

    private static double silhouette(Clustering clustering) {
        return Silhouette.of(clustering).orElseThrow().mean();
    }

    private static List<Integer> sizes(Clustering clustering) {
        return IntStream.range(0, clustering.k())
                .mapToObj(clustering::size)
                .sorted()
                .toList();
    }

    @Test
    void iris_kMeans() {
        Clustering clustering = KMeans.of(3).fit(numbers().build());
        assertThat(clustering.objective()).isCloseTo(78.8514414261, within(1e-10));
        assertThat(sizes(clustering)).containsExactly(38, 50, 62);
        assertThat(silhouette(clustering)).isCloseTo(.5528190124, within(1e-10));
    }

    @Test
    void iris_kMedoids() {
        Clustering clustering = KMedoids.of(3).fit(numbers().build());
        assertThat(clustering.medoids()).containsExactlyInAnyOrder("008", "079", "113");
        assertThat(clustering.objective()).isCloseTo(.6542076992, within(1e-10));
    }

    @Test
    void irisWithSpecies_kMedoidsUnderGower() {
        Clustering clustering = KMedoids.of(3).fit(withSpecies());
        assertThat(clustering.medoids()).containsExactlyInAnyOrder("008", "056", "148");
        assertThat(clustering.objective()).isCloseTo(.06764061519, within(1e-10));
        assertThat(silhouette(clustering)).isCloseTo(.7592951717, within(1e-10));
    }

    @Test
    void irisWithSpecies_kPrototypes() {
        Clustering clustering = KPrototypes.of(3).lambda(1.5).fit(withSpecies());
        assertThat(clustering.objective()).isCloseTo(87.740235694, within(1e-9));
        assertThat(sizes(clustering)).containsExactly(49, 50, 51);
        assertThat(KPrototypes.lambdaOf(withSpecies())).isCloseTo(1.714858893, within(1e-9));
    }

    @Test
    void numberOfClusters_bySilhouetteAndByGap() {
        ClusterCount bySilhouette =
                ClusterCount.bySilhouette(KMeans.of(2), numbers().build(), 6);
        assertThat(bySilhouette.k()).isEqualTo(2);
        assertThat(bySilhouette.curve()).hasSize(5);
        assertThat(bySilhouette.curve().get(1).score()).isCloseTo(.5528190124, within(1e-10));
        GapStatistic gap = GapStatistic.of(KMeans.of(2), numbers().build(), 6, 50, 1);
        assertThat(ClusterCount.byGap(gap).k()).isGreaterThan(2);
        // cluster::clusGap(iris[, 1:4], kmeans, 6, B = 500, d.power = 2, spaceH0 = "original"), which halves W
        assertThat(gap.objective(1)).isCloseTo(681.3706, within(1e-6));
    }
}
