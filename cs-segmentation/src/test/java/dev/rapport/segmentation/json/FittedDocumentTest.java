package dev.rapport.segmentation.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.json.JsonInput;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.shape.DocumentHeader;
import dev.rapport.model.shape.DocumentKind;
import dev.rapport.segmentation.clustering.ClusterData;
import dev.rapport.segmentation.clustering.ClusteringMethod;
import dev.rapport.segmentation.clustering.KMeans;
import dev.rapport.segmentation.clustering.KMedoids;
import dev.rapport.segmentation.clustering.KPrototypes;
import dev.rapport.segmentation.potential.ArrPotential;
import dev.rapport.segmentation.potential.PeerGroup;
import dev.rapport.segmentation.potential.PeerProduct;
import dev.rapport.segmentation.potential.PeerProducts;
import dev.rapport.segmentation.potential.PeerRate;
import dev.rapport.segmentation.potential.PeerTrait;
import dev.rapport.segmentation.potential.PotentialRule;
import dev.rapport.segmentation.potential.PotentialTiers;
import dev.rapport.segmentation.rfm.RfmCuts;
import dev.rapport.segmentation.rfm.RfmNames;
import dev.rapport.segmentation.rfm.RfmSegmentation;
import dev.rapport.segmentation.segment.SegmentationStrategy;
import dev.rapport.segmentation.tier.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What was fitted is a document: written, read and written again. */
class FittedDocumentTest {

    private static final DocumentKind<SegmentationDocument> KIND = SegmentationDocument.kind(KnownAttributes.SHAPES);

    private static void assertSurvives(SegmentationStrategy strategy) {
        SegmentationDocument document = new SegmentationDocument(DocumentHeader.of("fitted", "1"), strategy);
        String written = KIND.toJson(document);
        assertThat(KIND.read(JsonInput.text("test.json", written)).orThrow()).isEqualTo(document);
    }

    private static ClusterData data() {
        SplittableRandom random = new SplittableRandom(5);
        List<String> ids = new ArrayList<>();
        List<String> countries = new ArrayList<>();
        double[] arr = new double[60];
        double[] seats = new double[60];
        for (int i = 0; i < 60; i++) {
            ids.add("a" + i);
            countries.add(i % 3 == 0 ? "DE" : "FR");
            arr[i] = random.nextDouble() * 1e5 / 3;
            seats[i] = i % 7 == 0 ? Double.NaN : random.nextInt(40) / 7.0;
        }
        AttributeKey<Money> money = AttributeKey.money("arr");
        return ClusterData.builder(ids)
                .in(CurrencyUnit.USD)
                .money(money, arr)
                .number(AttributeKey.number("seats.licensed"), seats)
                .category(AttributeKey.text("country"), countries)
                .build();
    }

    private static ClusterData numbers() {
        return ClusterData.builder(List.of("a", "b", "c", "d"))
                .number(AttributeKey.number("seats.licensed"), new double[] {1, 2.0 / 3, 100, 90})
                .build();
    }

    @Test
    void clusters_surviveWritingAndReading() {
        for (ClusteringMethod method : List.of(KMedoids.of(3), KPrototypes.of(3).standardised())) {
            assertSurvives(method.fit(data()).model());
        }
        assertSurvives(KMeans.of(2).standardised().fit(numbers()).model());
    }

    @Test
    void rfm_survivesWritingAndReading() {
        RfmCuts cuts = new RfmCuts(
                List.of(115.0, 181.0, 297.4, 482.0), List.of(4.0, 5.0, 6.0, 8.0), List.of(255.8, 382.0, 506.4, 666.0));
        assertSurvives(RfmSegmentation.ofCells(cuts, CurrencyUnit.EUR));
        assertSurvives(RfmSegmentation.of(cuts, CurrencyUnit.EUR, RfmNames.eleven()));
    }

    @Test
    void potential_survivesWritingAndReading() {
        PotentialRule rule = new PotentialRule(
                List.of(
                        PeerTrait.same(AttributeKey.text("country")),
                        PeerTrait.ranges(AttributeKey.number("seats.licensed"), 10.0, 100.0)),
                0.75,
                8);
        PeerProducts bought = new PeerProducts(9, List.of(new PeerProduct("Reports & more", 1.0 / 3, 1200.5)));
        ArrPotential potential = ArrPotential.of(
                rule,
                CurrencyUnit.EUR,
                List.of(
                        new PeerGroup(List.of(), Map.of("headcount", new PeerRate(20, 12.25)), bought),
                        new PeerGroup(List.of("DE", "under 10"), Map.of(), new PeerProducts(0, List.of()))));
        assertSurvives(PotentialTiers.of(potential, List.of(Tier.lowest("low"), Tier.from("top", 1000))));
    }

    @Test
    void clusters_lookAsOneWouldWriteThem() {
        assertThat(KIND.toJson(new SegmentationDocument(
                        DocumentHeader.of("sizes", "1"),
                        KMeans.of(2).fit(numbers()).model())))
                .contains("\"type\": \"clusters\"", "\"measure\": \"squared\"", "\"attribute\": \"seats.licensed\"")
                .contains("\"id\": \"c1\"", "\"centre\": {", "\"seats.licensed\": 95")
                .contains("\"fittedOn\"", "\"method\": \"k-means\"", "\"customers\": 4");
    }

    @Test
    void allProblems_areSaidAtOnce() {
        Checked<SegmentationDocument> read = KIND.read(JsonInput.text("bad.json", """
                {"format": "rapport/segmentation", "version": 1, "id": "x", "revision": "1", "strategy": {
                  "type": "clusters", "measure": "squard", "attributes": [{"attribute": "seats", "scale": 0}],
                  "clusters": [{"id": "c1", "centre": {"seats.licensed": [1]}}, {"id": "c1", "centre": {}}]}}
                """));
        assertThat(read.problems().render())
                .contains("/strategy/measure", "/strategy/attributes/0/attribute", "/strategy/attributes/0/scale")
                .contains("/strategy/clusters/0/centre/seats.licensed");
    }
}
